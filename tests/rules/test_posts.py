from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost
from tests.support.bureaus import MONDAY, officer
from tests.support.places import ONE, PAIR, TRIO, at, bureau_with, crew, found, on, post, post_type, window

PEOPLE = [
    officer("s1"),
    officer("s2"),
    officer("s3"),
    officer("x1", role="auxiliary"),
    officer("x2", role="auxiliary"),
]


def street(*windows):
    return bureau_with(
        "posts", officers=PEOPLE, post_types=[post_type("street", *windows)], posts=[post("P", "street")]
    )


def cost(tier, amount, start, end, heads, day=MONDAY):
    return Cost("posts", tier, amount, "P", "U1", day, start * 60, end * 60, heads)


def test_allows_one_sworn_officer_with_two_auxiliaries():
    bureau = street(window(8, 10, plan=PAIR))
    duties = [on(bureau, who, at(8, 10, "P")) for who in ("s1", "x1", "x2")]
    assert found("posts", bureau, duties) == []


def test_one_head_of_a_pair_counts_as_an_empty_post():
    bureau = street(window(8, 10, plan=PAIR))
    assert found("posts", bureau, [on(bureau, "s1", at(8, 10, "P"))]) == [cost(Tier.PLAN, 240, 8, 10, 2)]


def test_nobody_is_asked_for_outside_the_window():
    bureau = street(window(8, 10, minimum=ONE))
    assert found("posts", bureau, [on(bureau, "s1", at(8, 10, "P"))]) == []


def test_a_crew_that_leaves_early_is_short_for_the_rest():
    bureau = street(window(8, 10, minimum=ONE))
    duties = [on(bureau, "s1", at(8, 9, "P"))]
    assert found("posts", bureau, duties) == [cost(Tier.LEGAL, 60, 9, 10, 1)]


def test_a_relief_leaves_no_gap_and_no_row():
    bureau = street(window(8, 10, minimum=ONE))
    duties = [on(bureau, "s1", at(8, 9, "P")), on(bureau, "s2", at(9, 10, "P"))]
    assert found("posts", bureau, duties) == []


def test_each_level_is_paid_in_its_own_tier_for_what_lacks_above_the_level_reached():
    bureau = street(window(8, 10, minimum=ONE, plan=PAIR, target=TRIO))
    duties = [on(bureau, "s1", at(8, 10, "P"))]
    assert found("posts", bureau, duties) == [
        cost(Tier.PLAN, 120, 8, 10, 1),  # a pair has one head more than the one who is there
        cost(Tier.STRENGTH, 240, 8, 10, 2),  # a trio two more
    ]
    assert found("posts", bureau, []) == [
        cost(Tier.LEGAL, 120, 8, 10, 1),
        cost(Tier.PLAN, 240, 8, 10, 2),
        cost(Tier.STRENGTH, 360, 8, 10, 3),
    ]


def test_an_auxiliary_does_not_fill_a_sworn_slot_and_a_sworn_officer_fills_an_auxiliarys():
    bureau = street(window(8, 10, plan=crew("mixed", {"sworn": 1, "auxiliary": 1})))
    wrong = [on(bureau, who, at(8, 10, "P")) for who in ("x1", "x2")]
    assert found("posts", bureau, wrong) == [cost(Tier.PLAN, 240, 8, 10, 2)]
    assert found("posts", bureau, [on(bureau, who, at(8, 10, "P")) for who in ("s1", "s2")]) == []


def test_pieces_of_the_same_state_make_one_row():
    bureau = street(window(8, 12, plan=PAIR))
    duties = [on(bureau, "s1", at(9, 10, "P")), on(bureau, "s2", at(11, 12, "P"))]
    assert found("posts", bureau, duties) == [cost(Tier.PLAN, 480, 8, 12, 2)]


def test_whoever_is_still_on_duty_from_before_mans_no_post_of_this_roster():
    bureau = street(window(7, 9, minimum=ONE))
    night = on(bureau, "s1", at(31, 33, "P"), shift="overlap-morning", day=MONDAY.replace(day=6))
    assert found("posts", bureau, [], before=[night]) == [cost(Tier.LEGAL, 120, 7, 9, 1)]


def test_a_window_of_the_small_hours_belongs_to_the_night_before():
    bureau = street(window(24, 31, minimum=ONE))
    assert found("posts", bureau, [on(bureau, "s1", at(24, 31, "P"), shift="night")]) == []
    assert found("posts", bureau, []) == [cost(Tier.LEGAL, 420, 24, 31, 1)]


def test_the_night_in_which_the_clocks_go_back_is_an_hour_longer():
    bureau = bureau_with(
        "posts",
        officers=PEOPLE,
        timezone="Europe/Berlin",
        post_types=[post_type("street", window(19, 31, minimum=ONE))],
        posts=[post("P", "street")],
    )
    saturday = MONDAY.replace(month=10, day=24)
    assert found("posts", bureau, [], first=saturday) == [cost(Tier.LEGAL, 780, 19, 31, 1, saturday)]
