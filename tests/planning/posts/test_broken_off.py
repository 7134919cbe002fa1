"""What is worked of a duty in which an absence begins, and a duty made whole again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Origin, Slice
from rosterctl.planning.posts.broken_off import (
    as_worked,
    is_over_before,
    made_whole,
    why_broken_off,
    worked_part,
)
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, absence, duty, small_bureau

TUESDAY = MONDAY + timedelta(days=1)


def ill(start: float | None) -> Bureau:
    """`b` works the night of Monday and is away on Tuesday, from an hour on."""
    return small_bureau(absences=[absence("b", TUESDAY, start=start)])


@pytest.mark.parametrize(("start", "ends"), [(2, 26), (0, 24), (7, 31), (None, 31)])
def test_a_night_is_worked_until_somebody_falls_away_and_before_whole_dates_to_its_end(
    start: float | None, ends: int
) -> None:
    bureau = ill(start)
    worked = worked_part(bureau, duty(bureau, "b", MONDAY, "night"))
    assert worked is not None and worked.until == ends * 60


def test_nothing_is_worked_of_a_duty_that_begins_after_that() -> None:
    bureau = ill(2)
    assert worked_part(bureau, duty(bureau, "b", TUESDAY, "day")) is None
    bureau = ill(7)
    assert worked_part(bureau, duty(bureau, "b", TUESDAY, "day")) is None


@pytest.mark.parametrize(("start", "over"), [(18.75, False), (19, True), (23, True), (None, False)])
def test_a_duty_is_over_where_an_absence_of_its_date_begins_no_sooner(
    start: float | None, over: bool
) -> None:
    """The day of Tuesday from 07:00 to 19:00; a whole date of absence leaves nothing of it."""
    bureau = ill(start)
    assert is_over_before(bureau.absences[0], duty(bureau, "b", TUESDAY, "day")) is over
    assert not is_over_before(bureau.absences[0], duty(bureau, "b", MONDAY, "day"))


def test_made_whole_it_is_in_reserve_for_the_rest() -> None:
    bureau = ill(2)
    whole = duty(bureau, "b", MONDAY, "night")
    again = made_whole(bureau, whole.broken_off(WallMinute(26 * 60)))
    assert again.slices == (Slice(1140, 1560, ""), Slice(1560, 1860, ""))
    assert made_whole(bureau, whole) is whole


def test_why_it_is_broken_off() -> None:
    bureau = ill(2)
    assert why_broken_off(bureau, duty(bureau, "b", MONDAY, "night")) == "away: leave from 2026-12-08 02:00"


def test_a_choice_of_what_was_worked_ends_with_it() -> None:
    bureau = ill(2)
    whole = duty(bureau, "b", MONDAY, "night")
    choice = choice_of(bureau, MONDAY, bureau.shifts["night"], "U1", Origin.ROTATION, True)
    assert as_worked(bureau, whole, choice) is choice
    short = as_worked(bureau, whole.broken_off(WallMinute(26 * 60)), choice)
    assert (short.end - short.start, short.paid, short.all_night, short.plain) == (420, 420, False, True)
