"""From who stands where at each moment to duties with their slices."""

import pytest

from rosterctl.domain.post import Level
from rosterctl.domain.roster import Origin, Slice
from rosterctl.planning.posts.crewed_posts import Crewed, Posting
from rosterctl.planning.posts.slices import make_duties
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.rulekit.model.board import Moment, Want
from tests.support.bureaus import MONDAY, small_bureau
from tests.support.places import PAIR, at

BUREAU = small_bureau()
WANT = Want(("P", "Q"), ((Level.PLAN, PAIR),), "", 0)


def day_duty(bureau=BUREAU, shift="day", day=MONDAY):
    return choice_of(bureau, day, bureau.shifts[shift], "U1", Origin.ROTATION, True)


def slices(*pieces, crew=("a", "b"), officer="a", choice=None, vehicles=(), bureau=BUREAU, day=MONDAY):
    """Slices of one officer; the pieces are (from, to, post or nothing), by hours."""
    posting = Posting(bureau, "U1")
    for start, end, post in pieces:
        moment = Moment("U1", day, bureau.clock.number(day, start * 60), bureau.clock.number(day, end * 60))
        posting.crews[moment] = {post: Crewed(WANT, Level.PLAN, 0, crew)} if post else {}
        posting.vehicles[moment] = {post: tuple(vehicles)} if post else {}
    (duty,) = make_duties(bureau, posting, [(officer, choice or day_duty(bureau, day=day))])
    return duty.slices


def test_without_a_post_the_whole_duty_is_reserve():
    assert slices((7, 19, "")) == (at(7, 19, ""),)


def test_outside_the_moments_too():
    assert slices() == (at(7, 19, ""),)
    assert slices((9, 10, "P")) == (at(7, 9, ""), at(9, 10, "P"), at(10, 19, ""))


def test_the_same_post_from_moment_to_moment_is_one_slice():
    assert slices((7, 9, "P"), (9, 19, "P")) == (at(7, 19, "P"),)


def test_moments_before_and_after_the_duty_are_no_part_of_it():
    # Others are at Q before seven and after 19:00; the crew's duty lasts from seven to 19:00.
    assert slices((6, 7, "Q"), (7, 19, "P"), (19, 21, "Q")) == (at(7, 19, "P"),)
    assert slices((5, 6, "Q"), (7, 19, "P"), (20, 21, "Q")) == (at(7, 19, "P"),)


def test_another_post_is_another_slice():
    assert slices((7, 9, "P"), (9, 19, "Q")) == (at(7, 9, "P"), at(9, 19, "Q"))


def test_who_is_not_in_the_crew_is_in_reserve():
    assert slices((7, 19, "P"), officer="c") == (at(7, 19, ""),)


@pytest.mark.parametrize(
    ("vehicles", "officer", "taken"),
    [
        ((), "a", ()),
        (("C1",), "a", ("C1",)),  # one car for all of the crew
        (("C1",), "b", ("C1",)),
        (("M1", "M2"), "a", ("M1",)),  # two riders take one each
        (("M1", "M2"), "b", ("M2",)),
    ],
)
def test_a_crew_shares_one_vehicle_and_several_are_taken_one_each(vehicles, officer, taken):
    assert slices((7, 19, "P"), vehicles=vehicles, officer=officer) == (at(7, 19, "P", *taken),)


def test_a_third_of_the_crew_rides_along_on_none():
    assert slices((7, 19, "P"), vehicles=("M1", "M2"), crew=("a", "b", "c"), officer="c") == (at(7, 19, "P"),)


def test_a_night_counts_on_beyond_midnight():
    night = day_duty(shift="night")
    assert slices((19, 24, "P"), (24, 31, ""), choice=night) == (at(19, 24, "P"), at(24, 31, ""))


def test_slices_go_by_the_wall_clock_when_the_clocks_go_back():
    # In the night to 25 October 2026 London has the hour from 01:00 twice: 19:00 to 02:00 are eight hours.
    bureau, saturday = small_bureau(timezone="Europe/London"), MONDAY.replace(month=10, day=24)
    night = day_duty(bureau, "night", saturday)
    found = slices((19, 26, "P"), (26, 31, ""), choice=night, bureau=bureau, day=saturday)
    assert found == (at(19, 26, "P"), at(26, 31, ""))
    assert sum(one.end - one.start for one in found) == 12 * 60
    assert night.end - night.start == 13 * 60


def test_a_duty_keeps_its_date_its_shift_and_its_origin():
    posting = Posting(BUREAU, "U1")
    recall = choice_of(BUREAU, MONDAY, BUREAU.shifts["peak-evening"], "U1", Origin.RECALL, False)
    (duty,) = make_duties(BUREAU, posting, [("d", recall)])
    assert (duty.officer, duty.day, duty.shift, duty.unit) == ("d", MONDAY, "peak-evening", "U1")
    assert duty.origin is Origin.RECALL
    assert duty.slices == (Slice(17 * 60, 19 * 60, ""),)
