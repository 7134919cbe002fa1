"""Officers: each in one file, once; dates in order; only a sworn officer leads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.people.officer import Assignment, Officer, Role
from rosterctl.intake.build.people.officers import officers_of, skills_declared
from rosterctl.intake.build.work.rotations import rotations_of
from rosterctl.intake.build.work.units import units_of
from rosterctl.intake.load import examine
from tests.support.folders import contents_of, flawless, spoilt, told, write

HEAD = "officer_id,name,role,unit,team,leader,skills,zone,joined,left,protected_from,protected_until\n"


def with_officers(folder: Path, *rows: str) -> Path:
    """Beside those of S01, in the place of the one of S02."""
    bureau = flawless(folder)
    write(bureau / "officers/S02.csv", HEAD + "\n".join(rows))
    return bureau


def test_an_officer_with_everything(tmp_path: Path) -> None:
    row = "2009,钱七,sworn,S02,A,yes,traffic patrol,Z2,2020-01-01,2026-12-31,2026-11-01,2026-11-30"
    contents = contents_of(with_officers(tmp_path, row))
    found = officers_of(contents, units_of(contents, rotations_of(contents)))
    assert list(found) == ["1001", "1002", "1003", "2009"]
    assert found["2009"] == Officer(
        "2009",
        "",
        "钱七",
        Role.SWORN,
        "",
        (Assignment("S02", "A", "Z2"),),
        True,
        frozenset(("traffic", "patrol")),
        "",
        date(2020, 1, 1),
        date(2026, 12, 31),
        date(2026, 11, 1),
        date(2026, 11, 30),
    )


@pytest.mark.parametrize(
    ("row", "mistakes"),
    [
        ("2009,a,auxiliary,S02,A,no,,,,,,", []),
        ("2009,a,auxiliary,S02,A,yes,,,,,,", ["leader: only a sworn officer can lead"]),
        ("2009,a,sworn,S02,A,no,,,2026-01-01,2026-01-01,,", []),  # one date of service
        (
            "2009,a,sworn,S02,A,no,,,2026-01-02,2026-01-01,,",
            ["left: 2026-01-01 lies before joined 2026-01-02"],
        ),
        ("2009,a,sworn,S02,A,no,,,,,2026-01-01,2026-01-01", []),
        ("2009,a,sworn,S02,A,no,,,,,,2026-01-01", []),
        (
            "2009,a,sworn,S02,A,no,,,,,2026-01-02,2026-01-01",
            ["protected_until: 2026-01-01 lies before protected_from 2026-01-02"],
        ),
        ("2009,a,sworn,S09,A,no,,,,,,", ["unit: unknown unit 'S09' (did you mean 'S02'?)"]),
        ("2009,a,sworn,S02,A,no,,Z9,,,,", ["zone: unknown zone 'Z9'"]),
        ("2009,a,sworn,S02,C,no,,,,,,", ["team: unit 'S02' has no team 'C'"]),
    ],
)
def test_a_row(tmp_path: Path, row: str, mistakes: list[str]) -> None:
    found = told(with_officers(tmp_path, row))
    assert [one.split(": ", 1)[1] for one in found] == mistakes


def test_an_id_is_used_once(tmp_path: Path) -> None:
    row = "2009,a,sworn,S02,A,no,,,,,,"
    assert told(with_officers(tmp_path, row, row)) == ["officers/S02.csv:3:1: officer '2009' is there twice"]
    assert told(with_officers(tmp_path / "b", "1001,a,sworn,S02,A,no,,,,,,")) == [
        "officers/S02.csv:2:1: officer '1001' is in two units: 'S01' (officers/S01.csv:2:1) and 'S02'"
    ]


def test_where_an_officer_stands_the_first_time_is_the_beginning_of_the_row(tmp_path: Path) -> None:
    row = "a,sworn,S02,A,no,,,,,,"
    bureau = with_officers(tmp_path, row.replace("a,", "a,2009,", 1), row.replace("a,", "a,2009,", 1))
    text = (bureau / "officers/S02.csv").read_text("utf-8")
    write(bureau / "officers/S02.csv", text.replace("officer_id,name,", "name,officer_id,"))
    (one,) = examine(bureau).problems
    assert str(one.place) == "officers/S02.csv:3:3"
    assert one.hint == "it stands already in officers/S02.csv:2:1; give each its own id"


def test_a_row_whose_id_cannot_be_read_may_be_anybody(tmp_path: Path) -> None:
    """So an absence of an unknown officer is no mistake besides."""
    found = spoilt(tmp_path, "officers/S01.csv", "1002,900002", "10 02,900002")
    assert found == [
        "officers/S01.csv:3:1: officer_id: '10 02' is not an id: up to 64 characters without spaces, "
        "slashes, commas or quotes"
    ]


def test_a_skill_in_a_wrong_row_is_still_somebodys(tmp_path: Path) -> None:
    """Else a post type would be told of as one nobody is licensed for."""
    bureau = flawless(tmp_path)
    text = (bureau / "officers/S01.csv").read_text("utf-8")
    text = text.replace("1001,900001,张三,sworn", "1001,900001,张三,swrn").replace("B,no,rider", "B,no,")
    write(bureau / "officers/S01.csv", text)
    assert told(bureau) == ["officers/S01.csv:2:16: role: unknown word 'swrn' (did you mean 'sworn'?)"]
    assert "rider" in skills_declared(contents_of(bureau))


def test_of_a_row_without_a_right_id_any_officer_may_be_meant(tmp_path: Path) -> None:
    contents = contents_of(with_officers(tmp_path / "a", "2009,a,sworn,S02,A,no,,,,,,"))
    assert list(contents.officer_ids.places) == ["1001", "1002", "1003", "2009"]
    assert contents.officer_ids.complete
    contents = contents_of(with_officers(tmp_path / "b", "20 09,a,sworn,S02,A,no,,,,,,"))
    assert list(contents.officer_ids.places) == ["1001", "1002", "1003"]
    assert not contents.officer_ids.complete


@pytest.mark.parametrize(
    "row",
    [
        "2009,a,swrn,S02,A,no,,,,,,",  # wrong by itself
        "2009,a,sworn,S09,A,no,,,,,,",  # of no unit
        "2009,a,sworn,S02,A,no,,,2026-01-02,2026-01-01,,",  # on the roll on no date
    ],
)
def test_nobody_is_made_of_a_row_that_says_nowhere_or_never(tmp_path: Path, row: str) -> None:
    contents = contents_of(with_officers(tmp_path, row, "2010,b,sworn,S02,A,no,,,,,,"))
    found = officers_of(contents, units_of(contents, rotations_of(contents)))
    assert list(found) == ["1001", "1002", "1003", "2010"]
