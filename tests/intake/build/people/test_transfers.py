"""Where officers belong from date to date, while they serve and their unit and team are there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.people.officer import Assignment
from rosterctl.intake.build.people.transfers import transfers_of
from rosterctl.intake.load import read_bureau
from tests.support.folders import change, contents_of, flawless, told, write

HEAD = "officer_id,date,unit,team,zone\n"
JANUARY, FEBRUARY = date(2027, 1, 1), date(2027, 2, 1)


def transferred(folder: Path, *rows: str, unit: str = "", second: str = "") -> Path:
    """`unit` are keys more of S01, `second` of S02."""
    bureau = flawless(folder)
    change(bureau / "bureau.yaml", "absences:", "transfers: [transfers.csv]\nabsences:")
    write(bureau / "transfers.csv", HEAD + "\n".join(rows))
    change(bureau / "events.yaml", "units: [S01, S02]", "units: [S01]")
    if unit:
        change(bureau / "units/S01.yaml", "    recalls:", f"    {unit}\n    recalls:")
    if second:
        change(bureau / "units/S02.yaml", "teams:", f"{second}, teams:")
    return bureau


def test_without_a_zone_the_home_stays_within_the_unit_only(tmp_path: Path) -> None:
    bureau = transferred(
        tmp_path,
        "1002,2027-01-01,S01,B,",
        "1002,2027-02-01,S02,A,",
        "2001,2027-01-01,S01,A,Z1",
    )
    officers = read_bureau(bureau).officers
    assert officers["1002"].assignments == (
        Assignment("S01", "A", "Z1"),
        Assignment("S01", "B", "Z1", JANUARY),
        Assignment("S02", "A", "", FEBRUARY),
    )
    assert officers["2001"].assignments == (
        Assignment("S02", "A", "Z2"),
        Assignment("S01", "A", "Z1", JANUARY),
    )


def test_the_rows_of_an_officer_come_in_order_of_their_dates_and_of_two_the_first_counts(
    tmp_path: Path,
) -> None:
    bureau = transferred(
        tmp_path,
        "1002,2027-02-01,S02,A,",
        "1002,2027-01-01,S01,B,",
        "1002,2027-02-01,S01,A,",
        "2001,2027-01-01,S01,A,",
    )
    found = transfers_of(contents_of(bureau))
    assert {officer: [str(row.place) for row in rows] for officer, rows in found.items()} == {
        "1002": ["transfers.csv:3:1", "transfers.csv:2:1"],
        "2001": ["transfers.csv:5:1"],
    }


@pytest.mark.parametrize(
    ("rows", "mistakes"),
    [
        (["1002,2027-01-01,S01,B,", "1002,2027-01-02,S01,A,"], []),
        (
            ["1002,2027-01-01,S01,B,", "1002,2027-01-01,S02,A,"],
            ["transfers.csv:3:6: officer '1002' is transferred twice on 2027-01-01"],
        ),
        (["1009,2027-01-01,S01,B,"], ["transfers.csv:2:1: officer_id: unknown officer '1009'"]),
        (
            ["1002,2027-01-01,S01,A,"],
            ["transfers.csv:2:17: officer '1002' belongs to unit 'S01' and team 'A' already"],
        ),
        (["1002,2027-01-01,S01,A,Z2"], []),  # another zone is another place to belong to
        # 1001 joined on 2015-07-01: on that date they begin where their own row says.
        (
            ["1001,2015-07-01,S01,B,"],
            ["transfers.csv:2:6: date: officer '1001' serves only from 2015-07-01"],
        ),
        (["1001,2015-07-02,S01,B,"], []),
        # 1003 serves until 2026-11-30, that date included.
        (["1003,2026-11-30,S01,A,"], []),
        (
            ["1003,2026-12-01,S01,A,"],
            ["transfers.csv:2:6: date: officer '1003' serves only until 2026-11-30"],
        ),
        (
            ["1002,2027-01-01,S01,C,"],
            ["transfers.csv:2:21: team: unit 'S01' has no team 'C'"],
        ),
        (
            ["1002,2027-01-01,S09,A,"],
            ["transfers.csv:2:17: unit: unknown unit 'S09' (did you mean 'S02'?)"],
        ),
        (
            ["1002,2027-01-01,S02,A,Z9"],
            ["transfers.csv:2:23: zone: unknown zone 'Z9'"],
        ),
    ],
)
def test_a_transfer(tmp_path: Path, rows: list[str], mistakes: list[str]) -> None:
    assert told(transferred(tmp_path, *rows)) == mistakes


OUT = ["1002,2027-01-01,S02,A,"]


@pytest.mark.parametrize(
    ("rows", "second", "mistakes"),
    [
        # S02 begins on the date of the transfer, or a date after it.
        (OUT, "from: 2027-01-01", []),
        (OUT, "from: 2027-01-02", ["transfers.csv:2:17: unit: unit 'S02' is there only from 2027-01-02"]),
        # S02 ends and they go back on the date after its last, or a date later.
        ([*OUT, "1002,2027-02-01,S01,A,Z1"], "until: 2027-01-31", []),
        (
            [*OUT, "1002,2027-02-01,S01,A,Z1"],
            "until: 2027-01-30",
            ["transfers.csv:2:17: unit: unit 'S02' is there only until 2027-01-30"],
        ),
    ],
)
def test_the_unit_is_there_all_the_while(
    tmp_path: Path, rows: list[str], second: str, mistakes: list[str]
) -> None:
    bureau = transferred(tmp_path, *rows, second=second)
    # 2001 stays in S02 and would be told of as well: they serve no longer than it is there.
    text = (bureau / "officers/S02.csv").read_text("utf-8")
    write(bureau / "officers/S02.csv", text.replace("Z2,,", "Z2,2027-01-15,2027-01-20"))
    assert told(bureau) == mistakes


CHANGE = "changes: [{from: 2027-01-15, teams: [{id: A}, {id: C, name: 丙班}]}]"


@pytest.mark.parametrize(
    ("rows", "mistakes"),
    [
        # Team C is there from 15 January, B until the day before.
        (["1002,2027-01-15,S01,C,"], []),
        (["1002,2027-01-14,S01,C,"], ["team: unit 'S01' has no team 'C' before 2027-01-15"]),
        (["1002,2027-01-14,S01,B,", "1002,2027-01-15,S01,A,"], []),
        (["1002,2027-01-15,S01,B,"], ["team: unit 'S01' has no team 'B' from 2027-01-15"]),
        (["1002,2027-01-14,S01,B,"], ["team: unit 'S01' has no team 'B' from 2027-01-15"]),
    ],
)
def test_the_team_is_there_all_the_while(tmp_path: Path, rows: list[str], mistakes: list[str]) -> None:
    found = told(transferred(tmp_path, *rows, unit=CHANGE))
    assert [one.split(": ", 1)[1] for one in found] == mistakes


def test_a_unit_that_is_described_twice_is_not_held_against_anybody(tmp_path: Path) -> None:
    bureau = transferred(tmp_path, *OUT)
    change(
        bureau / "units/S02.yaml",
        "units:",
        "units:\n  - {id: S02, name: x, kind: point, rotation: four, teams: [{id: Z, name: z}]}",
    )
    assert told(bureau) == ["units/S02.yaml:3:10: unit 'S02' is there twice"]
