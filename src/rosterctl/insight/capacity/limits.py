"""What the rulebook in force leaves everyone to work in a week, as a mean over long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.insight.capacity.figures import WeeklyLimit
from rosterctl.insight.capacity.hours import Weekly
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon


def weekly_limits(bureau: Bureau) -> tuple[WeeklyLimit, ...]:
    """Of each role the limits of all rules that forbid, the tightest first."""
    return tuple(sorted(_limits(bureau), key=lambda one: (one.role, one.hours)))


def _limits(bureau: Bureau) -> Iterator[WeeklyLimit]:
    for rule in rules_in_force(bureau.rulebook):
        for role in Role if rule.weekly_limit is not None and rule.forbids else ():
            assert rule.weekly_limit is not None
            minutes = rule.weekly_limit(role)
            if minutes is not None:
                basis = bureau.rulebook.settings[rule.id].basis
                yield WeeklyLimit(role, round(float(minutes / 60), 2), rule.id, basis)


def lawful_hours(
    bureau: Bureau, horizon: Horizon, weekly: Weekly, limits: Sequence[WeeklyLimit]
) -> float | None:
    """Person-hours a week by the tightest limit of each role, or by the rotation where that has more.

    Nobody is barred from plain duty. None where somebody's role has no limit.
    """
    most: dict[Role, float] = {}
    for one in limits:
        most.setdefault(one.role, one.hours)
    total = 0.0
    for officer in bureau.officers.values():
        days = [day for day in horizon if officer.serves(day)]
        if days and officer.role not in most:
            return None
        total += sum(max(most[officer.role], _plain(weekly, officer, day)) for day in days)
    return total / horizon.days


def training_hours(bureau: Bureau, horizon: Horizon, weekly: Weekly) -> float:
    """Person-hours a week of dates in training, each with the mean of the officer's rotation."""
    total = 0.0
    for row in bureau.absences:
        officer = bureau.officers[row.officer]
        if row.kind is AbsenceKind.TRAINING:
            days = (day for day in horizon if row.first <= day <= row.last and officer.serves(day))
            total += sum(_plain(weekly, officer, day) for day in days)
    return total / horizon.days


def _plain(weekly: Weekly, officer: Officer, day: date) -> float:
    home = officer.on(day)
    return float(weekly.on(day, home.unit, home.team) / 60)


def hours_to_compare(rotation: Fraction | float, limits: Sequence[WeeklyLimit]) -> tuple[float, ...]:
    """The hours a week that heads are reckoned at: what the rotation gives, and each limit."""
    return tuple(sorted({round(float(rotation), 2), *(one.hours for one in limits)}))
