"""Every lawful way to carry a published roster on, from what a repair promises and not from how it is found.

Fixed is what is published, but for the open dates: on those on which people are missing in a unit or more is
wanted of it, and if it stays short so on two days before and after, everybody of the unit may be moved; where
nobody is missing, those days are about the dates on which somebody is back on the rotation. Whose absences or
place have changed may fall back to the plain rotation on any date, which on a day off is nothing. Whoever is
on duty already stays. Rosters are held against each other by the audit and by `every_roster`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import partial

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Roster
from tests.properties.carried_case import Case
from tests.properties.every_roster import Line, Rosters, all_rosters, offered

NEAR = 2
SOON, LATER = ((3, 4), (7, 2)), 1  # within so many days a change weighs so much; on a day off twice that


def every_repair(
    case: Case, units: Sequence[str], lenders: Sequence[str] = (), near: Collection[str] = ()
) -> Rosters | None:
    """All lawful rosters, if the people of these units may be moved, and on their days those of lenders.

    Of the units in `near` the dates near theirs are open too.
    """
    days = {unit: case.days(unit) for unit in units}
    days.update({unit: _with_neighbours(case, days[unit] or _back(case, unit)) for unit in near})
    days.update({one: days.get(one, frozenset()).union(*days.values()) for one in lenders})
    menu = partial(_menu, case, (*units, *lenders), days)
    return all_rosters(case.now, case.horizon, case.past, menu, partial(_efforts, case))


def _back(case: Case, unit: str) -> frozenset[date]:
    """The dates on which people who were at home in the unit on the first are due again."""
    first = case.horizon.first
    return frozenset(one.day for one in case.due if case.now.officers[one.officer].on(first).unit == unit)


def _with_neighbours(case: Case, days: frozenset[date]) -> frozenset[date]:
    return frozenset(one for one in case.horizon if any(abs((one - day).days) <= NEAR for day in days))


def _menu(
    case: Case, units: Sequence[str], days: Mapping[str, frozenset[date]], one: Officer, day: date
) -> list[Duty | None]:
    published = case.baseline.get((one.id, day))
    home = one.on(case.horizon.first).unit
    if home not in units or (published is not None and published.unit not in units):
        return [published]
    begins = {each.id: case.now.clock.number(day, each.start) for each in case.now.shifts.values()}
    if published is not None and begins[published.shift] < case.earliest:
        return [published]
    if (one.id, day) in case.given or (published is not None and published.origin is Origin.EXCHANGE):
        return [published]
    choices = offered(case.now, one, day)
    if (one.id, day) in case.agreed:
        choices = [each for each in choices if _is_plain(case.now, one, each)]
    if day in days[home]:
        mine = [each for each in choices if each.unit in units and begins[each.shift] >= case.earliest]
        return [None, *_with(mine, published)]
    if published is None or one.id not in case.altered:
        return [published]
    plain = [each for each in choices if _is_plain(case.now, one, each)]
    off: list[Duty | None] = [None] if published in case.due or published.origin is Origin.RECALL else []
    return [*off, *_with(plain, published)]


def _with(choices: Sequence[Duty], published: Duty | None) -> list[Duty]:
    return list(choices) if published is None or published in choices else [published, *choices]


def _is_plain(bureau: Bureau, officer: Officer, one: Duty) -> bool:
    plain = bureau.plain_shift(officer, one.day)
    home = officer.on(one.day).unit
    return plain is not None and (one.shift, one.unit, one.origin) == (plain.id, home, Origin.ROTATION)


def _efforts(case: Case, one: Officer, line: Line) -> tuple[int, int]:
    """The weight of the changes. Hours do not matter here."""
    worked = {each.day: each for each in line}
    return sum(
        _weight(case, one, day)
        for day in case.horizon
        if not _same(worked.get(day), case.baseline.get((one.id, day)))
    ), 0


def weight_of(case: Case, roster: Roster) -> int:
    """The same of a whole roster, whatever was open."""
    lines: dict[str, list[Duty]] = {}
    for each in roster.duties:
        lines.setdefault(each.officer, []).append(each)
    return sum(_efforts(case, one, tuple(lines.get(one.id, ())))[0] for one in case.now.officers.values())


def _same(now: Duty | None, then: Duty | None) -> bool:
    if now is None or then is None:
        return now is then
    return (now.shift, now.unit, now.origin) == (then.shift, then.unit, then.origin)


def _weight(case: Case, one: Officer, day: date) -> int:
    soon = next((points for days, points in SOON if (day - case.horizon.first).days <= days), LATER)
    return soon if case.now.plain_shift(one, day) is not None else 2 * soon
