"""The month table for the wall: people by dates, team by team, what each line comes to, who leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Role
from rosterctl.domain.roster import Roster
from rosterctl.export.xlsx import wording
from rosterctl.export.xlsx.book import Book, Content, PrintedSheet
from rosterctl.export.xlsx.legend import legend
from rosterctl.export.xlsx.terms import role_name, team_name, weekday_name
from rosterctl.insight.month_table import MonthLine, month_table
from rosterctl.timeline.calendar import DayType
from rosterctl.wording import say

_WIDTHS = (12.0, 10.0, 13.0, 7.0)
"""Of name, badge, telephone and role, in characters."""
_SUM_LOOKS = ("count", "hours", *["count"] * 4, "hours")
DATE_WIDTH, SUM_WIDTH = 3.6, 7.0
_Leading = Mapping[str, Mapping[bool, Mapping[date, Sequence[str]]]]
"""Names by unit, by night or not, and by date."""


def add_month_table(book: Book, bureau: Bureau, roster: Roster) -> None:
    """Everybody of the bureau, unit by unit."""
    days = tuple(roster.horizon)
    sums = _sums()
    widths = (*_WIDTHS, *[DATE_WIDTH] * len(days), *[SUM_WIDTH] * len(sums))
    sheet = book.sheet(say(wording.MONTH_TABLE), widths)
    sheet.printed_wide()
    title = say(wording.TITLE, bureau=bureau.name, first=days[0], last=days[-1])
    sheet.row([title], "title")
    for line in legend(bureau, roster, sum(widths)):
        sheet.row([line])
    _head(sheet, bureau, days, sums)
    leading = _leading(bureau, roster)
    for unit, of_unit in groupby(month_table(bureau, roster), key=lambda one: one.unit):
        for team, lines in groupby(of_unit, key=lambda one: one.team):
            _team(sheet, bureau, unit, team, list(lines))
        for row in _rows_of_leaders(days, leading.get(unit, {})):
            sheet.row(row, ["plain"] * len(_WIDTHS) + ["small"] * len(days))


def _head(sheet: PrintedSheet, bureau: Bureau, days: Sequence[date], sums: Sequence[str]) -> None:
    """The number of each date (of the first and of every 1st with its month), weekday, festival."""
    off = [DayType.WORKDAY not in bureau.calendar.types(day) for day in days]
    looks = ["head"] * len(_WIDTHS) + ["day-off" if one else "day" for one in off] + ["head"] * len(sums)
    empty: list[Content] = [None] * len(_WIDTHS)
    numbers = (f"{day.month}/{day.day}" if day == days[0] or day.day == 1 else f"{day.day}" for day in days)
    sheet.row([*empty, *numbers], looks)
    names = say(wording.NAME), say(wording.BADGE), say(wording.TELEPHONE), say(wording.ROLE)
    sheet.row([*names, *(weekday_name(day) for day in days), *sums], looks)
    if any(bureau.calendar.festival(day) for day in days):
        sheet.row([*empty, *(bureau.calendar.festival(day) or None for day in days)], "small")
    sheet.freeze(len(_WIDTHS))


def _sums() -> tuple[str, ...]:
    return (
        say(wording.DUTIES_HEAD),
        say(wording.HOURS),
        say(wording.NIGHTS),
        say(wording.WEEKENDS),
        say(wording.HOLIDAYS),
        say(wording.RECALLS),
        say(wording.OVERTIME_HOURS),
    )


def _team(sheet: PrintedSheet, bureau: Bureau, unit: str, team: str, lines: Sequence[MonthLine]) -> None:
    home = bureau.units[unit].name
    heading = say(wording.TEAM_HEADING, unit=home, team=team_name(bureau, unit, team), heads=len(lines))
    sheet.row([heading], "group")
    for line in lines:
        one, counts = line.officer, line.counts
        who = one.name, one.badge, one.phone, role_name(one.role)
        sums = (
            line.duties,
            line.minutes / 60,
            counts.nights,
            counts.weekends,
            counts.holidays,
            counts.recalls,
            counts.overtime_minutes / 60,
        )
        sheet.row(
            [*who, *(cell.marked for cell in line.cells), *sums],
            ["plain"] * len(_WIDTHS) + [cell.kind.value for cell in line.cells] + list(_SUM_LOOKS),
        )


def _leading(bureau: Bureau, roster: Roster) -> _Leading:
    """Who may lead in each unit, duty by duty; whoever is lent leads where the duty is served."""
    found: dict[str, dict[bool, dict[date, list[str]]]] = {}
    for duty in roster.duties:
        officer = bureau.officers[duty.officer]
        if officer.leader and officer.role is Role.SWORN:
            by_night = found.setdefault(duty.unit, {False: {}, True: {}})
            night = bureau.worked_shift(duty).touches_night
            by_night[night].setdefault(duty.day, []).append(officer.name)
    return found


def _rows_of_leaders(
    days: Iterable[date], by_night: Mapping[bool, Mapping[date, Sequence[str]]]
) -> Iterator[list[Content]]:
    """By day and by night; no row where nobody may."""
    for night, names in by_night.items():
        if names:
            cells = (" ".join(names[day]) if day in names else None for day in days)
            heading = say(wording.LEADERS_BY_NIGHT if night else wording.LEADERS_BY_DAY)
            yield [heading, *[None] * (len(_WIDTHS) - 1), *cells]
