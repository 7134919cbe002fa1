"""The day sheet of a unit (勤务安排): shift by shift and post by post, who stands there, when, with what."""

from __future__ import annotations

from datetime import date
from typing import Any

from rosterctl.cli.pages.show import wording
from rosterctl.cli.pages.show.page import Page
from rosterctl.cli.pages.wording import IN_RESERVE_THERE
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_names
from rosterctl.domain.people.officer import Role
from rosterctl.domain.roster import Duty, Origin, Roster
from rosterctl.domain.shift import own_id
from rosterctl.domain.unit import Unit
from rosterctl.export.plain_text import clean, clock_span, columns, table
from rosterctl.export.report.off_rotation import off_fields, off_line
from rosterctl.wording import LISTED, numbered, say


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
        people = say(LISTED).join(_person(bureau, unit, person) for person in stand["officers"])
        times = clock_span(stand["start"], stand["end"])
        rows.append(
            (name if name != last else "", times, stand["name"], stand["callsign"], stand["vehicle"], people)
        )
        last = name
    number = numbered(len(duties), wording.ONE_DUTY_ON_SHEET, wording.DUTIES_ON_SHEET)
    head = say(wording.SHEET_OF_UNIT, name=unit.name, id=unit.id, day=day, duties=number)
    parts = [clean(head), table(rows, columns(say(wording.STANDS_COLUMNS)))]
    if away:
        gone = (say(wording.AWAY_WITH_KIND, name=who.name, kind=absence.kind.words) for who, absence in away)
        parts.append(clean(say(wording.WHO_IS_AWAY, people=say(LISTED).join(gone))))
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
    sites = {"": say(IN_RESERVE_THERE)} | site_names(bureau)
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
        say(wording.MARK_LEADER) if officer.leader else "",
        say(wording.MARK_AUXILIARY) if officer.role is Role.AUXILIARY else "",
        say(wording.MARK_RECALLED) if duty.origin is Origin.RECALL else "",
        say(wording.MARK_EXCHANGED) if duty.origin is Origin.EXCHANGE else "",
        say(wording.MARK_FROM_UNIT, unit=home) if home != unit.id else "",
    ]
    said = say(wording.BETWEEN_MARKS).join(mark for mark in marks if mark)
    return say(wording.OFFICER_AND_MARKS, name=officer.name, marks=said) if said else officer.name
