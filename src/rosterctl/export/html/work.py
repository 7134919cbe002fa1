"""What the page knows of duties: shifts, posts, who stands where when, and who was there the night before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_names
from rosterctl.domain.roster import Duty, Origin, Roster
from rosterctl.export.plain_text import clean
from rosterctl.export.report.off_rotation import why_off
from rosterctl.export.xlsx.terms import team_name
from rosterctl.insight.month_table import MonthLine
from rosterctl.timeline.clock import DAY

ORIGINS = tuple(Origin)


def work_fields(bureau: Bureau, roster: Roster, lines: Sequence[MonthLine]) -> dict[str, Any]:
    """Duties by person, five numbers each: date, shift, unit, origin, stay. Everything is named by its place.

    A stay is what a whole crew has in common: its stretches of start, end, post (-1: reserve) and vehicles.
    Dates count from the roster's first, minutes from midnight of the duty's date. Duties of the night before
    are there with dates below 0.
    """
    first = roster.horizon.first
    sites = site_names(bureau)
    shifts = {id: number for number, id in enumerate(bureau.shifts)}
    units = {id: number for number, id in enumerate(bureau.units)}
    places = {id: number for number, id in enumerate((*bureau.posts, *sites))}
    stays: dict[Any, int] = {}
    duties: dict[str, list[int]] = {line.officer.id: [] for line in lines}
    for duty in (*_night_before(roster), *roster.duties):
        if duty.officer not in duties:
            continue
        number = stays.setdefault(duty.slices, len(stays))
        where = shifts[duty.shift], units[duty.unit], ORIGINS.index(duty.origin), number
        duties[duty.officer] += ((duty.day - first).days, *where)
    off: dict[str, list[tuple[int, str]]] = {}
    for one in roster.off_rotation or ():
        off.setdefault(one.officer, []).append(((one.day - first).days, clean(why_off(one))))
    return {
        "shifts": [
            {"name": clean(one.name), "sign": clean(one.symbol), "start": one.start, "end": one.end}
            for one in bureau.shifts.values()
        ],
        "posts": [
            *({"name": clean(one.name), "callsign": clean(one.callsign)} for one in bureau.posts.values()),
            *({"name": clean(name), "callsign": ""} for name in sites.values()),
        ],
        "stays": [
            [[one.start, one.end, places.get(one.post, -1), clean(one.vehicle_text)] for one in slices]
            for slices in stays
        ],
        "duties": list(duties.values()),
        "off": [off.get(line.officer.id, []) for line in lines],
        "gone": _gone(bureau, roster, units, duties),
    }


def _gone(
    bureau: Bureau, roster: Roster, units: dict[str, int], there: Collection[str]
) -> list[list[int | str]]:
    """Heads of the night before whose officers have left since: unit, team, start, end, number."""
    first, alike = roster.horizon.first, Counter[tuple[str, str, int, int]]()
    for duty in _night_before(roster):
        if duty.officer not in there:
            midnight = (duty.day - first).days * DAY
            team = bureau.officers[duty.officer].on(duty.day)
            named = team_name(bureau, team.unit, team.team)
            start = midnight + bureau.shifts[duty.shift].start
            alike[duty.unit, named, start, midnight + duty.until] += 1
    return [[units[unit], clean(team), *span, heads] for (unit, team, *span), heads in alike.items()]


def _night_before(roster: Roster) -> Iterator[Duty]:
    """The duties of earlier dates that last into the first one."""
    for duty in roster.before:
        if (duty.day - roster.horizon.first).days * DAY + duty.until > 0:
            yield duty
