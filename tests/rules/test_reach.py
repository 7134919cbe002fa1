from datetime import timedelta

import pytest

from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.home_zones import within_reach
from tests.support.bureaus import MONDAY, officer, transfer
from tests.support.places import ONE, at, bureau_with, found, on, post, post_type, window, zone

PEOPLE = [officer("near", zone="Z2"), officer("far", zone="Z3"), officer("nobody's")]
ZONES = [zone("Z1", 0.1), zone("Z2", 0.1, 0.2 + 0.1), zone("Z3", 0.1, 0.301)]


def bureau(reach=0.3):
    kinds = [post_type("gate", window(8, 10, plan=ONE), reach_km=reach)]
    return bureau_with(
        "reach", officers=PEOPLE, zones=ZONES, post_types=kinds, posts=[post("P", "gate", zone="Z1")]
    )


@pytest.mark.parametrize("who", ["near", "nobody's"])
def test_allows_those_at_the_limit_and_those_without_a_zone(who):
    here = bureau()
    assert within_reach(here, here.home_zone(here.officers[who], MONDAY), here.posts["P"])
    assert found("reach", here, [on(here, who, at(8, 10, "P"))]) == []


def test_forbids_a_metre_more_once_a_duty():
    here = bureau()
    message = "2026-12-07: far of Z3 stands at P in Z1, more than 0.3 km away; send somebody from nearer by"
    assert not within_reach(here, "Z3", here.posts["P"])
    assert found("reach", here, [on(here, "far", at(8, 9, "P"), at(9, 10, "P"))]) == [
        Finding("reach", message, unit="U1", officer="far", post="P", day=MONDAY)
    ]


@pytest.mark.parametrize(
    ("x", "y", "near"), [(3, 4, True), (-3, -4, True), (3, 4.01, False), (5, 0, True), (0, -5.01, False)]
)
def test_distances_are_as_the_crow_flies(x, y, near):
    """The post lies at (7, 11) and takes people from within 5 km."""
    here = bureau_with(
        "reach",
        officers=[officer("a", zone="home")],
        zones=[zone("there", 7, 11), zone("home", 7 + x, 11 + y)],
        post_types=[post_type("gate", window(8, 10, plan=ONE), reach_km=5)],
        posts=[post("P", "gate", zone="there")],
    )
    assert (found("reach", here, [on(here, "a", at(8, 10, "P"))]) == []) is near
    assert within_reach(here, "home", here.posts["P"]) is near


def test_a_post_without_a_reach_takes_anybody():
    here = bureau(reach=None)
    assert found("reach", here, [on(here, "far", at(8, 10, "P"))]) == []


def test_the_home_zone_is_that_of_the_date_of_the_duty():
    tuesday = MONDAY + timedelta(days=1)
    people = [officer("moved", zone="Z3", transfers=[transfer(tuesday, "A", zone="Z2")])]
    kinds = [post_type("gate", window(8, 10, plan=ONE), reach_km=0.3)]
    here = bureau_with(
        "reach", officers=people, zones=ZONES, post_types=kinds, posts=[post("P", "gate", zone="Z1")]
    )
    duties = [on(here, "moved", at(8, 10, "P"), day=day) for day in (MONDAY, tuesday)]
    assert [one.day for one in found("reach", here, duties, days=2)] == [MONDAY]
