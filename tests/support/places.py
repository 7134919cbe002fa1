"""Posts, crews and people standing at them in a few lines, for the tests of the cover rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew, Slot, licensed
from rosterctl.domain.event import Event
from rosterctl.domain.post import Level, Post, PostType, PostWindow, Zone
from rosterctl.domain.roster import Duty, Slice
from rosterctl.domain.vehicle import Vehicle
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost, Finding
from tests.support.bureaus import MONDAY, duty, roster_of, small_bureau, the_rule


def crew(id: str, *alternatives: Mapping[str, int]) -> Crew:
    """`crew("pair", {"sworn": 1, "auxiliary+driver": 1})`."""
    return Crew(id, id, tuple(_slots(alternative) for alternative in alternatives))


def _slots(alternative: Mapping[str, int]) -> tuple[Slot, ...]:
    found = []
    for text, number in alternative.items():
        role, *skills = text.split("+")
        found += [Slot(role, tuple(sorted(skills)))] * number
    return tuple(sorted(found))


ONE = crew("one", {"any": 1})
PAIR = crew("pair", {"sworn": 2}, {"sworn": 1, "auxiliary": 2})
TRIO = crew("trio", {"sworn": 3}, {"sworn": 2, "auxiliary": 2})


def window(start: float, end: float, **crews: Crew) -> PostWindow:
    """By hours of the clock; `minimum`, `plan`, `target` each name a crew."""
    ladder = sorted((Level[level.upper()], one) for level, one in crews.items())
    return PostWindow(round(start * 60), round(end * 60), tuple(ladder))


def post_type(
    id: str, *windows: PostWindow, licence: str = "", vehicles: int = 1, **more: object
) -> PostType:
    """A post type; with a `licence` its crews ask for it, as the intake sees to."""
    if licence:
        windows = tuple(
            PostWindow(
                one.start,
                one.end,
                tuple((level, licensed(which, licence, vehicles)) for level, which in one.crews),
            )
            for one in windows
        )
    return PostType(id, id, windows, licence=licence, vehicles=vehicles, **more)  # type: ignore[arg-type]


def post(id: str, type: str, unit: str = "U1", zone: str = "", **dates: date | None) -> Post:
    return Post(id, id, type, unit, zone, **dates)


def zone(id: str, x: float, y: float = 0.0, unit: str = "U1", **dates: date | None) -> Zone:
    return Zone(id, id, unit, x, y, **dates)


def vehicle(id: str, kind: str = "car", unit: str = "U1", **more: object) -> Vehicle:
    return Vehicle(id, kind, unit, **more)  # type: ignore[arg-type]


def event(
    id: str,
    start: float,
    end: float,
    *,
    units: tuple[str, ...] = ("U1",),
    sites: int = 1,
    crew: Crew = PAIR,
    level: Level = Level.PLAN,
) -> Event:
    return Event(id, id, MONDAY, round(start * 60), round(end * 60), units, sites, level, crew)


def at(start: float, end: float, post: str, *vehicles: str) -> Slice:
    """A slice by hours of the clock."""
    return Slice(round(start * 60), round(end * 60), post, vehicles)


def on(
    bureau: Bureau,
    officer: str,
    *stays: Slice,
    shift: str = "day",
    day: date = MONDAY,
    unit: str | None = None,
) -> Duty:
    """A duty with these stays, in reserve in between."""
    kind = bureau.shifts[shift]
    slices: list[Slice] = []
    now = kind.start
    for stay in stays:
        if now < stay.start:
            slices.append(Slice(now, stay.start, ""))
        slices.append(stay)
        now = stay.end
    if now < kind.end:
        slices.append(Slice(now, kind.end, ""))
    return duty(bureau, officer, day, shift, unit=unit, slices=slices)


def found(
    rule: str,
    bureau: Bureau,
    duties: Iterable[Duty],
    *,
    first: date = MONDAY,
    days: int = 1,
    before: Iterable[Duty] = (),
    known_from: date | None = None,
) -> list[Finding | Cost]:
    """Everything that one rule of the bureau finds in these duties."""
    roster = replace(roster_of(bureau, first, days, duties, before), known_from=known_from)
    record = Record(bureau, roster)
    return list(the_rule(bureau, rule).check(record))


def bureau_with(rule: str, options: Mapping[str, object] | None = None, **more: object) -> Bureau:
    """A small bureau in which one rule is in force."""
    return small_bureau(rules={rule: options or {}}, **more)  # type: ignore[arg-type]
