"""An officer's line in the matrix: 白 夜 下 休 假 day by day, and what it adds up to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.accounts.tally import paid_minutes, tallies
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Roster
from rosterctl.domain.shift import own_id
from rosterctl.export.plain_text import clean, table
from rosterctl.export.report_off_rotation import off_fields, off_table
from rosterctl.export.report_pay import pay_rows, pay_text
from rosterctl.insight.pay_hours import pay_hours
from rosterctl.timeline.calendar import WEEKDAYS
from rosterctl.timeline.clock import clock_text

REST_SIGN, POST_NIGHT_SIGN, GONE_SIGN, LET_OFF_SIGN = "休", "下", "-", "免"
MARKS = {Origin.RECALL: "*", Origin.EXCHANGE: "换"}
AWAY_SIGNS = {
    AbsenceKind.LEAVE: "假",
    AbsenceKind.TRAINING: "训",
    AbsenceKind.SICKNESS: "病",
    AbsenceKind.COURT: "庭",
    AbsenceKind.MATERNITY: "产",
    AbsenceKind.LIEU: "调",
    AbsenceKind.OTHER: "缺",
}


def month_line(bureau: Bureau, roster: Roster, officer: Officer) -> Page:
    """The officer's dates week by week, the duties with their posts, and the totals."""
    duties = sorted((duty for duty in roster.duties if duty.officer == officer.id), key=lambda one: one.day)
    known = [duty for duty in roster.before if duty.officer == officer.id]
    off = [one for one in roster.off_rotation or () if one.officer == officer.id]
    let_off = {one.day for one in off}
    symbols = {
        day: _symbol(bureau, officer, day, [*known, *duties], let_off=day in let_off)
        for day in roster.horizon
    }
    totals = _totals(bureau, officer, duties)
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


def _symbol(bureau: Bureau, officer: Officer, day: date, duties: list[Duty], *, let_off: bool) -> str:
    """The cell of a date; a recall carries a star, a duty taken over 换. 免 is a plain duty let off."""
    worked = [duty for duty in duties if duty.day == day]
    if worked:
        return "".join(bureau.shifts[duty.shift].symbol + MARKS.get(duty.origin, "") for duty in worked)
    if not officer.serves(day):
        return GONE_SIGN
    absence = bureau.absence(officer, day)
    if absence:
        return AWAY_SIGNS[absence.kind]
    if let_off:
        return LET_OFF_SIGN
    yesterday = day - timedelta(days=1)
    night = any(duty.day == yesterday and bureau.worked_shift(duty).all_night for duty in duties)
    return POST_NIGHT_SIGN if night else REST_SIGN


def _totals(bureau: Bureau, officer: Officer, duties: list[Duty]) -> dict[str, float]:
    counts = tallies(bureau, duties)[officer.id]
    paid = sum(paid_minutes(bureau, duty.day, bureau.worked_shift(duty)) for duty in duties)
    return {
        "duties": len(duties),
        "hours": round(paid / 60, 2),
        "nights": counts.nights,
        "weekends": counts.weekends,
        "holidays": counts.holidays,
        "eves": counts.eves,
        "recalls": counts.recalls,
        "overtime_hours": round(counts.overtime_minutes / 60, 2),
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
