"""What is proved of a block that hosts an event holds if another hosts it instead."""

from __future__ import annotations

import pytest

from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.block_bounds import (
    hosts,
    most_strength,
    settled_before,
    tiers_whoever_hosts,
    together_whoever_hosts,
)
from rosterctl.planning.counts.groups import make_groups
from rosterctl.planning.counts.model import BlockModel
from rosterctl.planning.counts.plan import Block
from rosterctl.planning.counts.target_shares import TargetShares, make_room
from rosterctl.planning.knowledge import Knowledge
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import Goal, minimise
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, small_bureau, unit
from tests.support.places import ONE, event, post, post_type, window

SETTINGS = Settings(30.0)
SITE = ("E", "U1")


def solved(*, hosting: bool, for_plan: bool = True) -> tuple[BlockModel, Solved]:
    """One officer, and from 9 to 11 a post and the site of an event: one of them stays empty."""
    asked = event("E", 9, 11, units=("U1", "U2"), sites=1)
    bureau = small_bureau(
        [officer("a", "A")],
        units=[unit("U1"), unit("U2")],
        post_types=[post_type("one", window(9, 11, plan=ONE))],
        posts=[post("P", "one")],
        events=[asked],
        rules={"posts": {}, "crews": {}, "events": {}, "strength": {}},
    )
    known = Knowledge(bureau, Horizon(MONDAY, 1))
    shares = TargetShares(
        bureau, make_room(bureau, make_groups(known.offers, known.rules, ["U1"], frozenset()))
    )
    hosted = {SITE: int(hosting)}
    block = Block(("U1",), frozenset(known.horizon), hosted, shares.others(("U1",)), for_plan=for_plan)
    built = BlockModel(known.offers, known.rules, block, known.before)
    goals = [Goal(tier, built.model.cost(tier)) for tier in (Tier.LEGAL, Tier.CHANGES, Tier.PLAN)]
    found = minimise(built.model, goals, SETTINGS)
    assert isinstance(found, Solved)
    return built, found


@pytest.mark.parametrize("hosting", [True, False])
def test_a_block_hosts_when_a_site_is_its_own(hosting: bool) -> None:
    assert hosts(solved(hosting=hosting)[0]) is hosting


def test_the_bound_of_the_plan_is_that_of_its_own_posts() -> None:
    built, found = solved(hosting=True)
    plan = {one.tier: one for one in tiers_whoever_hosts(built, found, SETTINGS)}[Tier.PLAN]
    assert plan.value > 0 == plan.bound
    assert together_whoever_hosts(built, found, plan.value, SETTINGS) == 0


def test_the_bound_of_a_block_that_hosts_nothing_is_its_own() -> None:
    built, found = solved(hosting=False)
    assert tiers_whoever_hosts(built, found, SETTINGS) == found.tiers
    assert together_whoever_hosts(built, found, 7, SETTINGS) == 7


def test_without_targets_no_strength_is_wanted() -> None:
    built, found = solved(hosting=True)
    assert most_strength(built, settled_before(built, found), SETTINGS) == 0
