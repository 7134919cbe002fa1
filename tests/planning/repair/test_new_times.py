"""Shifts whose times were edited after they were published: what is cut, what is filled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rosterctl.domain.roster import Slice
from rosterctl.planning.repair.new_times import in_new_times, shifts_retimed
from tests.support.bureaus import MONDAY, duty, shift, small_bureau

THEN = small_bureau(shifts=[shift("gate", 16, 19)])
PIECES = [Slice(960, 1020, "P1", ("V1",)), Slice(1020, 1080, ""), Slice(1080, 1140, "P2")]


@pytest.mark.parametrize(
    ("start", "end", "fitted"),
    [
        (16, 19, PIECES),
        (16.5, 19, [Slice(990, 1020, "P1", ("V1",)), *PIECES[1:]]),
        (17, 18, [PIECES[1]]),
        (15, 20, [Slice(900, 960, ""), *PIECES, Slice(1140, 1200, "")]),
        (20, 21, [Slice(1200, 1260, "")]),  # nothing of it is left
        (10, 17, [Slice(600, 960, ""), PIECES[0]]),
    ],
)
def test_what_lies_outside_is_cut_and_what_is_new_is_reserve(
    start: float, end: float, fitted: list[Slice]
) -> None:
    now = replace(THEN, shifts={**THEN.shifts, "gate": shift("gate", start, end)})
    published = duty(THEN, "a", MONDAY, "gate", slices=PIECES)
    (found,) = in_new_times([published], shifts_retimed(now, THEN))
    assert found == replace(published, slices=tuple(fitted))


def test_only_shifts_known_before_and_after_with_other_times_are_retimed() -> None:
    shifts = dict(THEN.shifts)
    del shifts["office"]
    shifts |= {"new": shift("new", 1, 2), "day": replace(shifts["day"], name="other", break_minutes=30)}
    assert shifts_retimed(replace(THEN, shifts=shifts), THEN) == {}
    night = replace(shifts["night"], end=32 * 60)
    assert shifts_retimed(replace(THEN, shifts={**shifts, "night": night}), THEN) == {
        "night": (THEN.shifts["night"], night)
    }


def test_a_duty_that_was_broken_off_stays_so() -> None:
    """Ill at 17:00, of a shift from 16:00 to 19:00 that begins at 15:00 or at 16:30 now."""
    cut = duty(THEN, "a", MONDAY, "gate", slices=PIECES[:1])
    for start, first in ((15, Slice(900, 960, "")), (16.5, Slice(990, 1020, "P1", ("V1",)))):
        now = replace(THEN, shifts={**THEN.shifts, "gate": shift("gate", start, 20)})
        (found,) = in_new_times([cut], shifts_retimed(now, THEN))
        assert (found.slices[0], found.until) == (first, 1020)
