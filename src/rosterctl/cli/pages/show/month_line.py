"""An officer's line in the matrix: 白 夜 下 休 假 day by day, and what it adds up to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Roster
from rosterctl.domain.shift import own_id
from rosterctl.export.plain_text import clean, table
from rosterctl.export.report.off_rotation import off_fields, off_table
from rosterctl.export.report.pay import pay_rows, pay_text
from rosterctl.insight.month_table import MonthLine, month_lines
from rosterctl.insight.pay_hours import pay_hours
from rosterctl.timeline.calendar import WEEKDAYS
from rosterctl.timeline.clock import clock_text


def month_line(bureau: Bureau, roster: Roster, officer: Officer) -> Page:
    """The officer's dates week by week, the duties with their posts, and the totals."""
    duties = sorted((duty for duty in roster.duties if duty.officer == officer.id), key=lambda one: one.day)
    off = [one for one in roster.off_rotation or () if one.officer == officer.id]
    (line,) = month_lines(bureau, roster, [officer])
    symbols = {day: cell.marked for day, cell in zip(roster.horizon, line.cells, strict=True)}
    totals = _totals(line)
    summary = ", ".join(f"{name.replace('_', ' ')} {number:g}" for name, number in totals.items())
    head = f"{officer.name} ({officer.id}), {officer.role}, {_where(officer, roster)}"
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
    return "".join(
        (f"{first.unit} team {first.team}", *(f", from {m.first} {m.unit} team {m.team}" for m in moves))
    )


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
    return table(rows, WEEKDAYS)


def _list(bureau: Bureau, duties: list[Duty]) -> str:
    rows = [
        (
            duty.day,
            bureau.shifts[duty.shift].name,
            duty.unit,
            duty.origin.value,
            ", ".join(
                f"{clock_text(piece.start)} {piece.post or 'reserve'}"
                + (f" ({piece.vehicle_text})" if piece.vehicles else "")
                for piece in duty.slices
            )
            + (f", until {clock_text(duty.until)}" if duty.until < bureau.shifts[duty.shift].end else ""),
        )
        for duty in duties
    ]
    return table(rows, ["date", "shift", "unit", "by", "from"]) if rows else "no duty"


def _fields(bureau: Bureau, duty: Duty) -> dict[str, Any]:
    return {
        "date": duty.day.isoformat(),
        "shift": own_id(bureau.shifts, duty.shift),
        "unit": duty.unit,
        "origin": duty.origin.value,
        "slices": [[piece.start, piece.end, piece.post, piece.vehicle_text] for piece in duty.slices],
    }
