"""leaders.csv, as another program reads it."""

from __future__ import annotations

import csv
import io

from rosterctl.domain.people.officer import Role
from rosterctl.export.leaders_csv import leaders_csv
from rosterctl.export.spreadsheet import Sheet
from tests.support.bureaus import MONDAY, duty, officer, plain_roster, roster_of, small_bureau

RAW = Sheet(raw=True)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_leaders_by_stretch() -> None:
    """a leads by day, b from 17:00 through the night; the auxiliary and the plain officer do not lead."""
    bureau = small_bureau(
        [
            officer("a", "A", skills=("patrol",)),
            officer("b", "B", skills=("traffic",)),
            officer("x", "A", Role.AUXILIARY),
            officer("y", "A", leader=False),
        ]
    )
    worked = [duty(bureau, who, MONDAY, "day") for who in ("a", "x", "y")]
    roster = roster_of(bureau, MONDAY, 1, [*worked, duty(bureau, "b", MONDAY, "overlap-evening")])
    rows = rows_of(leaders_csv(bureau, roster, RAW))
    told = [(row["start"], row["end"], row["end_next_day"], row["leaders"], row["skills"]) for row in rows]
    assert told == [
        ("07:00", "17:00", "no", "1", "patrol"),
        ("17:00", "19:00", "no", "2", "patrol traffic"),
        ("19:00", "07:00", "yes", "1", "traffic"),
    ]
    assert rows[1]["officer_ids"] == "a b"


def test_a_duty_day_without_a_leader_has_a_row_too() -> None:
    bureau = small_bureau([officer("a", leader=False)])
    rows = rows_of(leaders_csv(bureau, plain_roster(bureau, MONDAY, 1), RAW))
    assert [(row["leaders"], row["names"]) for row in rows] == [("0", "")]


def test_a_leader_who_stays_past_the_morning_counts_on_the_next_date() -> None:
    bureau = small_bureau([officer("b", "B")])
    roster = roster_of(bureau, MONDAY, 2, [duty(bureau, "b", MONDAY, "overlap-morning")])
    rows = rows_of(leaders_csv(bureau, roster, RAW))
    assert [(row["date"][-2:], row["start"], row["end"], row["leaders"]) for row in rows] == [
        ("07", "07:00", "19:00", "0"),
        ("07", "19:00", "07:00", "1"),
        ("08", "07:00", "09:00", "1"),
        ("08", "09:00", "07:00", "0"),
    ]
