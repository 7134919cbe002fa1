"""Time cut where heads or wants change."""

from datetime import timedelta

import pytest

from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.planning.cover.moments import cut, day_bounds, stretches, unit_demands
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, small_bureau, unit
from tests.support.places import ONE, PAIR, event, post, post_type, window

BUREAU = small_bureau(
    post_types=[
        post_type("gate", window(8, 10, plan=PAIR)),
        post_type("desk", window(7, 31, minimum=ONE)),
    ],
    posts=[post("G1", "gate"), post("G2", "gate"), post("D", "desk")],
)


def hour(at, bureau=BUREAU):
    return bureau.clock.number(MONDAY, round(at * 60))


def cut_hours(bureau, *changes, days=1):
    """The hours of Monday at which its moments start, and the last one's end."""
    moments, _ = cut(bureau, Horizon(MONDAY, days), {"U1": [hour(at) for at in changes]})
    starts = [one.start for one in moments["U1"]]
    return [(at - hour(0)) / 60 for at in (*starts, moments["U1"][-1].end)]


def test_a_day_without_wants_or_changes_is_one_moment():
    assert cut_hours(small_bureau()) == [7, 31]


def test_it_is_cut_where_wants_and_heads_change():
    assert cut_hours(BUREAU, 19, 9) == [7, 8, 9, 10, 19, 31]


@pytest.mark.parametrize(("at", "hours"), [(6, [7, 31]), (7, [7, 31]), (7.5, [7, 7.5, 31]), (31, [7, 31])])
def test_only_changes_inside_the_duty_day_cut_it(at, hours):
    assert cut_hours(small_bureau(), at) == hours


def test_two_duty_days_meet_at_the_handover():
    assert cut_hours(small_bureau(), days=2) == [7, 31, 55]


def test_posts_that_ask_for_the_same_are_one_want():
    moments, wants = cut(BUREAU, Horizon(MONDAY, 1), {"U1": []})
    before, during, after = ([one.posts for one in wants[moment]] for moment in moments["U1"])
    assert (before, during, after) == ([("D",)], [("G1", "G2"), ("D",)], [("D",)])


def test_the_sites_of_an_event_are_wanted_at_every_unit_that_may_host_it_apart_from_posts():
    bureau = small_bureau(
        units=[unit("U1"), unit("U2"), unit("U3")],
        post_types=[post_type("gate", window(8, 10, plan=PAIR))],
        posts=[post("G", "gate")],
        events=[event("E", 8, 10, units=("U1", "U2"), sites=2, crew=PAIR)],
    )
    assert {unit: [one.place for one in unit_demands(bureau, MONDAY, unit)] for unit in bureau.units} == {
        "U1": ["G", "E/1", "E/2"],
        "U2": ["E/1", "E/2"],
        "U3": [],
    }
    moments, wants = cut(bureau, Horizon(MONDAY, 1), {"U1": []})
    assert [(one.posts, one.event) for one in wants[moments["U1"][1]]] == [
        (("G",), ""),
        (("E/1", "E/2"), "E"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (20, 31, [0]),  # until the handover
        (20, 31.5, [0, 1]),  # half an hour longer: also wanted on Tuesday's duty day
    ],
)
def test_an_event_is_wanted_on_every_duty_day_that_it_touches(start, end, days):
    bureau = small_bureau(events=[event("E", start, end)])
    touched = [n for n in range(3) if unit_demands(bureau, MONDAY + timedelta(days=n), "U1")]
    assert touched == days


def test_a_duty_day_runs_from_handover_to_handover():
    assert day_bounds(BUREAU, MONDAY) == (hour(7), hour(31))


def test_a_duty_day_when_the_clocks_go_back_has_twenty_five_hours():
    bureau = small_bureau(timezone="Europe/London")
    start, end = day_bounds(bureau, MONDAY.replace(month=10, day=24))  # until Sunday the 25th, 07:00
    assert (end - start) / 60 == 25


def test_a_target_is_cut_strictly_inside_its_window():
    target = StrengthTarget("T", "", 1, 17 * 60, 19 * 60)
    cuts = [hour(at) for at in (16, 17, 18, 19, 20)]
    found = stretches(BUREAU, Horizon(MONDAY, 1), target, cuts)
    assert [(one.start, one.end) for one in found] == [(hour(17), hour(18)), (hour(18), hour(19))]
