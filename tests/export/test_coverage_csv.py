"""coverage.csv, as another program reads it."""

from __future__ import annotations

import csv
import io

from rosterctl.domain.roster import Slice
from rosterctl.domain.vehicle import Vehicle
from rosterctl.export.coverage_csv import coverage_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.insight.coverage import coverage
from tests.support.bureaus import MONDAY, duty, roster_of, small_bureau

RAW = Sheet(raw=True)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_coverage() -> None:
    bureau = small_bureau(teams="A", vehicles=[Vehicle("C1", "car", "U1")])
    roster = roster_of(
        bureau, MONDAY, 1, [duty(bureau, "a", MONDAY, "day", slices=[Slice(420, 1140, "", ("C1",))])]
    )
    rows = rows_of(coverage_csv(coverage(bureau, roster), RAW))
    assert len(rows) == 2 * 48
    assert rows[0] == {
        "date": "2026-12-07",
        "slot_start": "07:00",
        "slot_end": "07:30",
        "scope": "bureau",
        "required": "0",
        "nominal": "1",
        "effective": "1",
        "gap": "0",
        "sworn": "1",
        "auxiliary": "0",
        "cars": "1",
        "motorcycles": "0",
    }
    assert [rows[47][column] for column in ("date", "slot_start", "slot_end", "nominal")] == [
        *("2026-12-08", "06:30", "07:00", "0")
    ]
