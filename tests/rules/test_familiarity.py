from datetime import timedelta

from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.home_zones import stay_cost
from tests.support.bureaus import MONDAY, officer
from tests.support.places import ONE, at, bureau_with, event, found, on, post, post_type, window, zone

PEOPLE = [officer("home", zone="Z1"), officer("nobody's")]


def bureau(**options):
    return bureau_with(
        "familiarity",
        {"severity": "soft", **options},
        officers=PEOPLE,
        zones=[zone("Z1", 0), zone("Z2", 1)],
        post_types=[post_type("street", window(7, 19, plan=ONE))],
        posts=[post("P", "street", zone="Z1"), post("Q", "street", zone="Z2"), post("R", "street")],
        events=[event("E", 7, 19)],
    )


def points(number, day=MONDAY, who="home"):
    return Cost("familiarity", Tier.WISHES, number, who, "U1", day)


def day(number):
    return MONDAY + timedelta(days=number)


def test_home_reserve_events_and_what_has_no_zone_cost_nothing():
    here = bureau()
    stays = [at(7, 9, "P"), at(10, 12, "R"), at(12, 14, "E/1")]
    assert found("familiarity", here, [on(here, "home", *stays), on(here, "nobody's", at(7, 9, "Q"))]) == []
    assert stay_cost("Z1", here.posts["P"]) == 0
    assert stay_cost("Z1", here.posts["R"]) == 0
    assert stay_cost("", here.posts["Q"]) == 0


def test_each_stay_away_costs_a_point_and_slices_in_a_row_are_one_stay():
    here = bureau()
    one = [on(here, "home", at(7, 9, "Q"), at(9, 11, "Q"))]
    assert found("familiarity", here, one) == [points(1)]
    two = [on(here, "home", at(7, 9, "Q"), at(9, 10, "P"), at(10, 11, "Q"))]
    assert found("familiarity", here, two) == [points(2)]
    assert stay_cost("Z1", here.posts["Q"]) == 1


def test_every_duty_beyond_the_turns_costs_a_point():
    here = bureau(turns="2")
    duties = [on(here, "home", at(7, 9, "P"), day=day(n)) for n in range(4)]
    assert found("familiarity", here, duties, days=4) == [points(1, day(2)), points(1, day(3))]


def test_another_post_in_between_breaks_the_succession_and_days_off_do_not():
    here = bureau(turns="2")
    posts = {0: "P", 1: "P", 4: "R", 5: "P", 8: "P"}
    duties = [on(here, "home", at(7, 9, where), day=day(n)) for n, where in posts.items()]
    assert found("familiarity", here, duties, days=10) == []
    assert found("familiarity", here, [*duties, on(here, "home", at(7, 9, "P"), day=day(9))], days=10) == [
        points(1, day(9))
    ]


def test_duties_before_the_roster_count_in_the_succession_and_cost_nothing_themselves():
    here = bureau(turns="2", weight="3")
    before = [on(here, "home", at(7, 9, "P"), day=day(-n)) for n in (3, 2, 1)]
    assert found("familiarity", here, [on(here, "home", at(7, 9, "P"))], before=before) == [points(3)]
