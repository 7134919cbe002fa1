"""Duties with other times than their shifts are found, on both sides of every edge."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rosterctl.domain.roster import Slice
from rosterctl.storage.roster.duty_times import Misfits, misfits
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, duty, roster_of, small_bureau

BUREAU = small_bureau()


def pieces(*times: tuple[int, int]) -> list[Slice]:
    return [Slice(WallMinute(start), WallMinute(end), "") for start, end in times]


@pytest.mark.parametrize(
    ("times", "fits"),
    [
        ([(420, 1140)], True),
        ([(420, 700), (700, 1140)], True),
        ([(420, 700)], True),  # broken off
        ([(421, 1140)], False),
        ([(419, 1140)], False),
        ([(420, 1141)], False),
        ([(420, 700), (701, 1140)], False),
        ([(420, 700), (699, 1140)], False),
    ],
)
def test_a_duty_begins_with_its_shift_and_ends_with_it_or_before(
    times: list[tuple[int, int]], fits: bool
) -> None:
    """The day is from 07:00 to 19:00. Before the roster's first date it is the same."""
    one = duty(BUREAU, "a", MONDAY, "day", slices=pieces(*times))
    eve = duty(BUREAU, "a", MONDAY - timedelta(days=1), "day", slices=pieces(*times))
    for roster in (roster_of(BUREAU, MONDAY, 1, [one]), roster_of(BUREAU, MONDAY, 1, [], [eve])):
        assert (list(misfits(BUREAU, roster)) == []) is fits


def test_each_shift_is_told_once_with_its_first_duty() -> None:
    late = pieces((500, 1140))
    days = [duty(BUREAU, one, MONDAY, "day", slices=late) for one in "abc"]
    night = duty(BUREAU, "d", MONDAY, "night", slices=pieces((1140, 1861)))
    found = list(misfits(BUREAU, roster_of(BUREAU, MONDAY, 1, [*days, night])))
    shifts = BUREAU.shifts
    assert found == [Misfits(shifts["day"], days[0], 3), Misfits(shifts["night"], night, 1)]
