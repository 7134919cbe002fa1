"""On which dates an absence holds."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.domain.people.absence import Absence
from tests.support.bureaus import MONDAY, absence

TUESDAY, WEDNESDAY = (MONDAY + timedelta(days=n) for n in (1, 2))


def held(one: Absence) -> list[int]:
    return [n for n in range(-1, 4) if one.holds(MONDAY + timedelta(days=n))]


def test_both_dates_are_included() -> None:
    assert held(absence("a", MONDAY, WEDNESDAY)) == [0, 1, 2]


def test_it_holds_on_the_date_on_which_it_begins_and_not_on_the_one_on_which_they_are_back() -> None:
    assert held(absence("a", MONDAY, WEDNESDAY, start=14)) == [0, 1, 2]
    assert held(absence("a", MONDAY, WEDNESDAY, end=10)) == [0, 1]
    assert held(absence("a", MONDAY, MONDAY, start=2, end=3)) == []
