"""Lists of absences and of requests: whose, when, and which."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.people.wish import WishKind
from rosterctl.intake.sheets import wording
from rosterctl.intake.sheets.headings import DATES_IN_ONE, DAYS, ListKind
from rosterctl.intake.sheets.lines import (
    ListLine,
    ListNotes,
    RowCells,
    TakenList,
    lines_under,
    officer_of_line,
)
from rosterctl.intake.sheets.register import Register
from rosterctl.intake.sheets.top_row import Header
from rosterctl.intake.sheets.vocabulary import absence_of, day_of, numbers_in, period_of, wish_of
from rosterctl.wording import say


def absences_in(headers: Sequence[Header], register: Register) -> TakenList:
    """Every line of the list as a row of absences.csv; what is not understood stands in it as written."""
    notes, rows = ListNotes(), []
    for line in (line for header in headers for line in lines_under(header, notes)):
        officer, _ = officer_of_line(line, register, notes)
        first, last = _dates(line, notes)
        kind = absence_of(line["kind"])
        if kind not in [*AbsenceKind]:
            words = say(wording.BETWEEN_IDS).join(AbsenceKind)
            notes.add(say(wording.ABSENCE_UNKNOWN, kind=line["kind"], words=words), line.number)
        rows.append({"officer_id": officer, "first": first, "last": last, "kind": kind} | line.remarks)
    return TakenList(ListKind.ABSENCES, tuple(headers), tuple(rows), notes.all())


def requests_in(headers: Sequence[Header], register: Register) -> TakenList:
    """The same for requests.csv."""
    notes, rows = ListNotes(), []
    for line in (line for header in headers for line in lines_under(header, notes)):
        officer, _ = officer_of_line(line, register, notes)
        wish = wish_of(line["wish"])
        if wish not in [*WishKind]:
            notes.add(
                say(wording.WISH_UNKNOWN, wish=line["wish"], words=say(wording.BETWEEN_IDS).join(WishKind)),
                line.number,
            )
        cells: RowCells = {
            "officer_id": officer,
            "date": dated(line, "date", notes),
            "wish": wish,
            "weight": line["weight"],
        }
        rows.append(cells | line.remarks)
    return TakenList(ListKind.REQUESTS, tuple(headers), tuple(rows), notes.all())


def dated(line: ListLine, column: str, notes: ListNotes) -> str:
    """The date in a column; noted where it is none."""
    day = day_of(line[column])
    if not _is_date(day):
        notes.add(say(wording.NO_DATE, text=line[column]), line.number)
    return day


def _dates(line: ListLine, notes: ListNotes) -> tuple[str, str]:
    """First and last date: in two columns, in one as a period, or the first and for how many days."""
    period = period_of(line[DATES_IN_ONE] or (line["first"] if not line["last"] else ""))
    if period is not None and not (line["first"] and line["last"]):
        first, last = period
    elif line[DATES_IN_ONE] and not line["first"]:
        notes.add(say(wording.NO_DATE, text=line[DATES_IN_ONE]), line.number)
        return line[DATES_IN_ONE], ""
    else:
        first = dated(line, "first", notes)
        last = dated(line, "last", notes) if line["last"] else ""
    days = next(numbers_in(line[DAYS]), 0)
    if not last or (first == last and not line["last"]):
        last = _after(first, days or 1)
    elif days and _after(first, days) != last and _is_date(first):
        notes.add(say(wording.OTHER_NUMBER_OF_DAYS, first=first, last=last, days=days), line.number)
    return first, last


def _after(first: str, days: int) -> str:
    if not _is_date(first) or days > 3660:
        return ""
    return (date.fromisoformat(first) + timedelta(days=days - 1)).isoformat()


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
