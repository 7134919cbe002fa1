"""The searches of one block, on bureaus small enough to know the best by hand.

On Monday A works the day (07-19) and B the night (19-31); C comes off a night and D is at rest, and both may
be called in unless a rule says otherwise. Costs are person-minutes: twelve hours are 720.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rosterctl.domain.post import Level
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Prices, Tier
from rosterctl.planning.counts.groups import make_groups
from rosterctl.planning.counts.plan import Block, BlockPlan
from rosterctl.planning.counts.search import solve_block
from rosterctl.planning.counts.target_shares import TargetShares, make_room
from rosterctl.planning.knowledge import Knowledge
from rosterctl.solver.outcome import Settings, Stuck
from rosterctl.timeline.horizon import Horizon
from tests.support.at_rest import three_at_rest
from tests.support.bureaus import MONDAY, duty, officer, rotation, small_bureau, unit
from tests.support.places import ONE, PAIR, event, post, post_type, window
from tests.support.tuned import tuned_blocks

TUESDAY = MONDAY + timedelta(days=1)
DAY = 720
MANNING = {"posts": {}, "crews": {}, "events": {}, "strength": {}}
MIN_PAIR = post_type("min-pair", window(7, 19, minimum=PAIR))
MIN_ONE = post_type("min-one", window(7, 19, minimum=ONE))
PLAN_ONE = post_type("plan-one", window(7, 19, plan=ONE))
PLAN_PAIR = post_type("plan-pair", window(7, 19, plan=PAIR))
WEDNESDAY = MONDAY + timedelta(days=2)
WEDNESDAY_ONE = post_type("wednesday-one", replace(window(7, 19, plan=ONE), first=WEDNESDAY, last=WEDNESDAY))
ONE_MONDAY = rotation("D" + 12 * "O", (0,))
TYPES = (MIN_PAIR, MIN_ONE, PLAN_ONE, PLAN_PAIR, WEDNESDAY_ONE)


def known_of(days: int = 1, **bureau: Any) -> Knowledge:
    bureau.setdefault("rules", MANNING)
    types = {one.type for one in bureau.get("posts", ())}
    bureau["post_types"] = [one for one in TYPES if one.id in types]
    return Knowledge(small_bureau(**bureau), Horizon(MONDAY, days))


def solve(known: Knowledge, block: Block) -> BlockPlan | Stuck:
    offers = known.offers.only(block.units)
    return solve_block(offers, known.rules, block, Settings(30.0), known.before)


def plan_of(*, help: frozenset[date] = frozenset(), days: int = 1, **bureau: Any) -> BlockPlan:
    """The plan of the whole bureau as one block."""
    known = known_of(days, **bureau)
    plan = solve(known, Block(tuple(known.bureau.units), help, None, None))
    assert isinstance(plan, BlockPlan)
    return plan


def costs(plan: BlockPlan) -> dict[str, int]:
    """The tiers that cost something; each must be proved to the minute."""
    assert all(one.value == one.bound for one in plan.tiers)
    return {one.tier.name: one.value for one in plan.tiers if one.value}


def counts(plan: BlockPlan) -> dict[tuple[str, str, str], int]:
    """Heads by team, shift and unit where they serve."""
    return {(key[1], shift, at): n for key, each in plan.counts.items() for (_, shift, at), n in each.items()}


def test_where_the_rotation_is_enough_it_is_worked_and_costs_nothing() -> None:
    plan = plan_of(posts=[post("P", "min-one")])
    assert costs(plan) == {}
    assert counts(plan) == {("A", "day", "U1"): 1, ("B", "night", "U1"): 1}
    assert [one.tier for one in plan.tiers] == [
        Tier.LEGAL,
        Tier.PLAN,
        Tier.STRENGTH,
        Tier.CHANGES,
        Tier.HOURS,
    ]


def test_a_post_that_nobody_can_man_is_short_by_all_its_heads() -> None:
    """One of two is there, but half a crew is none."""
    plan = plan_of(posts=[post("P", "min-pair")])
    assert (costs(plan), plan.short_days) == ({"LEGAL": 2 * DAY}, {MONDAY})


def test_a_recall_mends_it_and_costs_its_hours() -> None:
    plan = plan_of(posts=[post("P", "min-pair")], units=[unit(recalls=("day",))])
    assert (costs(plan), plan.short_days) == ({"HOURS": DAY}, frozenset())


def test_the_cheaper_of_two_recalls_is_made() -> None:
    """Two heads are wanted from 17:00 to 19:00: a recall of two hours will do."""
    target = StrengthTarget("T", "", 2, 17 * 60, 19 * 60)
    plan = plan_of(strengths=[target], units=[unit(recalls=("day", "peak-evening"))])
    assert costs(plan) == {"HOURS": 120}


def test_a_longer_shift_of_the_letter_costs_what_is_longer_alone() -> None:
    target = StrengthTarget("T", "", 2, 17 * 60, 19 * 60)
    plan = plan_of(strengths=[target], units=[unit(shifts={"N": ("night", "overlap-evening")})])
    assert (costs(plan), counts(plan)[("B", "overlap-evening", "U1")]) == ({"HOURS": 120}, 1)


def test_a_legal_minimum_comes_before_the_plan() -> None:
    """One officer for two posts: the plan's twelve hours are short, not the law's."""
    assert costs(plan_of(posts=[post("P", "plan-one"), post("Q", "min-one")])) == {"PLAN": DAY}


def test_heads_that_last_from_before_the_horizon_man_posts_if_they_are_known() -> None:
    """C's night of Sunday lasts to 09:00: until then two are there for a post of two."""
    sunday = MONDAY - timedelta(days=1)
    shifts = {"N": ("night", "overlap-morning")}
    night = duty(small_bureau(units=[unit(shifts=shifts)]), "c", sunday, "overlap-morning")
    bureau: dict[str, Any] = {
        "history": [night],
        "units": [unit(shifts=shifts)],
        "strengths": [StrengthTarget("T", "", 2, 7 * 60, 9 * 60)],
        "posts": [post("P", "min-pair")],
    }
    assert costs(plan_of(**bureau)) == {"LEGAL": 2 * (DAY - 120)}
    assert costs(plan_of(**{**bureau, "history": []})) == {"LEGAL": 2 * DAY, "STRENGTH": 120}


