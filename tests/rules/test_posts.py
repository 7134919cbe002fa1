import pytest

from rosterctl.domain.post import Level
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.model.board import Moment, Want
from rosterctl.rules import posts
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


class Given:
    """A cover board of an hour in one unit, in which the numbers of posts manned are given."""

    def __init__(self, wants, manned):
        self.moments, self.holds, self.costs = [Moment("U1", MONDAY, 0, 60)], True, {}
        self._wants, self._manned = wants, manned

    def wants(self, moment):  # noqa: ARG002
        return self._wants

    def manned(self, moment, want, level, alternative):  # noqa: ARG002
        return self._manned.get((want, level, alternative), 0)

    def require(self, condition):
        self.holds = self.holds and condition

    def penalise(self, tier, amount, weight, label, day):  # noqa: ARG002
        self.costs[tier] = self.costs.get(tier, 0) + amount * weight


TWO_POSTS = Want(("P", "Q"), ((Level.MINIMUM, ONE), (Level.PLAN, PAIR)), "", 0)


@pytest.mark.parametrize(
    ("minimum", "plan", "holds", "costs"),
    [
        (0, (0, 0), True, {Tier.LEGAL: 2 * 60, Tier.PLAN: 4 * 60}),  # empty: one head short, and a pair
        (2, (0, 0), True, {Tier.LEGAL: 0, Tier.PLAN: 2 * 60}),
        (1, (1, 0), True, {Tier.LEGAL: 0, Tier.PLAN: 60}),
        (0, (1, 1), True, {Tier.LEGAL: 0, Tier.PLAN: 0}),  # by either alternative
        (1, (1, 1), False, None),  # three of two posts
        (3, (0, 0), False, None),
    ],
)
def test_as_many_posts_are_manned_as_there_are_and_each_level_is_paid(minimum, plan, holds, costs):
    manned = {
        (TWO_POSTS, Level.MINIMUM, 0): minimum,
        **{(TWO_POSTS, Level.PLAN, place): number for place, number in enumerate(plan)},
    }
    board = Given([TWO_POSTS], manned)
    posts.cover(posts.Options(), board)
    assert board.holds is holds
    assert costs is None or board.costs == costs


def test_event_sites_are_left_to_their_own_rule():
    site = Want(("E/1",), ((Level.PLAN, PAIR),), "", 0, "E")
    board = Given([site], {})
    posts.cover(posts.Options(), board)
    assert (board.holds, board.costs) == (True, {})


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


def test_whoever_is_still_on_duty_from_before_mans_posts_if_that_is_known():
    """Where it is only assumed nobody knows, so that nothing is short until they would leave at nine."""
    bureau = street(window(7, 10, minimum=ONE))
    sunday = MONDAY.replace(day=6)
    night = on(bureau, "s1", at(31, 33, "P"), shift="overlap-morning", day=sunday)
    reserve = on(bureau, "s1", shift="overlap-morning", day=sunday)
    late = cost(Tier.LEGAL, 60, 9, 10, 1)
    assert found("posts", bureau, [], before=[night]) == [late]
    assert found("posts", bureau, [], before=[reserve]) == [cost(Tier.LEGAL, 180, 7, 10, 1)]
    assert found("posts", bureau, [], before=[reserve], known_from=MONDAY) == [late]


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
