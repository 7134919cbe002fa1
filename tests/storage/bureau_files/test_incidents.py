"""Incidents become rows of incidents.csv."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rosterctl.storage.bureau_files.incidents import Incident, with_incidents

DAY = date(2026, 12, 7)


def test_each_incident_is_a_row_in_their_order() -> None:
    incidents = [
        Incident("sick", "P003", DAY, date(2026, 12, 9), "flu"),
        Incident("vehicle-down", "CAR1", DAY),
    ]
    assert with_incidents(Path("incidents.csv"), None, incidents).decode() == (
        "kind,id,first,last,note\nsick,P003,2026-12-07,2026-12-09,flu\nvehicle-down,CAR1,2026-12-07,,\n"
    )


def test_a_file_that_is_there_keeps_its_rows_and_columns() -> None:
    known = b"id,kind,first\nP001,back,2026-12-01\n"
    found = with_incidents(Path("incidents.csv"), known, [Incident("sick", "P003", DAY)])
    assert found == known + b"P003,sick,2026-12-07\n"
