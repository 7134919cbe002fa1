"""The bound on missing strength by hand, in one model and unit by unit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.post import Level
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Prices, Tier
from rosterctl.planning.counts.bounds import count_tiers, plan_and_changes
from rosterctl.planning.counts.groups import make_groups
from rosterctl.planning.counts.plan import BlockPlan
from rosterctl.planning.counts.target_shares import TargetShares, make_room
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.workers.batch import Lost
from rosterctl.solver.outcome import TierOutcome
from rosterctl.timeline.horizon import Horizon
from tests.properties.claims import breaches, make
from tests.support.bureaus import MONDAY, every_rule, officer, small_bureau, unit
from tests.support.places import PAIR, crew, event, post, post_type, window
from tests.support.tuned import tuned_blocks

TEAMS = "ABCD"
NO_PRICES = Prices(0, 0)


def claims(heads, *, apart, recalls=(), units=2, mean="60", days=1, **more):
    """One officer a team in each unit; from 17:00 to 19:00 on Monday team A is on duty, B may stay off."""
    homes = [unit(f"U{n}", recalls=recalls) for n in range(units)]
    people = [officer(f"{home.id}-{team}".lower(), team, unit=home.id) for home in homes for team in TEAMS]
    bureau = small_bureau(
        people,
        units=homes,
        rules=every_rule(mean_hours={"sworn": mean}),
        strengths=[StrengthTarget("T", "", heads, 17 * 60, 19 * 60)],
        **more,
    )
    with tuned_blocks(joint_officers=0 if apart else len(people)):
        made = make(bureau, Horizon(MONDAY, days))
    assert breaches(made) == []
    return {one.tier: (one.value, one.bound) for one in made.roster.tiers}


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(
    ("heads", "short"),
    [
        (2, 0),  # what the rotation gives
        (3, 120),  # one head for two hours
        (5, 360),
    ],
)
def test_without_recalls_every_head_beyond_the_rotation_is_short(heads, short, apart):
    assert claims(heads, apart=apart)[Tier.STRENGTH] == (short, short)


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(
    ("heads", "short"),
    [
        (3, 0),  # D of one unit is called in
        (4, 0),  # of both
        (5, 120),  # nobody else is at rest; C comes off the night
    ],
)
def test_recalls_fill_what_they_can(heads, short, apart):
    assert claims(heads, apart=apart, recalls=("peak-evening",))[Tier.STRENGTH] == (short, short)


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(
    ("mean", "short"),
    [
        (
            "55",
            240,
        ),  # thirteen of sixty hours more a week are 111 minutes on one date: no recall of two hours
        ("56", 0),  # fourteen are 120
    ],
)
def test_hours_left_over_that_are_no_recall_for_anybody_fill_nothing(mean, short, apart):
    found = claims(4, apart=apart, recalls=("peak-evening",), mean=mean)
    assert found[Tier.STRENGTH] == (short, short)


def test_unit_by_unit_a_target_is_asked_of_the_units_that_it_covers():
    only = StrengthTarget("T", "", 2, 17 * 60, 19 * 60, units=("U1",))
    homes = [unit("U0", recalls=("peak-evening",)), unit("U1")]
    people = [officer(f"{home.id}-{team}".lower(), team, unit=home.id) for home in homes for team in TEAMS]
    bureau = small_bureau(people, units=homes, rules=every_rule(), strengths=[only])
    with tuned_blocks(joint_officers=0):
        tiers = {one.tier: (one.value, one.bound) for one in make(bureau, Horizon(MONDAY, 1)).roster.tiers}
    assert tiers[Tier.STRENGTH] == (120, 120)
    assert tiers[Tier.HOURS][0] == 0  # nobody of U0 is called in for it


def plan_of_two_units(first, second, *, apart, asked, **more):
    """What is claimed of the post plan where everybody works Monday's day and either unit may host the event.

    `first` and `second` are the skills of each officer of the two.
    """
    people = [
        officer(f"{home.lower()}-{n}", "A", unit=home, skills=("patrol", "traffic", *skills))
        for home, each in (("U1", first), ("U2", second))
        for n, skills in enumerate(each)
    ]
    bureau = small_bureau(people, units=[unit("U1"), unit("U2")], rules=every_rule(), events=[asked], **more)
    with tuned_blocks(joint_officers=0 if apart else len(people)):
        tiers = {one.tier: one for one in make(bureau, Horizon(MONDAY, 1)).roster.tiers}
    return tiers[Tier.PLAN]


@pytest.mark.parametrize("apart", [False, True])
def test_the_bound_holds_whoever_hosts_when_only_the_smaller_unit_has_the_skill(apart):
    drivers = crew("drivers", {"sworn+driver": 2})
    asked = event("E", 9, 11, units=("U1", "U2"), crew=drivers)
    claim = plan_of_two_units([(), (), ()], [("driver",), ("driver",)], apart=apart, asked=asked)
    assert claim.bound == 0  # the two drivers of U2 can hold the site


@pytest.mark.parametrize("apart", [False, True])
def test_the_bound_holds_whoever_hosts_when_the_site_takes_a_crew_from_a_post(apart):
    asked = event("E", 9, 11, units=("U1", "U2"), crew=crew("one", {"sworn": 1}), level=Level.MINIMUM)
    claim = plan_of_two_units(
        [(), ()],
        [()],
        apart=apart,
        asked=asked,
        post_types=[post_type("patrol", window(9, 11, plan=PAIR))],
        posts=[post("P", "patrol", "U1")],
    )
    assert claim.bound == 0  # the one of U2 holds the site, and the two of U1 walk the patrol


# The same by hand: two units, and three heads are wanted of both from 17:00 to 19:00, two hours. The rotation
# has one in each, so the target is short there and 3 * 120 head-minutes are asked for.


def added_up(*plans, heads=3, events=(), prices=NO_PRICES, weight=1):
    """By tier value and bound of the plans of two blocks together."""
    target = StrengthTarget("T", "", heads, 17 * 60, 19 * 60, weight=weight)
    people = [officer(f"{home}-{team}", team, unit=home) for home in ("U1", "U2") for team in TEAMS]
    homes = [unit("U1"), unit("U2")]
    bureau = small_bureau(people, units=homes, strengths=[target], events=events, prices=prices)
    known = Knowledge(bureau, Horizon(MONDAY, 1))
    groups = make_groups(known.offers, known.rules, bureau.units, frozenset())
    tiers = count_tiers(known.offers, TargetShares(bureau, make_room(bureau, groups)), plans)
    return {one.tier.name: (one.value, one.bound) for one in tiers.values()}


def block_plan(most, *, legal=(0, 0), plan=(0, 0), strength=(0, 0), seconds=1.0):
    tiers = {Tier.LEGAL: legal, Tier.PLAN: plan, Tier.STRENGTH: strength}
    outcomes = tuple(TierOutcome(tier, *pair, seconds) for tier, pair in tiers.items())
    return BlockPlan({}, {}, outcomes, frozenset(), most)


def test_values_and_bounds_of_blocks_add_up():
    found = added_up(block_plan(120, legal=(7, 7), plan=(5, 4)), block_plan(120, plan=(3, 2)))
    assert (found["LEGAL"], found["PLAN"]) == ((7, 7), (8, 6))


@pytest.mark.parametrize(
    ("together", "paid", "bound"),
    [
        ((90, 60), (30, 60), 60),  # 150 for both, of which 90 are paid
        ((90, 60), (90, 90), 0),  # never below nothing
        ((90, None), (30, 0), 60),  # of a block that was not asked nothing is known
        ((90, 0), (0, 0), 90),
    ],
)
def test_of_a_plan_with_priced_changes_what_is_paid_is_taken_off_the_bound(together, paid, bound):
    blocks = [
        replace(block_plan(120, plan=(99, 99)), together=each, paid=cost)
        for each, cost in zip(together, paid, strict=True)
    ]
    assert added_up(*blocks, prices=Prices(60, 30))["PLAN"] == (198, bound)


@pytest.mark.parametrize(("bound", "together"), [(60, 150), (59, 0)])
def test_of_a_plan_nothing_is_proved_where_legal_shortages_may_be_divided_otherwise(bound, together):
    """Both for the counts and for the roster that is made of them."""
    short = replace(block_plan(120, legal=(60, bound), plan=(99, 99)), together=90, paid=30)
    blocks = [short, replace(block_plan(120, plan=(99, 99)), together=60, paid=60)]
    known = Knowledge(small_bureau(prices=Prices(60, 30)), Horizon(MONDAY, 1))
    shares = TargetShares(known.bureau, make_room(known.bureau, []))
    tiers = count_tiers(known.offers, shares, blocks)
    assert plan_and_changes(known.offers, blocks, tiers) == together
    assert tiers[Tier.PLAN].bound == max(together - 90, 0)


def test_seconds_add_up():
    known = Knowledge(small_bureau(), Horizon(MONDAY, 1))
    shares = TargetShares(known.bureau, make_room(known.bureau, []))
    tiers = count_tiers(known.offers, shares, [block_plan(0, seconds=1.5), block_plan(0, seconds=2.0)])
    assert tiers[Tier.LEGAL].seconds == 3.5


@pytest.mark.parametrize(
    ("most", "bound"),
    [
        ((120, 120), 120),  # 360 are wanted, 240 is the most
        ((240, 120), 0),
        ((120, 0), 240),
        ((240, 240), 0),  # never below nothing
        ((None, 120), 0),  # what one block can bring is not known
    ],
)
def test_what_is_wanted_less_the_most_of_each_block_is_short_for_sure(most, bound):
    """The parts of the blocks themselves say less: their bounds of strength do not count."""
    plans = [block_plan(each, strength=(180, 7)) for each in most]
    assert added_up(*plans)["STRENGTH"] == (360, bound)


def test_what_is_wanted_weighs_like_its_target():
    """The blocks' own numbers are weighed already: 720 are wanted, 480 are the most."""
    assert added_up(block_plan(240), block_plan(240), weight=2)["STRENGTH"][1] == 240


