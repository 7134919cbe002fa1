"""Which blocks of a round there is time for, and until when rounds are repeated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.blocks import Plans
from rosterctl.planning.counts.plan import Block, BlockPlan
from rosterctl.planning.counts.rounds import Rounds
from rosterctl.planning.counts.target_shares import TargetShares, make_room
from rosterctl.solver.outcome import TierOutcome
from tests.support.bureaus import small_bureau, unit
from tests.support.runs import run_of

BUREAU = small_bureau(units=[unit("U1"), unit("U2"), unit("U3")])


def block(name: str, *, singly: bool = False) -> Block:
    groups = frozenset([(name, "A", (), False, (), "")] if singly else [])
    return Block((name,), frozenset(), {}, None, groups)


def took(seconds: float) -> BlockPlan:
    tiers = TierOutcome(Tier.LEGAL, 0, 0, seconds / 2), TierOutcome(Tier.PLAN, 0, 0, seconds / 2)
    return BlockPlan({}, {}, tiers, frozenset(), None)


def fitting(left: float, plans: Plans, *, reproducible: bool = False, **more: float) -> list[str]:
    """The units of those for which there is time; each takes three times as long as before."""
    with run_of(BUREAU) as (run, _):
        asked = replace(run, order=replace(run.order, reproducible=reproducible))
        rounds = Rounds(asked, TargetShares(BUREAU, make_room(BUREAU, [])), 3)
        blocks = [block(name) for name in BUREAU.units]
        extra = {one: more.get(one.units[0], 0.0) for one in blocks}
        return [one.units[0] for one in rounds.in_time(blocks, plans, lambda: left, 3.0, extra)]


PLANS = {block("U1"): took(2.0), block("U2"): took(3.0), block("U3"): took(1.0)}


@pytest.mark.parametrize(
    ("left", "units"),
    [(18.0, ["U1", "U2", "U3"]), (17.9, ["U1", "U2"]), (14.9, ["U1", "U3"]), (5.9, ["U3"]), (2.9, [])],
)
def test_a_round_has_the_blocks_that_fit_in_order(left: float, units: list[str]) -> None:
    """6, 9 and 3 seconds, one search at a time; what does not fit lets the next try."""
    assert fitting(left, PLANS) == units


def test_what_comes_after_the_search_takes_time_too() -> None:
    assert fitting(18.0, PLANS, U1=3.1) == ["U1", "U3"]


def test_who_is_counted_one_by_one_already_takes_no_longer_than_that() -> None:
    assert fitting(2.0, {block("U1", singly=True): took(2.0)}) == ["U1", "U2", "U3"]


def test_a_reproducible_run_has_time_for_all() -> None:
    assert fitting(0.0, PLANS, reproducible=True) == ["U1", "U2", "U3"]
