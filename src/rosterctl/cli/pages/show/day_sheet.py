"""The day sheet of a unit (勤务安排): shift by shift and post by post, who stands there, when, with what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from rosterctl.cli.pages.show import wording
from rosterctl.cli.pages.show.page import Page
from rosterctl.cli.pages.show.people_table import people_listed, people_table
from rosterctl.cli.pages.wording import IN_RESERVE_THERE
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_names
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.roster import Duty, Origin, Roster
from rosterctl.domain.shift import own_id
from rosterctl.domain.unit import Unit
from rosterctl.export.plain_text import bulleted, clean, clock_span, columns
from rosterctl.export.report.off_rotation import off_fields, off_line
from rosterctl.export.xlsx.gaps import PostGap, gaps_of, place_name, place_names
from rosterctl.timeline.clock import DAY, clock_text
from rosterctl.wording import numbered, say


def day_sheet(bureau: Bureau, roster: Roster, unit: Unit, day: date) -> Page:
    """Everybody who serves in the unit on a shift of that date, who is there from the night before, what is
    short, and who of its own people is away.
    """
    duties = [duty for duty in roster.duties if duty.unit == unit.id and duty.day == day]
    stands = _stands(bureau, duties)
    away = [
        (officer, absence)
        for officer in bureau.officers.values()
        if officer.on(day).unit == unit.id and (absence := bureau.absence(officer, day))
    ]
    number = numbered(len(duties), wording.ONE_DUTY_ON_SHEET, wording.DUTIES_ON_SHEET)
    when = day_text(bureau, day)
    head = say(wording.SHEET_OF_UNIT, name=unit.name, id=unit.id, day=when, duties=number)
    short = gaps_on(roster, unit, day)
    parts = [clean(head), people_listed(say(wording.LEADING_NOW), _leading(bureau, duties))]
    parts.append("\n".join(_still_there(bureau, roster, unit, day)))
    for shift, of_shift in groupby(stands, key=lambda stand: str(stand["shift"])):
        parts.append(_shift_table(bureau, unit, shift, [*of_shift]))
    parts.append(bulleted(short_lines(bureau, short)))
    gone = (say(wording.AWAY_WITH_KIND, name=who.name, kind=absence.kind.words) for who, absence in away)
    parts.append(people_listed(say(wording.WHO_IS_AWAY), gone))
    off = [one for one in roster.off_rotation or () if one.day == day and one.unit == unit.id]
    if off:
        parts.append(off_line(bureau, off))
    fields = {
        "unit": unit.id,
        "date": day.isoformat(),
        "stands": [_fields(bureau, stand) for stand in stands],
        "short": gap_fields(short),
        "off_rotation": [off_fields(bureau, one) for one in off],
        "away": {officer.id: str(absence.kind) for officer, absence in away},
    }
    return Page("\n\n".join(filter(None, parts)), fields)


def _leading(bureau: Bureau, duties: Sequence[Duty]) -> Iterator[str]:
    """The leaders on duty in the order of their shifts, with their telephones."""
    for duty in sorted(duties, key=lambda one: one.slices[0].start):
        officer = bureau.officers[duty.officer]
        if officer.leader:
            yield reached_at(officer)


def reached_at(officer: Officer) -> str:
    """The name, with the telephone if there is one."""
    if not officer.phone:
        return officer.name
    return say(wording.TELEPHONE_OF, name=officer.name, phone=officer.phone)


def _shift_table(bureau: Bureau, unit: Unit, id: str, stands: Sequence[dict[str, Any]]) -> str:
    """Under the name of the shift a line a post and stretch."""
    shift = bureau.shifts[id]
    cells = [
        (
            clock_span(stand["start"], stand["end"]),
            stand["name"],
            " ".join(filter(None, (stand["callsign"], stand["vehicle"]))),
        )
        for stand in stands
    ]
    people = [[person_text(bureau, unit, duty) for duty in stand["officers"]] for stand in stands]
    head = clean(f"{shift.name} {clock_span(shift.start, shift.end)}")
    return f"{head}\n{people_table(cells, people, columns(say(wording.STANDS_COLUMNS)))}"


def day_text(bureau: Bureau, day: date) -> str:
    """The date with its weekday and festival."""
    weekday = columns(say(wording.SHEET_WEEKDAYS))[day.weekday()]
    festival = bureau.calendar.festival(day)
    if festival:
        return say(wording.DATE_OF_FESTIVAL, day=day, weekday=weekday, festival=festival)
    return say(wording.DATE_AND_WEEKDAY, day=day, weekday=weekday)


def _still_there(bureau: Bureau, roster: Roster, unit: Unit, day: date) -> Iterator[str]:
    """Who is there when the date begins, from a duty of the date before, and until when."""
    before = day - timedelta(days=1)
    until: dict[int, list[str]] = {}
    for duty in (*roster.before, *roster.duties):
        if duty.day == before and duty.unit == unit.id and duty.until > DAY:
            until.setdefault(duty.until, []).append(bureau.officers[duty.officer].name)
    for end, names in sorted(until.items()):
        yield people_listed(say(wording.THERE_UNTIL, clock=clock_text(end - DAY)), names)


def gaps_on(roster: Roster, unit: Unit, day: date) -> list[PostGap]:
    """What the unit lacks on the date, by the clock."""
    gaps = (one for one in gaps_of(roster.shortages) if one.unit == unit.id and one.day == day)
    return sorted(gaps, key=lambda one: (one.start, one.end, one.what))


def gap_fields(gaps: Sequence[PostGap]) -> list[dict[str, Any]]:
    """For a program: times in minutes of the date, heads short of the legal minimum and of the plan."""
    return [
        {"post": one.what, "start": one.start, "end": one.end, "legal": one.legal, "plan": one.plan}
        for one in gaps
    ]


def short_lines(bureau: Bureau, gaps: Sequence[PostGap]) -> Iterator[str]:
    """A sentence a gap."""
    names = place_names(bureau)
    for one in gaps:
        yield say(
            wording.SHORT_ON_SHEET,
            times=clock_span(one.start, one.end),
            post=place_name(names, one.what),
            heads=numbered(one.heads, wording.ONE_HEAD, wording.HEADS),
            measure=one.measured_by,
        )


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


def person_text(bureau: Bureau, unit: Unit, duty: Duty) -> str:
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