def test_where_the_rotation_is_enough_nothing_is_asked_for():
    assert added_up(block_plan(0), block_plan(0), heads=2)["STRENGTH"] == (0, 0)


def test_a_block_without_a_plan_brings_an_unknown_number():
    assert added_up(block_plan(120, plan=(5, 4)), Lost("it hung")) == {
        "LEGAL": (0, 0),
        "PLAN": (5, 4),
        "STRENGTH": (0, 0),
    }


def test_one_block_alone_has_its_own_bounds():
    assert added_up(block_plan(None, strength=(180, 170)))["STRENGTH"] == (180, 170)


AN_EVENT = event("E", 9, 11, units=("U1", "U2"), level=Level.MINIMUM)


@pytest.mark.parametrize(
    ("legal", "events", "holds"),
    [
        ((60, 60), [], True),  # every block has the least that it can have
        ((60, 59), [], False),  # one might be less short, and then its bounds below are not known
        ((60, 60), [AN_EVENT], False),  # who hosts it may change who is short
        ((60, 60), [replace(AN_EVENT, level=Level.PLAN)], True),  # that is no legal minimum
        ((60, 60), [replace(AN_EVENT, day=MONDAY + timedelta(days=1))], True),  # not in this horizon
        ((0, 0), [AN_EVENT], True),  # nothing is short, whoever hosts
    ],
)
def test_bounds_below_hold_while_no_block_could_be_less_short_of_the_law(legal, events, holds):
    plans = block_plan(120, legal=legal, plan=(5, 4)), block_plan(120, plan=(3, 2))
    found = added_up(*plans, events=events)
    assert found["LEGAL"] == legal
    assert (found["PLAN"], found["STRENGTH"]) == ((8, 6 if holds else 0), (0, 120 if holds else 0))