def test_where_heads_are_assumed_nothing_is_short_until_they_would_leave() -> None:
    """The long night of Sunday is the plain one of C, and there is no history: until 09:00 nobody knows."""
    bureau: dict[str, Any] = {
        "units": [unit(shifts={"N": ("overlap-morning",)})],
        "posts": [post("P", "min-pair")],
    }
    assert costs(plan_of(**bureau)) == {"LEGAL": 2 * (DAY - 120)}


def test_with_help_people_are_lent_as_few_as_the_legal_minima_need() -> None:
    """U1 lacks one of two; both officers of U2 may come, one does."""
    people = [officer("a", "A", unit="U1"), *(officer(f"h{n}", "A", unit="U2") for n in range(2))]
    bureau: dict[str, Any] = {
        "officers": people,
        "units": [unit("U1", borrows_from=("U2",)), unit("U2")],
        "posts": [post("P", "min-pair", "U1")],
    }
    assert costs(plan_of(**bureau)) == {"LEGAL": 2 * DAY}
    assert costs(plan_of(help=frozenset([TUESDAY]), **bureau)) == {"LEGAL": 2 * DAY}
    helped = plan_of(help=frozenset([MONDAY]), **bureau)
    assert (costs(helped), counts(helped)[("A", "day", "U2")]) == ({"CHANGES": 1}, 1)


def test_help_is_for_legal_minima_and_not_for_a_plan() -> None:
    people = [officer(f"h{n}", "A", unit="U2") for n in range(2)]
    plan = plan_of(
        help=frozenset([MONDAY]),
        officers=people,
        units=[unit("U1", borrows_from=("U2",)), unit("U2")],
        posts=[post("P", "plan-one", "U1")],
    )
    assert costs(plan) == {"PLAN": DAY}


def night_before(**more: Any) -> dict[str, Any]:
    """Sunday's night of A ends when Monday's day of A begins; eleven hours of rest are the law."""
    night = duty(small_bureau(), "a", MONDAY - timedelta(days=1), "night")
    return {"history": [night], "rules": {**MANNING, "rest": {}}, **more}


