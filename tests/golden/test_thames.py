"""A bureau that is nothing like Handan: English names, London's clocks, five teams and a Pitman unit."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from rosterctl.cli.main import run

THAMES = Path(__file__).parent / "thames"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its roster over the night of 24 October 2026, when 02:00 BST becomes 01:00 GMT, and the CSV of it."""
    folder = tmp_path_factory.mktemp("thames")
    arguments = ["--from", "2026-10-19", "--days", "14", "--out", str(folder / "roster"), "--quiet"]
    assert run(["validate", str(THAMES)]) == 0
    assert run(["solve", str(THAMES), *arguments]) == 0  # every post has its minimum and its plan
    assert run(["export", "csv", str(folder / "roster"), "--out", str(folder / "csv"), "--raw"]) == 0
    return folder


def hours(folder: Path, day: str, shift: str) -> dict[str, float]:
    """Paid hours by officer of one shift on one date, added over the stretches at each post."""
    found: dict[str, float] = {}
    with (folder / "csv" / "roster.csv").open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            if (row["date"], row["shift"]) == (day, shift):
                found[row["officer_id"]] = found.get(row["officer_id"], 0.0) + float(row["hours"])
    return found


def test_it_audits_clean(folder: Path):
    assert run(["audit", str(folder / "roster")]) == 0


def test_a_night_is_an_hour_longer_when_the_clocks_go_back(folder: Path):
    before, change = (
        hours(folder, "2026-10-23", "night-late-10"),
        hours(folder, "2026-10-24", "night-late-10"),
    )
    assert set(before.values()) == {10}
    assert set(change.values()) == {11}  # 23:00 BST to 09:00 GMT
    assert set(hours(folder, "2026-10-24", "night").values()) == {13}  # the Pitman unit, 19:00 to 07:00


def test_the_edited_csv_is_judged_by_the_same_clock(folder: Path):
    assert run(["audit", str(folder / "csv" / "roster.csv"), "--of", str(folder / "roster")]) == 0
