"""The ledger and the time off in lieu: one row an officer, one INIT a date, nothing below nothing."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from rosterctl.domain.accounts.ledger import PastShare, Tally
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.intake.build.people.accounts import ledger_of, lieu_of, past_shares_of
from tests.support.folders import contents_of, flawless, told, write

LEDGER = "officer_id,nights,weekends,holidays,eves,recalls,overtime_hours\n"
LIEU = "officer_id,date,entry,hours,note\n"


def test_every_column_of_the_ledger_has_its_count(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "ledger.csv", LEDGER + "1002,1,2,3,4,5,0.5\n1001,,,,,,\n")
    assert ledger_of(contents_of(bureau)) == {"1002": Tally(1, 2, 3, 4, 5, 30), "1001": Tally()}


def test_shares_dates_and_peers_of_the_ledger_are_read(tmp_path: Path) -> None:
    """A share of hours is one of minutes; what is left out beside other shares is none."""
    bureau = flawless(tmp_path)
    more = "nights_share,recalls_share,overtime_hours_share,unit,team,role,first,last"
    rows = "1001,1,,,,,,0.5,6.6667,1.5,S01,A,sworn,,\n1002,1,,,,,,,,,,,,2026-01-01,2026-01-01\n"
    write(bureau / "ledger.csv", f"{LEDGER.strip()},{more}\n{rows}")
    parts = Fraction(1, 2), *[Fraction()] * 3, Fraction("6.6667"), Fraction(90)
    day = date(2026, 1, 1)
    assert past_shares_of(contents_of(bureau)) == {
        "1001": PastShare(("S01", "A", "sworn"), parts),
        "1002": PastShare(first=day, last=day),
    }
    write(bureau / "ledger.csv", f"{LEDGER.strip()},first,last\n1001,1,,,,,,2026-01-02,2026-01-01\n")
    assert [one.split(":")[:3] for one in told(bureau)] == [["ledger.csv", "2", "24"]]


def test_the_ledger_names_each_known_officer_once(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "ledger.csv", LEDGER + "1001,1,0,0,0,0,0\n1009,1,0,0,0,0,0\n1001,1,0,0,0,0,0\n")
    assert told(bureau) == [
        "ledger.csv:3:1: officer_id: unknown officer '1009'",
        "ledger.csv:4:1: officer '1001' has two rows in the ledger",
    ]


def test_a_carried_ledger_may_name_who_has_left_but_no_officer_twice(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "carried/ledger.csv", LEDGER + "1009,1,0,0,0,0,0\n")
    assert told(bureau) == []
    write(bureau / "carried/ledger.csv", LEDGER + "1009,1,0,0,0,0,0\n1009,1,0,0,0,0,0\n")
    assert told(bureau) == ["carried/ledger.csv:3:1: officer '1009' has two rows in the ledger"]


def test_what_was_carried_comes_before_what_the_planner_wrote(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "carried/lieu.csv", LIEU + "gone,2026-11-01,spend,2,x\n")
    write(bureau / "lieu.csv", LIEU + "1001,2026-10-01,adjust,-1.5,y\n")
    assert lieu_of(contents_of(bureau)) == (
        Entry("gone", date(2026, 11, 1), EntryKind.SPEND, 120, "x"),
        Entry("1001", date(2026, 10, 1), EntryKind.ADJUST, -90, "y"),
    )


@pytest.mark.parametrize(
    ("rows", "mistakes"),
    [
        (["1001,2026-10-01,init,0,"], []),
        (["1001,2026-10-01,init,-1,"], ["lieu.csv:2:22: hours: nobody brings less than nothing along"]),
        (["1001,2026-10-01,adjust,-1,"], []),
        # An INIT on another date, or of another officer, and an ADJUST of the same date.
        (["1001,2026-10-01,init,1,", "1001,2026-10-02,init,1,", "1002,2026-10-01,init,1,"], []),
        (["1001,2026-10-01,init,1,", "1001,2026-10-01,adjust,1,", "1001,2026-10-01,adjust,1,"], []),
        (
            ["1001,2026-10-01,init,1,", "1001,2026-10-01,init,2,"],
            ["lieu.csv:3:6: officer '1001' has an init on 2026-10-01 already"],
        ),
        (["1009,2026-10-01,init,1,"], ["lieu.csv:2:1: officer_id: unknown officer '1009'"]),
    ],
)
def test_time_in_lieu(tmp_path: Path, rows: list[str], mistakes: list[str]) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "lieu.csv", LIEU + "\n".join(rows))
    assert told(bureau) == mistakes


def test_of_two_rows_or_two_inits_nothing_is_lost_on_the_way(tmp_path: Path) -> None:
    """Each is a mistake, but the second entry is booked all the same, and of two tallies the later counts."""
    bureau = flawless(tmp_path)
    write(bureau / "ledger.csv", LEDGER + "1001,1,0,0,0,0,0\n1001,2,0,0,0,0,0\n")
    write(bureau / "lieu.csv", LIEU + "1001,2026-10-01,init,1,\n1001,2026-10-01,init,2,\n")
    contents = contents_of(bureau)
    assert ledger_of(contents) == {"1001": Tally(2)}
    assert [entry.minutes for entry in lieu_of(contents)] == [60, 120]


def test_a_wrong_row_is_left_out_and_those_after_it_are_read(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "ledger.csv", LEDGER + "1009,1,0,0,0,0,0\n1001,2,0,0,0,0,0\n")
    write(bureau / "lieu.csv", LIEU + "1009,2026-10-01,init,1,\n1001,2026-10-01,init,2,\n")
    write(bureau / "carried/lieu.csv", LIEU + "1001,tomorrow,spend,1,\n1001,2026-11-01,spend,3,\n")
    contents = contents_of(bureau)
    assert ledger_of(contents) == {"1001": Tally(2)}
    assert [entry.minutes for entry in lieu_of(contents)] == [180, 120]
