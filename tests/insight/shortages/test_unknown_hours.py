"""What is not known of a first morning, and that it is told once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.roster import Roster
from rosterctl.insight.shortages.unknown_hours import told_once, unknown_hours
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau, unit
from tests.support.places import ONE, post, post_type, window

SUNDAY = MONDAY - timedelta(days=1)
UNITS = [f"U{n}" for n in range(1, 8)]
BUREAU = small_bureau(
    [officer(f"c{name}", "C", unit=name) for name in UNITS],
    units=[unit(name) for name in (*UNITS, "U9")],
    post_types=[post_type("desk", window(0, 24, minimum=ONE))],
    posts=[post(f"P{name}", "desk", name) for name in UNITS],
)


def assumed(shift: str, *units: str, known: bool = False) -> Roster:
    before = [duty(BUREAU, f"c{name}", SUNDAY, shift) for name in units]
    return replace(roster_of(BUREAU, MONDAY, 1, [], before), known_from=SUNDAY if known else MONDAY)


def test_until_those_who_are_assumed_would_leave_it_is_not_known() -> None:
    """The long night lasts until 09:00, the plain one until 07:00, when the first duty day begins."""
    assert unknown_hours(BUREAU, assumed("overlap-morning", "U1")) == {"U1": (MONDAY, 540)}
    assert unknown_hours(BUREAU, assumed("night", "U1")) == {}
    assert unknown_hours(BUREAU, assumed("overlap-morning", "U1", known=True)) == {}


def test_it_is_told_in_one_sentence_with_the_units() -> None:
    (sentence,) = told_once(BUREAU, assumed("overlap-morning", *UNITS))
    assert sentence.startswith(
        "Until 09:00 on 2026-12-07 nobody knows who is on duty in U1, U2, U3, U4, U5 and 2 more "
    )
    assert list(told_once(BUREAU, assumed("night", *UNITS))) == []
