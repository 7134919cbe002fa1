"""Least change: the fewest published duties to move so that a unit is lawful and has its legal minima again.

One yes or no for each named officer and open choice, so every limit of every officer is exact and the optimum
is a proof: of all lawful rosters that differ from the published one on the open dates only (see
`repair.open_dates`) none is shorter of the legal minima, and of those as little short of them none changes
less by weight. With `plan_first` they are also as little short of the posts' plan as can be. A change weighs
more the sooner it is, and twice on a day off. Dates that are not open promise nothing: if they were, a roster
might do better. After the changes come the posts' plan, then the hours, and then who has borne least.

With more than a week open the model may be too large for the time there is, and what a search finds first
moves everybody. So it begins from a roster in which only those have moved who must, and in which each week
was then repaired by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rosterctl.domain.roster import Duty
from rosterctl.planning.params import PARAMS
from rosterctl.planning.posts.slices import in_reserve
from rosterctl.planning.repair.model.least_change import (
    PLAN_AFTER,
    PLAN_FIRST,
    OfficerDates,
    Repaired,
    least_change,
)
from rosterctl.planning.repair.model.named_lines import least_weight
from rosterctl.planning.repair.open_dates import Damage, opened
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.outcome import Settings


def repair(
    offers: Offers,
    rules: Sequence[Rule],
    damage: Damage,
    today: date,
    settings: Settings,
    *,
    plan_first: bool = False,
) -> Repaired | None:
    """The lawful lines with the fewest changes; None if there are none or time ran out.

    `offers` are those of the units of `damage`, with all that is open to them before anything is published.
    Legal minima come before changes; the posts' plan too if `plan_first`, otherwise after. Mostly nobody need
    be moved but those who must be by their own limits, which a small model tells: where it is short only for
    want of vehicles and changes no more than that, no roster is better.
    """
    order = PLAN_FIRST if plan_first else PLAN_AFTER
    closed = least_change(offers, rules, damage.closed, today, settings, order) if damage.days else None
    if closed is not None and not plan_first and not closed.is_short:
        least = least_weight(opened(offers, damage), rules, damage, today, settings)
        if closed.changes.value <= least:
            return closed
    if closed is None:
        return least_change(offers, rules, damage, today, settings, order)
    start = closed.everybody
    if len(damage.days) > PARAMS.repair.narrow_days:
        start = _week_by_week(offers, rules, damage, today, settings, start, plan_first)
    return least_change(offers, rules, damage, today, settings, order, start)


def _week_by_week(
    offers: Offers,
    rules: Sequence[Rule],
    damage: Damage,
    today: date,
    settings: Settings,
    start: OfficerDates,
    plan_first: bool,
) -> OfficerDates:
    """From the start on, each stretch of dates repaired by itself, what is before and after it as it is."""
    order, found = PLAN_FIRST if plan_first else PLAN_AFTER, dict(start)
    for days in _stretches(sorted(damage.days), PARAMS.repair.narrow_days):
        here = replace(damage, days=frozenset(days), lines=_lines(offers, damage, found))
        better = least_change(offers, rules, here, today, settings, order)
        if better is not None:
            found |= better.everybody
    return found


def _stretches(days: Sequence[date], most: int) -> Iterator[Sequence[date]]:
    for first in range(0, len(days), most):
        yield days[first : first + most]


def _lines(offers: Offers, damage: Damage, found: OfficerDates) -> Mapping[str, Mapping[date, Duty]]:
    """The lines of the damage with what was found in them."""
    lines = {officer: dict(line) for officer, line in damage.lines.items()}
    for (officer, day), choice in found.items():
        line = lines.setdefault(officer, {})
        line.pop(day, None)
        if choice is not None:
            line[day] = in_reserve(offers.bureau, officer, day, choice.shift, choice.unit, choice.origin)
    return lines
