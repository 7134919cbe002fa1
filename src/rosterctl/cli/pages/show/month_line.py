"""An officer's line in the matrix: 白 夜 下 休 假 day by day, and what it adds up to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rosterctl.cli.pages.show import wording
from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Roster, Slice
from rosterctl.domain.shift import own_id
from rosterctl.export.plain_text import clean, columns, table
from rosterctl.export.report.off_rotation import off_fields, off_table
from rosterctl.export.report.pay import pay_rows, pay_text
from rosterctl.insight.month_table import MonthLine, month_lines
from rosterctl.insight.pay_hours import pay_hours
from rosterctl.timeline.clock import clock_text
from rosterctl.wording import LISTED, say

_TOTALS = {
    "duties": wording.TOTAL_DUTIES,
    "hours": wording.TOTAL_HOURS,
    "nights": wording.TOTAL_NIGHTS,
    "weekends": wording.TOTAL_WEEKENDS,
    "holidays": wording.TOTAL_HOLIDAYS,
    "eves": wording.TOTAL_EVES,
    "recalls": wording.TOTAL_RECALLS,
    "overtime_hours": wording.TOTAL_OVERTIME,
}


def month_line(bureau: Bureau, roster: Roster, officer: Officer) -> Page:
    """The officer's dates week by week, the duties with their posts, and the totals."""
    duties = sorted((duty for duty in roster.duties if duty.officer == officer.id), key=lambda one: one.day)
    off = [one for one in roster.off_rotation or () if one.officer == officer.id]
    (line,) = month_lines(bureau, roster, [officer])
    symbols = {day: cell.marked for day, cell in zip(roster.horizon, line.cells, strict=True)}
    totals = _totals(line)
    summary = say(LISTED).join(
        say(wording.TOTAL_AND_NUMBER, total=say(_TOTALS[name]), number=number)
        for name, number in totals.items()
    )
    head = say(
        wording.LINE_OF_OFFICER,
        name=officer.name,
        id=officer.id,
        role=officer.role.words,
        homes=_where(officer, roster),
    )
    paid = [one for one in pay_hours(bureau, roster) if one.officer == officer.id]
    parts = [clean(head), _calendar(roster, symbols), _list(bureau, duties), off_table(bureau, off), summary]
    text = "\n\n".join([*filter(None, parts), *([pay_text(bureau, paid)] if paid else [])])
    return Page(
        text,
        {
            "officer": officer.id,
            "days": {day.isoformat(): symbol for day, symbol in symbols.items()},
            "duties": [_fields(bureau, duty) for duty in duties],
            "off_rotation": [off_fields(bureau, one) for one in off],
            "totals": totals,
            "pay_periods": pay_rows(bureau, paid),
        },
    )


def _where(officer: Officer, roster: Roster) -> str:
    """`U1 team A`, and where the officer is transferred within the roster's dates."""
    first = officer.on(roster.horizon.first)
    moves = officer.moves(roster.horizon.first, roster.horizon.last)
    home = say(wording.AT_HOME_IN, unit=first.unit, team=first.team)
    later = (say(wording.AND_FROM_DATE, first=one.first, unit=one.unit, team=one.team) for one in moves)
    return "".join((home, *later))


def _totals(line: MonthLine) -> dict[str, float]:
    return {
        "duties": line.duties,
        "hours": round(line.minutes / 60, 2),
        "nights": line.counts.nights,
        "weekends": line.counts.weekends,
        "holidays": line.counts.holidays,
        "eves": line.counts.eves,
        "recalls": line.counts.recalls,
        "overtime_hours": round(line.counts.overtime_minutes / 60, 2),
    }


def _calendar(roster: Roster, symbols: dict[date, str]) -> str:
    """A row a week from Monday to Sunday, each cell with its date."""
    monday = roster.horizon.first - timedelta(days=roster.horizon.first.weekday())
    rows = []
    while monday <= roster.horizon.last:
        week = [monday + timedelta(days=number) for number in range(7)]
        rows.append([f"{day:%m-%d} {symbols[day]}" if day in symbols else "" for day in week])
        monday += timedelta(days=7)
    return table(rows, columns(say(wording.WEEK_COLUMNS)))


def _list(bureau: Bureau, duties: list[Duty]) -> str:
    rows = [
        (
            duty.day,
            bureau.shifts[duty.shift].name,
            duty.unit,
            duty.origin.words,
            _stands(bureau, duty),
        )
        for duty in duties
    ]
    return table(rows, columns(say(wording.LINE_COLUMNS))) if rows else say(wording.LINE_HAS_NO_DUTY)


def _stands(bureau: Bureau, duty: Duty) -> str:
    stands = say(LISTED).join(map(_stand, duty.slices))
    if duty.until >= bureau.shifts[duty.shift].end:
        return stands
    return say(wording.STANDS_UNTIL, stands=stands, clock=clock_text(duty.until))


def _stand(piece: Slice) -> str:
    clock, post = clock_text(piece.start), piece.post or say(wording.RESERVE_FROM_THEN)
    if not piece.vehicles:
        return say(wording.STAND_SINCE, clock=clock, post=post)
    return say(wording.STAND_SINCE_WITH, clock=clock, post=post, vehicles=piece.vehicle_text)


def _fields(bureau: Bureau, duty: Duty) -> dict[str, Any]:
    return {
        "date": duty.day.isoformat(),
        "shift": own_id(bureau.shifts, duty.shift),
        "unit": duty.unit,
        "origin": duty.origin.value,
        "slices": [[piece.start, piece.end, piece.post, piece.vehicle_text] for piece in duty.slices],
    }
