"""off_rotation.csv, as another program reads it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from rosterctl.domain.roster import OffCause, OffRotation
from rosterctl.export.off_rotation_csv import OFF_COLUMNS, off_rotation_csv
from rosterctl.export.report.off_rotation import off_fields
from rosterctl.export.spreadsheet import Sheet
from tests.support.bureaus import MONDAY, plain_roster, small_bureau
from tests.support.edited_shift import KEY, edited_bureau

BUREAU = small_bureau()


def rows(off: tuple[OffRotation, ...] | None) -> list[list[str]]:
    roster = replace(plain_roster(BUREAU, MONDAY, 1), off_rotation=off)
    text = off_rotation_csv(BUREAU, roster, Sheet(raw=True)).decode()
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_row_for_each_duty_off_the_rotation() -> None:
    night = OffRotation("b", MONDAY, "night", "U1", OffCause.ROTATION, "rest")
    lent = OffRotation("a", MONDAY, "day", "U1", OffCause.LOAN)
    head, first, second = rows((night, lent))
    assert head == list(OFF_COLUMNS)
    assert first == [
        *("2026-12-07", "U1", "U1", "B", "b", "b", "b", "sworn"),
        *("night", "19:00", "07:00", "yes", "rotation", "rest"),
    ]
    assert second[8:] == ["day", "07:00", "19:00", "no", "loan", ""]


def test_nobody_off_leaves_the_head_alone() -> None:
    assert rows(()) == rows(None) == [list(OFF_COLUMNS)]


def test_an_edited_shift_has_its_own_id_and_the_times_then() -> None:
    bureau = edited_bureau()
    off = OffRotation("a", MONDAY, KEY, "U1", OffCause.PERSON, "protected")
    roster = replace(plain_roster(bureau, MONDAY, 1), off_rotation=(off,))
    text = off_rotation_csv(bureau, roster, Sheet(raw=True)).decode()
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert (row["shift"], row["start"], row["end"]) == ("day", "07:00", "19:00")
    assert off_fields(bureau, off)["shift"] == "day"
