"""Which shifts touch the night, and which fill its core."""

from __future__ import annotations

import pytest

from tests.support.bureaus import shift


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [
        (7, 19, False),
        (6, 22, False),  # from the end of one night to the beginning of the next
        (5.5, 14, True),  # half an hour before six
        (14, 22.5, True),  # half an hour after ten
        (19, 31, True),
        (30, 46, False),  # from 06:00 to 22:00 of the next date
        (30, 46.5, True),  # into the second night
        (-2, 6, True),  # a night that is counted to the date on which it ends
    ],
)
def test_the_night_is_from_22_to_6(start: float, end: float, touches: bool) -> None:
    assert shift("one", start, end).touches_night is touches


@pytest.mark.parametrize(
    ("start", "end", "all_night"),
    [
        (24, 29, True),  # the core exactly
        (24.5, 31, False),  # comes half an hour late
        (19, 28.5, False),  # goes half an hour early
        (19, 31, True),
        (0, 5, True),  # the same hours, counted to the date on which they lie
        (0, 4.5, False),
        (7, 19, False),
    ],
)
def test_the_core_of_the_night_is_from_midnight_to_5(start: float, end: float, all_night: bool) -> None:
    assert shift("one", start, end).all_night is all_night


def test_the_length_is_that_of_the_wall_clock_with_the_break() -> None:
    assert shift("night", 19, 31, break_minutes=60, handover=15).length == 12 * 60
