"""Person-hours by arithmetic: what targets and posts demand, what rotations supply, what overlap costs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import ceil

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import LEADER, Slot
from rosterctl.domain.demand import PostDemand, post_demands
from rosterctl.domain.people.officer import Role
from rosterctl.domain.post import Level
from rosterctl.domain.shift import Shift
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.timeline.horizon import Horizon

WEEK_DAYS = 7


class Weekly:
    """Mean paid minutes a week of one head of a team who works every plain duty of its cycle."""

    def __init__(self, bureau: Bureau) -> None:
        self._bureau = bureau
        self._known: dict[tuple[str, str, date | None], Fraction] = {}

    def on(self, day: date, unit: str, team: str) -> Fraction:
        """By the unit's duty model of that date; 0 while it has no such team."""
        model = self._bureau.units[unit].on(day)
        key = unit, team, model.first
        here = model.team(team)
        if here is None:
            return Fraction()
        if key not in self._known:
            cycle = self._bureau.plain_cycle(model, here)
            self._known[key] = Fraction(sum(_paid(shift) for shift in cycle if shift) * WEEK_DAYS, len(cycle))
        return self._known[key]


def overlap_cost(teams: int) -> Fraction:
    """Hours a week a head for one hour a day in which two full teams of a rota overlap: 7 / teams."""
    return Fraction(WEEK_DAYS, teams)


def heads_needed(minutes_a_week: Fraction | int, hours: float) -> int:
    """The fewest heads that can supply so many person-minutes a week at `hours` (to hundredths) each."""
    return ceil(Fraction(minutes_a_week) * 100 / (round(hours * 100) * 60))


def target_minutes(bureau: Bureau, horizon: Horizon) -> Fraction:
    """Person-minutes a week that the strength targets ask for, as a mean over the horizon.

    At a moment the largest target of the same units counts, and the targets of single units count only where
    together they pass the one for the whole bureau.
    """
    total = sum(_wanted(bureau, targets_on(bureau, day)) for day in horizon)
    return Fraction(total * WEEK_DAYS, horizon.days)


def targets_on(bureau: Bureau, day: date) -> list[StrengthTarget]:
    types = bureau.calendar.types(day)
    return [target for target in bureau.strengths if target.applies(day, types)]


def _wanted(bureau: Bureau, targets: list[StrengthTarget]) -> int:
    edges = sorted({edge for target in targets for edge in (target.start, target.end)})
    total = 0
    for start, end in pairwise(edges):
        heads: dict[tuple[str, ...], int] = {}
        for target in targets:
            if target.start <= start and end <= target.end:
                units = () if len(target.units) == len(bureau.units) else tuple(sorted(target.units))
                heads[units] = max(heads.get(units, 0), target.heads)
        total += max(heads.pop((), 0), sum(heads.values())) * (end - start)
    return total


def post_minutes(bureau: Bureau, horizon: Horizon, level: Level) -> Fraction:
    """Person-minutes a week that the posts ask for at a level (and those below it), over the horizon."""
    total = sum(
        heads_at(demand, level) * (demand.end - demand.start)
        for day in horizon
        for demand in post_demands(bureau, day)
    )
    return Fraction(total * WEEK_DAYS, horizon.days)


def heads_at(demand: PostDemand, level: Level) -> int:
    """Heads of the smallest crew that reaches `level`, or whatever lower level the post asks for."""
    return max((crew.heads for asked, crew in demand.crews if asked <= level), default=0)


def sworn_at(demand: PostDemand, level: Level) -> int:
    """Sworn officers that the post cannot do without at `level`, or at whatever lower level it asks for."""
    crews = [crew for asked, crew in demand.crews if asked <= level]
    return max((min(map(_sworn, crew.alternatives)) for crew in crews), default=0)


def _sworn(alternative: tuple[Slot, ...]) -> int:
    return sum(slot.role in (Role.SWORN, LEADER) for slot in alternative)


def _paid(shift: Shift) -> int:
    return shift.length - shift.break_minutes
