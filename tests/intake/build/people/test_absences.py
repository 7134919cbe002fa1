"""Absences and wishes: known officers, dates in order and on the roll, no date twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.people.absence import Absence, AbsenceKind
from rosterctl.domain.people.wish import Wish, WishKind
from rosterctl.intake.build.people.absences import absences_of, after_duties_begun, wishes_of
from rosterctl.timeline.clock import WallMinute
from tests.support.folders import contents_of, flawless, mistakes_in, told, write

AWAY, WISHES = "officer_id,first,last,kind\n", "officer_id,date,wish,weight\n"


def away(folder: Path, *rows: str) -> list[str]:
    bureau = flawless(folder)
    write(bureau / "absences.csv", AWAY + "\n".join(rows))
    return told(bureau)


def wished(folder: Path, *rows: str) -> list[str]:
    bureau = flawless(folder)
    write(bureau / "requests.csv", WISHES + "\n".join(rows))
    return told(bureau)


def test_absences_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    write(
        bureau / "absences.csv", AWAY + "1002,2026-12-07,2026-12-07,court\n1001,2026-12-01,2026-12-02,leave\n"
    )
    assert absences_of(contents_of(bureau), {}) == (
        Absence("1002", date(2026, 12, 7), date(2026, 12, 7), AbsenceKind.COURT),
        Absence("1001", date(2026, 12, 1), date(2026, 12, 2), AbsenceKind.LEAVE),
    )


@pytest.mark.parametrize(
    ("rows", "mistakes"),
    [
        # One date, and one after the other without a date between them.
        (["1001,2026-12-01,2026-12-01,leave", "1001,2026-12-02,2026-12-03,court"], []),
        # The same dates of another officer.
        (["1001,2026-12-01,2026-12-02,leave", "1002,2026-12-01,2026-12-02,leave"], []),
        (
            ["1001,2026-12-02,2026-12-01,leave"],
            ["absences.csv:2:17: last: 2026-12-01 lies before first 2026-12-02"],
        ),
        (
            ["1001,2026-12-01,2026-12-02,leave", "1001,2026-12-02,2026-12-03,court"],
            [
                "absences.csv:3:1: two absences of officer '1001' overlap: "
                "2026-12-01 to 2026-12-02 and 2026-12-02 to 2026-12-03"
            ],
        ),
        # Told where it stands later in the file, whichever begins first.
        (
            ["1001,2026-12-05,2026-12-06,leave", "1001,2026-12-01,2026-12-05,court"],
            [
                "absences.csv:3:1: two absences of officer '1001' overlap: "
                "2026-12-01 to 2026-12-05 and 2026-12-05 to 2026-12-06"
            ],
        ),
        # A short one within a long one does not end it: the third still overlaps the first.
        (
            [
                "1001,2026-12-01,2026-12-31,leave",
                "1001,2026-12-05,2026-12-06,court",
                "1001,2026-12-20,2026-12-20,court",
            ],
            [
                "absences.csv:3:1: two absences of officer '1001' overlap: "
                "2026-12-01 to 2026-12-31 and 2026-12-05 to 2026-12-06",
                "absences.csv:4:1: two absences of officer '1001' overlap: "
                "2026-12-01 to 2026-12-31 and 2026-12-20 to 2026-12-20",
            ],
        ),
        (
            ["1009,2026-12-01,2026-12-01,leave"],
            ["absences.csv:2:1: officer_id: unknown officer '1009'"],
        ),
    ],
)
def test_absences(tmp_path: Path, rows: list[str], mistakes: list[str]) -> None:
    assert away(tmp_path, *rows) == mistakes


@pytest.mark.parametrize(
    ("row", "only"),
    [
        ("1003,2026-11-30,2026-12-05,leave", ""),  # 1003 serves until 2026-11-30: that date counts
        ("1003,2026-12-01,2026-12-05,leave", "until 2026-11-30"),
        ("1001,2015-06-01,2015-07-01,leave", ""),  # 1001 serves from 2015-07-01
        ("1001,2015-06-01,2015-06-30,leave", "from 2015-07-01"),
    ],
)
def test_an_absence_touches_the_roll(tmp_path: Path, row: str, only: str) -> None:
    officer = row[:4]
    expected = [f"absences.csv:2:6: officer '{officer}' is on the roll only {only}"] if only else []
    assert away(tmp_path, row) == expected


FIRST, SECOND, THIRD = (date(2026, 12, day) for day in (7, 8, 9))
MORNING, TWO = WallMinute(10 * 60), WallMinute(2 * 60)


def leave(first: date, last: date, start: WallMinute | None = None, end: WallMinute | None = None) -> Absence:
    return Absence("1001", first, last, AbsenceKind.LEAVE, start, end)


@pytest.mark.parametrize(
    ("row", "before", "after"),
    [
        ("07,2026-12-07,10:00", leave(FIRST, FIRST), [leave(FIRST, FIRST, MORNING)]),
        ("07,2026-12-07,10:00", leave(FIRST, THIRD), [leave(FIRST, THIRD, MORNING)]),
        ("08,2026-12-08,10:00", leave(FIRST, THIRD), [leave(FIRST, FIRST), leave(SECOND, THIRD, MORNING)]),
        # The night of the 8th ended at 02:00 of the 9th, when the row is over: a moment says so.
        ("08,2026-12-09,02:00", leave(SECOND, SECOND), [leave(THIRD, THIRD, TWO, TWO)]),
        ("08,2026-12-09,02:00", leave(SECOND, THIRD), [leave(THIRD, THIRD, TWO)]),
        # Back on the date on which the duty ended, after that or before.
        ("07,2026-12-07,02:00", leave(FIRST, FIRST, end=MORNING), [leave(FIRST, FIRST, TWO, MORNING)]),
        ("07,2026-12-07,10:00", leave(FIRST, FIRST, end=TWO), [leave(FIRST, FIRST, MORNING, MORNING)]),
        # Two duties of the same absence, one after the other.
        (
            "07,2026-12-08,02:00\n1001,2026-12-08,2026-12-08,10:00",
            leave(FIRST, SECOND),
            [leave(SECOND, SECOND, TWO, TWO), leave(SECOND, SECOND, MORNING)],
        ),
        # A date of the absence is what counts: the night before it is worked to its end.
        ("07,2026-12-08,02:00", leave(SECOND, THIRD), [leave(SECOND, THIRD)]),
        ("09,2026-12-09,10:00", leave(FIRST, SECOND), [leave(FIRST, SECOND)]),
    ],
)
def test_an_absence_begins_where_the_duty_ended_that_had_begun(
    tmp_path: Path, row: str, before: Absence, after: list[Absence]
) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "carried/begun.csv", f"officer_id,duty,date,at\n1001,2026-12-{row}\n")
    other = Absence("1002", FIRST, THIRD, AbsenceKind.LEAVE)
    assert after_duties_begun(contents_of(bureau), (before, other)) == (*after, other)


def test_who_began_a_duty_is_in_the_files(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "carried/begun.csv", "officer_id,duty,date,at\n1009,2026-12-07,2026-12-07,10:00\n")
    assert told(bureau) == ["carried/begun.csv:2:1: officer_id: unknown officer '1009'"]


def test_wishes_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "requests.csv", WISHES + "1002,2026-12-24,recall,\n1001,2026-12-24,off,3\n")
    assert wishes_of(contents_of(bureau), {}) == (
        Wish("1002", date(2026, 12, 24), WishKind.RECALL),
        Wish("1001", date(2026, 12, 24), WishKind.OFF, 3),
    )


@pytest.mark.parametrize(
    ("rows", "mistakes"),
    [
        (["1001,2026-12-24,off,1", "1001,2026-12-25,off,1"], []),
        (["1001,2026-12-24,off,0"], ["requests.csv:2:21: weight: must be at least 1"]),
        (
            ["1001,2026-12-24,off,1", "1001,2026-12-24,recall,1"],
            ["requests.csv:3:6: officer '1001' has a wish for 2026-12-24 already"],
        ),
        (["1009,2026-12-24,off,1"], ["requests.csv:2:1: officer_id: unknown officer '1009'"]),
        (["1003,2026-11-30,off,1"], []),
        (
            ["1003,2026-12-01,off,1"],
            ["requests.csv:2:6: officer '1003' is on the roll only until 2026-11-30"],
        ),
    ],
)
def test_wishes(tmp_path: Path, rows: list[str], mistakes: list[str]) -> None:
    assert wished(tmp_path, *rows) == mistakes


def test_who_could_not_be_read_is_held_to_no_roll(tmp_path: Path) -> None:
    """Of an officer whose row is wrong nobody knows the dates; only what stands there by itself is judged."""
    bureau = flawless(tmp_path)
    write(
        bureau / "absences.csv", AWAY + "1003,2026-12-01,2026-12-05,leave\n1003,2026-12-05,2026-12-06,court\n"
    )
    write(bureau / "requests.csv", WISHES + "1003,2026-12-07,off,1\n")
    contents = contents_of(bureau)
    assert len(absences_of(contents, {})) == 2
    assert len(wishes_of(contents, {})) == 1
    assert mistakes_in(contents) == [
        "absences.csv:3:1: two absences of officer '1003' overlap: "
        "2026-12-01 to 2026-12-05 and 2026-12-05 to 2026-12-06"
    ]


def test_a_wrong_row_is_left_out_and_those_after_it_are_read(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    wrong = "1009,2026-12-01,2026-12-01,leave\n1001,2026-12-02,2026-12-01,leave\n"
    write(bureau / "absences.csv", f"{AWAY}{wrong}1001,2026-12-03,2026-12-03,leave\n")
    write(bureau / "requests.csv", f"{WISHES}1009,2026-12-24,off,1\n1001,2026-12-24,off,1\n")
    contents = contents_of(bureau)
    assert [one.first for one in absences_of(contents, {})] == [date(2026, 12, 3)]
    assert [one.officer for one in wishes_of(contents, {})] == ["1001"]
