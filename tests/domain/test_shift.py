"""Which shifts touch the night, and which fill its core."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.shift import own_id, shift_as_of
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, by_id, shift

MINUTE = 1 / 60


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [
        (7, 19, False),
        (6, 22, False),  # from the end of one night to the beginning of the next
        (6 - MINUTE, 14, True),
        (14, 22 + MINUTE, True),
        (19, 31, True),
        (30, 46, False),  # from 06:00 to 22:00 of the next date
        (30 - MINUTE, 38, True),
        (30, 46 + MINUTE, True),  # into the second night
        (54, 62, False),  # from 06:00 on the date after that
        (54 - MINUTE, 62, True),
        (-2, 6, True),  # a night that is counted to the date on which it ends
    ],
)
def test_the_night_is_from_22_to_6(start: float, end: float, touches: bool) -> None:
    assert shift("one", start, end).touches_night is touches


@pytest.mark.parametrize(
    ("start", "end", "all_night"),
    [
        (24, 29, True),  # the core exactly
        (24 + MINUTE, 31, False),
        (19, 29 - MINUTE, False),
        (19, 31, True),
        (0, 5, True),  # the same hours, counted to the date on which they lie
        (MINUTE, 5, False),
        (0, 5 - MINUTE, False),
        (7, 19, False),
    ],
)
def test_the_core_of_the_night_is_from_midnight_to_5(start: float, end: float, all_night: bool) -> None:
    assert shift("one", start, end).all_night is all_night


def test_the_length_is_that_of_the_wall_clock_with_the_break() -> None:
    assert shift("night", 19, 31, break_minutes=60, handover=15).length == 12 * 60


def test_a_shift_that_is_broken_off_has_its_part_of_the_break() -> None:
    """Of 12 hours 3 are worked: a quarter of 60 minutes. At its end or later it is itself."""
    day = shift("day", 7, 19, break_minutes=60, handover=30)
    early = day.broken_off(WallMinute(10 * 60))
    assert (early.id, early.start, early.end, early.break_minutes, early.handover) == (
        "day",
        420,
        600,
        15,
        30,
    )
    assert day.broken_off(WallMinute(19 * 60)) is day
    assert day.broken_off(WallMinute(440)).handover == 20


def test_a_night_that_is_broken_off_before_five_is_none() -> None:
    night = shift("night", 19, 31)
    assert night.broken_off(WallMinute(29 * 60)).all_night
    assert not night.broken_off(WallMinute(29 * 60 - 1)).all_night


def test_until_a_date_a_shift_is_as_it_was() -> None:
    """From 07:00 until Monday, from 08:00 until Wednesday, from 09:00 since."""
    first = replace(shift("first", 7, 19), was="day", until=MONDAY)
    then = replace(shift("then", 8, 20), was="day", until=MONDAY + timedelta(days=2))
    shifts = by_id([shift("day", 9, 21), then, first, shift("night", 19, 31)])
    days = [MONDAY + timedelta(days=n) for n in (-1, 0, 1, 2, 3)]
    assert [shift_as_of(shifts, "day", day).id for day in days] == ["first", "first", "then", "then", "day"]
    assert shift_as_of(shifts, "first", days[-1]) == first
    assert shift_as_of(shifts, "night", days[0]).id == "night"


def test_people_know_a_shift_as_it_was_by_the_id_of_what_it_is() -> None:
    was = replace(shift("was", 7, 19), was="day")
    shifts = by_id([shift("day", 8, 20), was, shift("other", 7, 19)])
    assert [own_id(shifts, id) for id in ("day", "was", "other", "gone")] == ["day", "day", "other", "gone"]