def test_a_rotation_that_a_limit_forbids_is_stuck() -> None:
    known = known_of(**night_before())
    assert solve(known, Block(("U1",), frozenset(), None, None)) == Stuck()


def test_with_help_somebody_is_let_off_instead() -> None:
    plan = plan_of(help=frozenset([MONDAY]), **night_before())
    assert costs(plan) == {"CHANGES": 1}
    assert counts(plan) == {("B", "night", "U1"): 1}


@pytest.mark.parametrize(
    ("rules", "most"),
    [
        ({}, 3),  # A is on duty, C and D may come
        ({"post-night": {}}, 2),  # C may not
    ],
)
@pytest.mark.parametrize("singly", [False, True])
@pytest.mark.parametrize("weight", [1, 2])
def test_the_most_heads_of_a_block_where_the_rotation_is_short(
    weight: int, singly: bool, rules: dict[str, Any], most: int
) -> None:
    """Three are wanted of two units from 17:00 to 19:00 and the rotation has one in each."""
    known = known_of(
        units=[unit("U1", recalls=("peak-evening",)), unit("U2")],
        officers=[officer(f"{home}-{team}", team, unit=home) for home in ("U1", "U2") for team in "ABCD"],
        strengths=[StrengthTarget("T", "", 3, 17 * 60, 19 * 60, weight=weight)],
        rules={**MANNING, **rules},
    )
    block = apart(known, "U1")
    if singly:
        groups = make_groups(known.offers, known.rules, block.units, frozenset())
        block = replace(block, singly=frozenset(one.key for one in groups))
    with tuned_blocks(small_block=0):
        plan = solve(known, block)
    assert isinstance(plan, BlockPlan)
    assert plan.most_strength == most * 120 * weight


def apart(known: Knowledge, name: str, hosted: dict[tuple[str, str], int] | None = None) -> Block:
    """A block of one unit of several, which is asked for its share of the targets."""
    groups = make_groups(known.offers, known.rules, known.bureau.units, frozenset())
    shares = TargetShares(known.bureau, make_room(known.bureau, groups))
    return Block((name,), frozenset(), hosted or {}, shares.others([name]))


@pytest.mark.parametrize("level", [Level.MINIMUM, Level.PLAN])
def test_the_bound_of_a_block_that_hosts_is_that_of_its_own_posts_alone(level: Level) -> None:
    """A is alone: the site lacks two heads for two hours, and so does a post of its own all day.

    Another unit might host the site, so only what the post lacks is sure.
    """
    known = known_of(
        units=[unit("U1"), unit("U2")],
        posts=[post("P", "min-pair", "U1")],
        events=[event("E", 9, 11, units=("U1", "U2"), level=level)],
    )
    plan = solve(known, apart(known, "U1", {("E", "U1"): 1}))
    assert isinstance(plan, BlockPlan)
    found = {one.tier: (one.value, one.bound) for one in plan.tiers}
    site = 2 * 120
    if level is Level.MINIMUM:
        assert found[Tier.LEGAL] == (2 * DAY + site, 2 * DAY)
    else:
        assert (found[Tier.LEGAL], found[Tier.PLAN]) == ((2 * DAY, 2 * DAY), (site, 0))
    assert plan.hosted == {("E", "U1"): 1}


def test_a_block_hosts_no_more_sites_than_are_its_own() -> None:
    """Two sites, one of them here: one pair is short, not two."""
    known = known_of(units=[unit("U1"), unit("U2")], events=[event("E", 9, 11, units=("U1", "U2"), sites=2)])
    plan = solve(known, apart(known, "U1", {("E", "U1"): 1, ("E", "U2"): 1}))
    assert isinstance(plan, BlockPlan)
    assert {one.tier: one.value for one in plan.tiers}[Tier.PLAN] == 2 * 120


def of_three_at_rest(*, singly: bool) -> BlockPlan:
    known = Knowledge(three_at_rest("minimum"), Horizon(MONDAY, 3))
    groups = make_groups(known.offers, known.rules, ["U1"], frozenset())
    alone = frozenset(one.key for one in groups if singly)
    plan = solve(known, Block(("U1",), frozenset(), None, None, alone))
    assert isinstance(plan, BlockPlan)
    return plan


