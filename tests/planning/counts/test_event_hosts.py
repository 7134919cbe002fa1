"""Which units man the sites of an event when the units are solved apart."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.planning.counts.event_hosts import allot_sites
from rosterctl.planning.counts.groups import make_groups
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, small_bureau, unit
from tests.support.places import PAIR, crew, event, post, post_type, window

SWORN = crew("sworn", {"sworn": 1})


def allotted(first, second, *, sites=1, crew=SWORN, day=MONDAY, **more):
    """Two units in which everybody works Monday's day, with an event of both from 09:00 to 11:00."""
    people = [
        officer(f"{home}-{n}", "A", role, home)
        for home, roles in (("U1", first), ("U2", second))
        for n, role in enumerate(roles)
    ]
    asked = event("E", 9, 11, units=("U1", "U2"), sites=sites, crew=crew)
    bureau = small_bureau(people, units=[unit("U1"), unit("U2")], events=[asked], **more)
    rules = rules_in_force(bureau.rulebook)
    offers = make_offers(bureau, Horizon(day, 1), rules)
    found = allot_sites(offers, make_groups(offers, rules, bureau.units, frozenset()))
    return {unit: number for (_, unit), number in found.items()}


def nights(heads, days):
    """By date the host of an event of one site, in units with so many heads in each of four teams."""
    people = [
        officer(f"U{n}-{team}{k}", team, unit=f"U{n}")
        for n, count in enumerate(heads, 1)
        for team in "ABCD"
        for k in range(count)
    ]
    units = [unit(f"U{n}") for n, _ in enumerate(heads, 1)]
    asked = event("E", 9, 11, units=tuple(one.id for one in units), crew=SWORN)
    dates = [MONDAY + timedelta(days=day) for day in range(days)]
    events = [replace(asked, id=f"E{day}", day=day) for day in reversed(dates)]
    bureau = small_bureau(people, units=units, events=events)
    rules = rules_in_force(bureau.rulebook)
    offers = make_offers(bureau, Horizon(MONDAY, days), rules)
    found = allot_sites(offers, make_groups(offers, rules, bureau.units, frozenset()))
    return [next(unit for event, unit in found if event == f"E{day}") for day in dates]


def test_the_unit_with_more_to_spare_hosts():
    assert allotted(["sworn"], ["sworn"] * 2) == {"U2": 1}
    assert allotted(["sworn"] * 2, ["sworn"]) == {"U1": 1}


def test_with_equal_spare_the_first_of_the_event_hosts():
    assert allotted(["sworn"], ["sworn"]) == {"U1": 1}


def test_a_site_leaves_less_to_spare_for_the_next():
    assert allotted(["sworn"] * 3, ["sworn"] * 2, sites=5) == {"U1": 3, "U2": 2}
    # Nobody is left for the sixth; neither has more to spare than the other.
    assert allotted(["sworn"] * 3, ["sworn"] * 2, sites=6) == {"U1": 4, "U2": 2}


def test_a_site_goes_to_the_unit_that_has_manned_the_fewest_for_its_heads():
    assert allotted(["sworn"] * 2, ["sworn"], sites=2) == {"U1": 1, "U2": 1}
    assert allotted(["sworn"] * 6, ["sworn"] * 2, sites=4) == {"U1": 3, "U2": 1}


def test_events_rotate_from_night_to_night():
    """Two thirds of the people, two thirds of the nights: the order of the file does not count."""
    assert nights([6, 3], 6) == ["U1", "U2", "U1", "U1", "U2", "U1"]


@pytest.mark.parametrize(("start", "found"), [(9, {"U1": 4}), (10, {"U1": 4}), (11, {"U1": 3, "U2": 1})])
def test_a_crew_is_not_at_two_sites_at_once(start, found):
    """The only officer of U2 is at a site until 11:00; U1 has three, and so nobody for the fourth site."""
    people = [officer(f"U{n}-{k}", "A", unit=f"U{n}") for n, count in ((1, 3), (2, 1)) for k in range(count)]
    first = event("E1", 9, 11, units=("U2",), crew=SWORN)
    second = event("E2", start, start + 2, units=("U1", "U2"), crew=SWORN, sites=4)
    bureau = small_bureau(people, units=[unit("U1"), unit("U2")], events=[first, second])
    rules = rules_in_force(bureau.rulebook)
    offers = make_offers(bureau, Horizon(MONDAY, 1), rules)
    allotted = allot_sites(offers, make_groups(offers, rules, bureau.units, frozenset()))
    assert {unit: number for (id, unit), number in allotted.items() if id == "E2"} == found


def test_a_unit_whose_own_plan_needs_everybody_is_asked_last():
    full = post_type("full", window(9, 13, minimum=SWORN, plan=PAIR))
    posts = {"post_types": [full], "posts": [post("P", "full", "U1")]}
    assert allotted(["sworn"] * 2, ["sworn"], sites=2, **posts) == {"U2": 1, "U1": 1}
    assert allotted(["sworn"] * 2, ["sworn"], **posts) == {"U2": 1}
    assert allotted(["sworn"] * 3, ["sworn"], **posts) == {"U1": 1}


def test_auxiliaries_do_not_make_up_for_sworn_officers():
    assert allotted(["sworn", *["auxiliary"] * 5], ["sworn"] * 2, crew=PAIR) == {"U2": 1}


@pytest.mark.parametrize(("start", "host"), [(9, "U2"), (10, "U2"), (11, "U1")])
def test_what_its_own_posts_need_at_that_time_is_not_to_spare(start, host):
    busy = post_type("busy", window(start, 13, minimum=PAIR))
    found = allotted(["sworn"] * 3, ["sworn"] * 2, post_types=[busy], posts=[post("P", "busy", "U1")])
    assert found == {host: 1}


def test_events_of_other_dates_are_left_alone():
    assert allotted(["sworn"], ["sworn"], day=MONDAY + timedelta(days=1)) == {}
