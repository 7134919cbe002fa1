"""Ids that lost their leading zeros in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.intake.build.zeros import without_zeros
from rosterctl.intake.load import examine
from tests.support.folders import change, flawless, told

ROW = "1002,900002,李四,auxiliary,,S01,A,no,,Z1,,"


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    """Officer 1002 is called 01002, and was so wherever they are named until Excel saved the files."""
    folder = flawless(tmp_path)
    change(folder / "officers/S01.csv", ROW, f"0{ROW}")
    return folder


def absent(bureau: Path) -> set[str]:
    found = examine(bureau).bureau
    assert found is not None, told(bureau)
    return {one.officer for one in found.absences} | {one.officer for one in found.wishes}


def test_the_one_id_that_fits_is_meant_in_every_file(bureau: Path) -> None:
    assert "01002" in absent(bureau)
    assert "1002" not in absent(bureau)


def test_where_two_fit_the_id_is_unknown(bureau: Path) -> None:
    change(bureau / "officers/S01.csv", f"0{ROW}", f"0{ROW}\n00{ROW}")
    assert [one.partition(":")[0] for one in told(bureau)] == ["absences.csv", "requests.csv"]


def test_an_id_that_is_there_is_meant_itself(bureau: Path) -> None:
    change(bureau / "officers/S01.csv", f"0{ROW}", f"0{ROW}\n{ROW}")
    assert "1002" in absent(bureau)


def test_zeros_are_put_back_and_none_taken_away(bureau: Path) -> None:
    change(bureau / "absences.csv", "1002,", "001002,")
    (mistake,) = told(bureau)
    assert "unknown officer '001002'" in mistake


def test_units_and_teams_too(tmp_path: Path) -> None:
    folder = flawless(tmp_path)
    for file in [*folder.rglob("*.csv"), *folder.rglob("*.yaml")]:
        file.write_text(file.read_text("utf-8").replace("S01", "007"), "utf-8")
    assert told(folder) == []
    change(folder / "officers/S01.csv", ",007,", ",7,")
    assert told(folder) == []


def test_what_is_left_of_an_id() -> None:
    written = ("030101", "0", "00", "P01", "１", "")
    assert [without_zeros(one) for one in written] == ["30101", "0", "0", "P01", "１", ""]
