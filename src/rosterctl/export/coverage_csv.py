"""`coverage.csv`: required and present strength in half-hour slots, as `insight.coverage` counts it.

`date` is the duty day's; a slot after midnight still has the date its duty day started on. `scope` is
`bureau`, `unit:ID` or `strength:ID`; `gap` is required less nominal, where that is short. Vehicles of any
other kind than car and motorcycle are not counted here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rosterctl.export.spreadsheet import Sheet
from rosterctl.insight.coverage import Coverage
from rosterctl.timeline.clock import clock_text

COVERAGE_COLUMNS = (
    *("date", "slot_start", "slot_end", "scope", "required", "nominal", "effective", "gap"),
    *("sworn", "auxiliary", "cars", "motorcycles"),
)


def coverage_csv(slots: Iterable[Coverage], sheet: Sheet) -> bytes:
    """The file's bytes."""
    times = cache(lambda start, end: f"{clock_text(start)},{clock_text(end)}")
    return sheet.file(
        COVERAGE_COLUMNS,
        (
            f"{one.day.isoformat()},{times(one.start, one.end)},{sheet.cell(one.scope)},{one.required},"
            f"{one.nominal},{one.effective},{one.gap},{one.sworn},{one.auxiliary},"
            f"{one.vehicles.get('car', 0)},{one.vehicles.get('motorcycle', 0)}"
            for one in slots
        ),
    )
