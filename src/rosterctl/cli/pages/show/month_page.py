"""The month table (排班表) on the terminal: people by dates, ten dates a table, team by team."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from rosterctl.cli.pages.show import wording
from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.plain_text import clean, columns, table
from rosterctl.insight.month_table import MonthLine, month_table
from rosterctl.wording import say

DATES_A_TABLE = 10
"""A third of a month (旬): so many fit beside a name and the sums into eighty columns."""


def month_page(bureau: Bureau, roster: Roster, unit: str = "") -> Page:
    """Everybody of the bureau or of one unit; the sums stand beside the last dates."""
    lines = month_table(bureau, roster, unit)
    parts = [say(wording.MONTH_SIGNS)]
    for (home, team), same in groupby(lines, key=lambda one: (one.unit, one.team)):
        heading = say(wording.TEAM_OF, unit=bureau.units[home].name, team=team)
        parts.append("\n\n".join([clean(heading), *_tables(roster, list(same))]))
    return Page("\n\n".join(parts), {"lines": [_fields(roster, one) for one in lines]})


def _tables(roster: Roster, lines: Sequence[MonthLine]) -> Iterator[str]:
    days, signs = tuple(roster.horizon), columns(say(wording.WEEKDAY_SIGNS))
    for first in range(0, len(days), DATES_A_TABLE):
        last = min(first + DATES_A_TABLE, len(days))
        heads = ["", *(f"{day.day}\n{signs[day.weekday()]}" for day in days[first:last])]
        rows = [[one.officer.name, *(cell.marked for cell in one.cells[first:last])] for one in lines]
        if last == len(days):
            heads += [say(wording.HOURS_HEAD), say(wording.NIGHTS_HEAD)]
            for row, one in zip(rows, lines, strict=True):
                row += [f"{one.minutes / 60:g}", f"{one.counts.nights}"]
        yield table(rows, heads)


def _fields(roster: Roster, line: MonthLine) -> dict[str, Any]:
    return {
        "officer": line.officer.id,
        "name": line.officer.name,
        "unit": line.unit,
        "team": line.team,
        "days": {day.isoformat(): cell.marked for day, cell in zip(roster.horizon, line.cells, strict=True)},
        "duties": line.duties,
        "hours": round(line.minutes / 60, 2),
        "nights": line.counts.nights,
        "recalls": line.counts.recalls,
    }
