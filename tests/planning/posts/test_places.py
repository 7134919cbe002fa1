"""Where a duty stands moment by moment, and the duty made anew from such places."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Slice
from rosterctl.planning.posts.places import timed, with_places
from rosterctl.planning.posts.slices import IN_RESERVE, PostPlace
from rosterctl.rulekit.model.board import Moment
from tests.support.bureaus import MONDAY, small_bureau
from tests.support.places import at, on

BUREAU = small_bureau()


def moment(start: float, end: float, bureau: Bureau = BUREAU) -> Moment:
    number = bureau.clock.number
    return Moment("U1", MONDAY, number(MONDAY, round(start * 60)), number(MONDAY, round(end * 60)))


def slices(
    *places: tuple[float, float, PostPlace], bureau: Bureau = BUREAU
) -> list[tuple[float, float, str, tuple[str, ...]]]:
    """Of a day 07-19 at P1 from nine to eleven, with other places in some moments."""
    one = timed(bureau, on(bureau, "a", at(9, 11, "P1", "V1")))
    made = with_places(bureau, one, [(moment(start, end, bureau), place) for start, end, place in places])
    return [(piece.start / 60, piece.end / 60, piece.post, piece.vehicles) for piece in made.slices]


@pytest.mark.parametrize(
    ("start", "end", "lasts"), [(7, 19, True), (6, 8, False), (18, 20, False), (8, 9, True)]
)
def test_a_duty_lasts_a_moment_from_its_first_to_its_last_minute(start: int, end: int, lasts: bool) -> None:
    assert timed(BUREAU, on(BUREAU, "a")).lasts(moment(start, end)) is lasts


def test_a_place_holds_from_its_first_minute_until_the_next() -> None:
    one = timed(BUREAU, on(BUREAU, "a", at(9, 11, "P1", "V1")))
    nine, eleven = moment(9, 11).start, moment(9, 11).end
    assert [one.at(nine - 1), one.at(nine), one.at(eleven - 1), one.at(eleven)] == [
        IN_RESERVE,
        ("P1", ("V1",)),
        ("P1", ("V1",)),
        IN_RESERVE,
    ]


def test_elsewhere_it_stands_where_it_stood() -> None:
    assert slices() == [(7, 9, "", ()), (9, 11, "P1", ("V1",)), (11, 19, "", ())]
    assert slices((10, 12, ("P2", ()))) == [
        (7, 9, "", ()),
        (9, 10, "P1", ("V1",)),
        (10, 12, "P2", ()),
        (12, 19, "", ()),
    ]


def test_after_a_moment_within_a_stay_the_stay_goes_on() -> None:
    assert slices((9, 10, ("P2", ()))) == [
        (7, 9, "", ()),
        (9, 10, "P2", ()),
        (10, 11, "P1", ("V1",)),
        (11, 19, "", ()),
    ]


def test_neighbours_at_the_same_place_are_one_slice() -> None:
    assert slices((9, 10, IN_RESERVE), (10, 11, IN_RESERVE)) == [(7, 19, "", ())]
    assert slices((7, 9, ("P1", ("V1",)))) == [(7, 11, "P1", ("V1",)), (11, 19, "", ())]


def test_the_first_and_the_last_moment_end_with_the_duty() -> None:
    assert slices((7, 8, ("P2", ())), (18, 19, ("P2", ()))) == [
        (7, 8, "P2", ()),
        (8, 9, "", ()),
        (9, 11, "P1", ("V1",)),
        (11, 18, "", ()),
        (18, 19, "P2", ()),
    ]


def test_slices_of_a_night_on_which_the_clocks_go_back_are_by_the_wall_clock() -> None:
    """Four hours after 23:00 it is 02:00 of the 25th: the hour from 01:00 is there twice."""
    bureau = small_bureau(timezone="Europe/London")
    saturday = MONDAY.replace(month=10, day=24)
    one = timed(bureau, on(bureau, "a", shift="night", day=saturday))
    start = bureau.clock.number(saturday, 23 * 60)
    made = with_places(bureau, one, [(Moment("U1", saturday, start, start + 240), ("P1", ()))])
    assert made.slices == (
        Slice(19 * 60, 23 * 60, ""),
        Slice(23 * 60, 26 * 60, "P1"),
        Slice(26 * 60, 31 * 60, ""),
    )
    assert one.end - one.start == timedelta(hours=13).total_seconds() // 60
