"""The hours of a month, team by team, and the time off in lieu of those who have any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from rosterctl.cli.pages.lists import wording
from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.accounts.worked import HoursWorked
from rosterctl.export.plain_text import clean, table
from rosterctl.export.spreadsheet import Sheet, decimal_hours
from rosterctl.export.xlsx.terms import role_name
from rosterctl.operations.accounts.hours import MonthHours, OfficerHours
from rosterctl.wording import say


def hours_page(month: MonthHours, shown: Sequence[OfficerHours]) -> Page:
    """Of those who are shown; with more than one in a team what the team comes to together."""
    first, last = month.dates.first, month.dates.last
    parts = [say(wording.HOURS_OF, bureau=month.bureau.name, first=first, last=last)]
    if month.unpublished:
        spans = say(wording.BETWEEN_DATES).join(_spans(month.unpublished))
        parts.append(say(wording.NOT_PUBLISHED, dates=spans))
    parts.append(say(wording.HOURS_LEGEND))
    for (unit, team), some in groupby(shown, key=lambda one: (one.home.unit, one.home.team)):
        same = list(some)
        head = say(wording.HOURS_OF_TEAM, unit=month.bureau.units[unit].name, team=team, heads=len(same))
        parts.append(f"{clean(head)}\n\n{_table(same)}")
    parts.append(_lieu(shown))
    fields = {
        "from": first.isoformat(),
        "until": last.isoformat(),
        "unpublished": [day.isoformat() for day in month.unpublished],
        "officers": [_fields(one) for one in shown],
    }
    return Page("\n\n".join("\n".join(map(clean, part.splitlines())) for part in parts), fields)


def hours_csv(month: MonthHours, shown: Iterable[OfficerHours]) -> bytes:
    """A row an officer, for a spreadsheet: headings in the language spoken, hours with decimals."""
    sheet = Sheet()
    rows = (
        sheet.row(
            (
                f"{month.dates.first:%Y-%m}",
                month.bureau.units[one.home.unit].name,
                one.home.team,
                one.officer.id,
                one.officer.badge,
                one.officer.name,
                role_name(one.officer.role),
                one.worked.duties,
                one.worked.nights,
                *map(decimal_hours, _minutes(one.worked)),
                *map(decimal_hours, (one.lieu_earned, one.lieu_spent, one.lieu_left)),
            )
        )
        for one in shown
    )
    return sheet.file(say(wording.HOURS_IN_A_FILE).split(" | "), rows)


def _minutes(one: HoursWorked) -> tuple[int, ...]:
    return (
        one.minutes,
        one.on_holidays,
        one.overtime_on_duty_days,
        one.overtime_on_rest_days,
        one.overtime_on_holidays,
    )


def _table(team: Sequence[OfficerHours]) -> str:
    rows = [(one.officer.id, one.officer.name, *_cells(one.worked)) for one in team]
    if len(team) > 1:
        whole = sum((one.worked for one in team), HoursWorked())
        rows.append(("", say(wording.HOURS_TOGETHER), *_cells(whole)))
    return table(rows, say(wording.HOURS_COLUMNS).split(" | "), range(2, 9))


def _cells(one: HoursWorked) -> Iterator[str]:
    yield from (str(one.duties), str(one.nights))
    yield from map(decimal_hours, _minutes(one))


def _lieu(shown: Iterable[OfficerHours]) -> str:
    rows = [
        (one.officer.id, one.officer.name, *map(decimal_hours, minutes))
        for one in shown
        if any(minutes := (one.lieu_earned, one.lieu_spent, one.lieu_left))
    ]
    if not rows:
        return say(wording.LIEU_OF_NOBODY)
    columns = say(wording.LIEU_HEADINGS).split(" | ")
    return f"{say(wording.LIEU_TITLE)}\n\n{table(rows, columns, (2, 3, 4))}"


def _fields(one: OfficerHours) -> dict[str, Any]:
    names = ("hours", "holiday_hours", "overtime_duty_days", "overtime_rest_days", "overtime_holidays")
    hours = {name: round(minutes / 60, 2) for name, minutes in zip(names, _minutes(one.worked), strict=True)}
    return {
        "officer": one.officer.id,
        "badge": one.officer.badge,
        "name": one.officer.name,
        "unit": one.home.unit,
        "team": one.home.team,
        "duties": one.worked.duties,
        "nights": one.worked.nights,
        **hours,
        "lieu_earned": round(one.lieu_earned / 60, 2),
        "lieu_spent": round(one.lieu_spent / 60, 2),
        "lieu_left": round(one.lieu_left / 60, 2),
    }


def _spans(days: Sequence[date]) -> Iterator[str]:
    """Dates one after the other as one stretch."""
    for _, some in groupby(enumerate(days), key=lambda pair: pair[1] - timedelta(days=pair[0])):
        first, *more = (day for _, day in some)
        yield say(wording.SPAN_OF_DATES, first=first, last=more[-1]) if more else str(first)
