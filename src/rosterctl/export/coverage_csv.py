"""`coverage.csv`: required and present strength in half-hour slots, as `insight.coverage` counts it.

`date` is the one on which the slot is: after midnight the one after the duty day's. `scope` is `bureau`,
`unit:ID` or `strength:ID`. `required` is the target's where the scope is one, else it is of the legal minima
alone: the posts' plan may be short where no gap is shown. `gap` is required less nominal, where that is
short, in heads of any kind. Vehicles of any other kind than car and motorcycle are not counted here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from rosterctl.export.spreadsheet import Sheet
from rosterctl.insight.coverage import Coverage
from rosterctl.timeline.clock import clock_text, happening

COVERAGE_COLUMNS = (
    *("date", "slot_start", "slot_end", "scope", "required", "nominal", "effective", "gap"),
    *("sworn", "auxiliary", "cars", "motorcycles"),
)


def coverage_csv(slots: Iterable[Coverage], sheet: Sheet) -> bytes:
    """The file's bytes."""

    @cache
    def times(day: date, start: int, end: int) -> str:
        date_, since, until = happening(day, start, end)
        return f"{date_.isoformat()},{clock_text(since)},{clock_text(until)}"

    return sheet.file(
        COVERAGE_COLUMNS,
        (
            f"{times(one.day, one.start, one.end)},{sheet.cell(one.scope)},{one.required},"
            f"{one.nominal},{one.effective},{one.gap},{one.sworn},{one.auxiliary},"
            f"{one.vehicles.get('car', 0)},{one.vehicles.get('motorcycle', 0)}"
            for one in slots
        ),
    )