def test_counted_alone_everybody_keeps_their_own_limits() -> None:
    # Monday is met by d0 or d2, and one of the two dates by d1; counted together all three are.
    assert costs(of_three_at_rest(singly=False)) == {"HOURS": 3 * DAY}
    plan = of_three_at_rest(singly=True)
    assert costs(plan) == {"LEGAL": DAY, "HOURS": 2 * DAY}
    duties = {key[-1]: sum(each.values()) for key, each in plan.counts.items()}
    assert (duties["d1"], duties["d0"] + duties["d2"]) == (1, 1)


def priced(prices: Prices, level: str = "plan", **bureau: Any) -> BlockPlan:
    """U1 lacks one of two at its post; the two officers of U2 may come. Changes are made for the plan."""
    known = known_of(
        officers=[officer("a", "A", unit="U1"), *(officer(f"h{n}", "A", unit="U2") for n in range(2))],
        units=[unit("U1", borrows_from=("U2",)), unit("U2")],
        posts=[post("P", f"{level}-pair", "U1")],
        prices=prices,
        **bureau,
    )
    plan = solve(known, Block(("U1", "U2"), frozenset([MONDAY]), None, None, for_plan=True))
    assert isinstance(plan, BlockPlan)
    return plan


@pytest.mark.parametrize(
    ("loan", "found", "paid"),
    [
        (2 * DAY, {"CHANGES": 1}, 2 * DAY),  # a pair for a day is worth as much, and the plan comes first
        (2 * DAY + 1, {"PLAN": 2 * DAY}, 0),
        (0, {"PLAN": 2 * DAY}, 0),  # no price is for legal minima only
    ],
)
def test_somebody_is_lent_for_the_plan_where_that_brings_its_price(
    loan: int, found: dict[str, int], paid: int
) -> None:
    plan = priced(Prices(0, loan))
    assert (costs(plan), plan.paid, plan.together) == (found, paid, 2 * DAY)


def test_for_legal_minima_people_are_lent_at_any_price() -> None:
    assert costs(priced(Prices(0, 9 * DAY), "min")) == {"CHANGES": 1}


def test_somebody_is_let_off_for_the_plan_where_that_brings_its_price() -> None:
    """A may work twelve hours in all: Monday's plain day, or a recall at the post on Wednesday."""
    for price, found in ((DAY, {"CHANGES": 1, "HOURS": DAY}), (DAY + 1, {"PLAN": DAY}), (0, {"PLAN": DAY})):
        known = known_of(
            3,
            officers=[officer("a", "A")],
            units=[unit(teams="A", rotation=ONE_MONDAY, recalls=("day",))],
            rotations=[ONE_MONDAY],
            posts=[post("P", "wednesday-one")],
            rules={**MANNING, "hours": {"days28": "12"}},
            prices=Prices(price, 0),
        )
        plan = solve(known, Block(("U1",), frozenset(known.horizon), None, None, for_plan=True))
        assert isinstance(plan, BlockPlan) and costs(plan) == found


@pytest.mark.parametrize("small", [True, False])
def test_in_a_large_block_who_are_counted_alone_are_counted_group_by_group(small: bool) -> None:
    with tuned_blocks(small_block=60 if small else 0):
        plan = of_three_at_rest(singly=True)
    assert {one.tier: one.value for one in plan.tiers}[Tier.LEGAL] == DAY
    assert plan.tiers[0].bound == (DAY if small else 0)  # of a group after the other nothing is proved


@pytest.mark.parametrize(("units", "together"), [(("U1",), 0), (("U1", "U2"), 30)])
def test_of_a_plan_that_lenders_outside_could_mend_nothing_is_proved(
    units: tuple[str, ...], together: int
) -> None:
    """U2 lends U1 an officer for 30; U1 alone would have to do without."""
    people = [officer("a", "A", unit="U1"), *(officer(f"h{n}", "A", unit="U2") for n in range(2))]
    homes = [unit("U1", borrows_from=("U2",)), unit("U2")]
    known = known_of(officers=people, units=homes, posts=[post("P", "plan-pair", "U1")])
    shares = TargetShares(known.bureau, make_room(known.bureau, []))
    block = Block(units, frozenset(known.horizon), {}, shares.others(units), for_plan=True)
    plan = solve(known, block)
    assert isinstance(plan, BlockPlan)
    assert plan.together == together
