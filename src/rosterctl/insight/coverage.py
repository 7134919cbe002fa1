"""Strength by the half hour: how many are wanted, on duty and usable, in the bureau, its units and targets.

All counts of a slot are the fewest at any moment of it, so a gap between two shifts is not hidden;
`required` is the most that is asked for at any moment. Times are by the wall clock; the slots of a duty day
run from its morning handover to the next.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import repeat

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import events_on, post_demands
from rosterctl.domain.people.officer import Role
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Roster
from rosterctl.timeline.clock import DAY
from rosterctl.timeline.cuts import Tide
from rosterctl.timeline.span import unbroken

SLOT = 30
WHOLE = "bureau"
NOMINAL, EFFECTIVE = "nominal", "effective"


@dataclass(frozen=True, slots=True)
class Coverage:
    """One slot of one scope: `bureau`, `unit:ID`, or `strength:ID` (only while that target applies).

    `start` and `end` are minutes since midnight of `day`. `required` are the heads of a strength target; of
    a unit and of the bureau those of the smallest crews that bring every post and event site to its legal
    minimum (an event counts in the first of its units). `nominal` are the heads on duty, at a post or in
    reserve, `effective` those past the handover at the start of their shift. `vehicles` counts by kind
    those that a crew has taken.
    """

    day: date
    start: int
    end: int
    scope: str
    required: int
    nominal: int
    effective: int
    sworn: int
    auxiliary: int
    vehicles: Mapping[str, int]

    @property
    def gap(self) -> int:
        """Heads that are required and not on duty."""
        return max(self.required - self.nominal, 0)


Measured = Mapping[str, Mapping[str, Tide]]
"""For each scope its measures: nominal, effective, sworn, auxiliary, and the kinds of vehicle."""


def coverage(bureau: Bureau, roster: Roster) -> Iterator[Coverage]:
    """Every slot of every duty day, scope by scope in the order of the files."""
    scopes = _scopes(bureau)
    measured = _heads(bureau, roster, scopes)
    _vehicles(bureau, roster, scopes, measured)
    required = _required(bureau, roster)
    kinds = tuple(dict.fromkeys(car.kind for car in bureau.vehicles.values()))
    within = bureau.day_starts, bureau.day_starts + len(roster.horizon) * DAY, SLOT
    times = [
        (day, bureau.day_starts + minute, bureau.day_starts + minute + SLOT)
        for day in roster.horizon
        for minute in range(0, DAY, SLOT)
    ]
    for scope in scopes:
        always = not scope.startswith("strength:")
        wanted = [most for _, most in required[scope].slots(*within)]
        heads = zip(
            *(_least(measured[scope][one], within) for one in (NOMINAL, EFFECTIVE, *Role)), strict=True
        )
        driven = [_least(measured[scope][kind], within) for kind in kinds]
        taken = zip(*driven, strict=True) if kinds else repeat(())
        for (day, start, end), most, counts, cars in zip(times, wanted, heads, taken, strict=False):
            if most or always:
                nominal, effective, sworn, auxiliary = counts
                vehicles = dict(zip(kinds, cars, strict=True))
                yield Coverage(day, start, end, scope, most, nominal, effective, sworn, auxiliary, vehicles)


def _least(tide: Tide, within: tuple[int, int, int]) -> list[int]:
    return [least for least, _ in tide.slots(*within)]


def _scopes(bureau: Bureau) -> Mapping[str, frozenset[str]]:
    """The units of each scope."""
    whole = frozenset(bureau.units)
    units = {f"unit:{unit}": frozenset([unit]) for unit in bureau.units}
    targets = {
        f"strength:{target.id}": frozenset(unit for unit in bureau.units if target.covers(unit))
        for target in bureau.strengths
    }
    return {WHOLE: whole, **units, **targets}


def _by_unit(scopes: Mapping[str, frozenset[str]]) -> Mapping[str, list[str]]:
    """The scopes that each unit is in."""
    found: dict[str, list[str]] = defaultdict(list)
    for scope, units in scopes.items():
        for unit in units:
            found[unit].append(scope)
    return found


def _heads(bureau: Bureau, roster: Roster, scopes: Mapping[str, frozenset[str]]) -> Measured:
    """Duties that are alike are counted once, with their number."""
    alike = Counter(
        (duty.unit, duty.day, duty.shift, duty.until, bureau.officers[duty.officer].role)
        for duty in (*roster.before, *roster.duties)
    )
    measured: dict[str, dict[str, Tide]] = {scope: defaultdict(Tide) for scope in scopes}
    inside = _by_unit(scopes)
    for (unit, day, name, until, role), heads in alike.items():
        shift, midnight = bureau.shifts[name], _midnight(roster, day)
        start, end = midnight + shift.start, midnight + until
        for scope in inside[unit]:
            measured[scope][NOMINAL].add(start, end, heads)
            measured[scope][EFFECTIVE].add(start + shift.handover, end, heads)
            measured[scope][role].add(start, end, heads)
    return measured


def _vehicles(
    bureau: Bureau, roster: Roster, scopes: Mapping[str, frozenset[str]], measured: Measured
) -> None:
    """A vehicle counts once, however many of its crew stand in the roster."""
    taken: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for duty in (*roster.before, *roster.duties):
        midnight = _midnight(roster, duty.day)
        for piece in duty.slices:
            for vehicle in piece.vehicles:
                taken[duty.unit, vehicle].add((midnight + piece.start, midnight + piece.end))
    inside = _by_unit(scopes)
    for (unit, vehicle), spans in taken.items():
        for start, end in unbroken(spans):
            for scope in inside[unit]:
                measured[scope][bureau.vehicles[vehicle].kind].add(start, end)


def _required(bureau: Bureau, roster: Roster) -> Mapping[str, Tide]:
    required: dict[str, Tide] = defaultdict(Tide)
    for day in roster.horizon:
        midnight = _midnight(roster, day)
        for demand in post_demands(bureau, day):
            heads = sum(crew.heads for level, crew in demand.crews if level is Level.MINIMUM)
            for scope in (WHOLE, f"unit:{demand.post.unit}"):
                required[scope].add(midnight + demand.start, midnight + demand.end, heads)
        for event in events_on(bureau, day):
            heads = event.crew.heads * event.sites if event.level is Level.MINIMUM else 0
            for scope in (WHOLE, f"unit:{event.units[0]}"):
                required[scope].add(midnight + event.start, midnight + event.end, heads)
        types = bureau.calendar.types(day)
        for target in bureau.strengths:
            if target.applies(day, types):
                scope = f"strength:{target.id}"
                required[scope].add(midnight + target.start, midnight + target.end, target.heads)
    return required


def _midnight(roster: Roster, day: date) -> int:
    """Minutes from midnight of the roster's first date to that of `day`."""
    return (day - roster.horizon.first).days * DAY
