"""The day sheet of a unit (勤务安排): shift by shift and post by post, who stands there, when, with what."""

from __future__ import annotations

from datetime import date
from typing import Any

from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_names
from rosterctl.domain.people.officer import Role
from rosterctl.domain.roster import Duty, Origin, Roster
from rosterctl.domain.shift import own_id
from rosterctl.domain.unit import Unit
from rosterctl.export.plain_text import clean, clock_span, counted, table
from rosterctl.export.report.off_rotation import off_fields, off_line

RESERVE_LABEL = "(reserve)"


def day_sheet(bureau: Bureau, roster: Roster, unit: Unit, day: date) -> Page:
    """Everybody who serves in the unit on a shift of that date, and who of its own people is away."""
    duties = [duty for duty in roster.duties if duty.unit == unit.id and duty.day == day]
    stands = _stands(bureau, duties)
    away = [
        (officer, absence)
        for officer in bureau.officers.values()
        if officer.on(day).unit == unit.id and (absence := bureau.absence(officer, day))
    ]
    rows = []
    last = ""
    for stand in stands:
        shift = bureau.shifts[stand["shift"]]
        name = f"{shift.name} {clock_span(shift.start, shift.end)}"
        people = ", ".join(_person(bureau, unit, person) for person in stand["officers"])
        times = clock_span(stand["start"], stand["end"])
        rows.append(
            (name if name != last else "", times, stand["name"], stand["callsign"], stand["vehicle"], people)
        )
        last = name
    head = f"{unit.name} ({unit.id}), {day}: {counted(len(duties), 'duty', 'duties')}"
    parts = [clean(head), table(rows, ["shift", "time", "post", "callsign", "vehicle", "people"])]
    if away:
        parts.append(clean("away: " + ", ".join(f"{who.name} ({absence.kind})" for who, absence in away)))
    off = [one for one in roster.off_rotation or () if one.day == day and one.unit == unit.id]
    if off:
        parts.append(off_line(bureau, off))
    fields = {
        "unit": unit.id,
        "date": day.isoformat(),
        "stands": [_fields(bureau, stand) for stand in stands],
        "off_rotation": [off_fields(bureau, one) for one in off],
        "away": {officer.id: str(absence.kind) for officer, absence in away},
    }
    return Page("\n\n".join(parts), fields)


def _fields(bureau: Bureau, stand: dict[str, Any]) -> dict[str, Any]:
    people = [duty.officer for duty in stand["officers"]]
    return stand | {"shift": own_id(bureau.shifts, stand["shift"]), "officers": people}


def _stands(bureau: Bureau, duties: list[Duty]) -> list[dict[str, Any]]:
    """Each post in each stretch of each shift with its crew, in the order shift, time, post."""
    crews: dict[tuple[str, int, int, str], list[tuple[Duty, tuple[str, ...]]]] = {}
    for duty in duties:
        for piece in duty.slices:
            key = duty.shift, piece.start, piece.end, piece.post
            crews.setdefault(key, []).append((duty, piece.vehicles))
    sites = {"": RESERVE_LABEL} | site_names(bureau)
    order = {post: number for number, post in enumerate(bureau.posts)}
    found = []
    for shift, start, end, post in sorted(
        crews, key=lambda key: (bureau.shifts[key[0]].start, *key[:3], order.get(key[3], len(order)), key[3])
    ):
        crew = crews[shift, start, end, post]
        place = bureau.posts.get(post)
        found.append(
            {
                "shift": shift,
                "start": start,
                "end": end,
                "post": post,
                "name": place.name if place else sites.get(post, post),
                "callsign": place.callsign if place else "",
                "vehicle": " ".join(dict.fromkeys(vehicle for _, vehicles in crew for vehicle in vehicles)),
                "officers": sorted((duty for duty, _ in crew), key=lambda duty: _rank(bureau, duty)),
            }
        )
    return found


def _rank(bureau: Bureau, duty: Duty) -> tuple[bool, bool, str]:
    officer = bureau.officers[duty.officer]
    return not officer.leader, officer.role is Role.AUXILIARY, officer.id


def _person(bureau: Bureau, unit: Unit, duty: Duty) -> str:
    """`张三 leader`, `李四 auxiliary, recalled`."""
    officer = bureau.officers[duty.officer]
    home = officer.on(duty.day).unit
    marks = [
        "leader" if officer.leader else "",
        "auxiliary" if officer.role is Role.AUXILIARY else "",
        "recalled" if duty.origin is Origin.RECALL else "",
        "by exchange" if duty.origin is Origin.EXCHANGE else "",
        f"from {home}" if home != unit.id else "",
    ]
    said = " ".join(mark for mark in marks if mark)
    return f"{officer.name} [{said}]" if said else officer.name
