"""Changes for the plan: where the linear relaxation makes any, and what is settled after that."""

from __future__ import annotations

import pytest

from rosterctl.domain.tier import DEFAULT_PRICES, Prices, Tier
from rosterctl.planning.counts.for_the_plan import PlanPrices, search_for_plan
from rosterctl.planning.counts.model import BlockModel
from rosterctl.planning.counts.plan import Block
from rosterctl.planning.knowledge import Knowledge
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import Goal, minimise, relaxed
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, rotation, small_bureau, unit
from tests.support.places import PAIR, post, post_type, window
from tests.support.tuned import tuned_blocks

DAY = 720
SETTINGS = Settings(30.0)
ONE_MONDAY = rotation("D" + 12 * "O", (0,))


def built(prices: Prices = DEFAULT_PRICES) -> BlockModel:
    """Two of U1 and two of U2 work Monday; U1 wants four at its post and may borrow."""
    homes = [
        unit("U1", teams="A", rotation=ONE_MONDAY, borrows_from=("U2",)),
        unit("U2", teams="A", rotation=ONE_MONDAY),
    ]
    bureau = small_bureau(
        [officer(f"{home.id}-{n}", unit=home.id) for home in homes for n in range(2)],
        units=homes,
        rotations=[ONE_MONDAY],
        post_types=[post_type("pair", window(7, 19, plan=PAIR))],
        posts=[post("P", "pair", "U1"), post("Q", "pair", "U1")],
        rules={"posts": {}, "crews": {}, "events": {}, "strength": {}},
        prices=prices,
    )
    known = Knowledge(bureau, Horizon(MONDAY, 1))
    block = Block(("U1", "U2"), frozenset(known.horizon), None, None, for_plan=True)
    return BlockModel(known.offers, known.rules, block, known.before)


def rotation_kept(model: BlockModel) -> Solved:
    """Everybody at home, with the best plan of that."""
    goals = [Goal(tier, model.model.cost(tier)) for tier in (Tier.LEGAL, Tier.CHANGES, Tier.PLAN)]
    found = minimise(model.model, goals, SETTINGS)
    assert isinstance(found, Solved)
    return found


def cost(solved: Solved, model: BlockModel, tier: Tier) -> int:
    return solved.value(model.model.cost(tier))


@pytest.mark.parametrize("small", [True, False])
def test_both_are_lent_and_what_is_paid_and_proved_is_told(small: bool) -> None:
    model = built()
    known, told = rotation_kept(model), list[tuple[int, int]]()
    lower = [Goal(tier, model.model.cost(tier)) for tier in (Tier.STRENGTH, Tier.CHANGES, Tier.HOURS)]
    with tuned_blocks(small_block=60 if small else 0):
        found, together = search_for_plan(
            model,
            known,
            lower,
            SETTINGS,
            lambda *one: told.append((cost(one[0], model, Tier.PLAN), one[1])),
        )
    assert cost(known, model, Tier.PLAN) == 2 * DAY
    assert (cost(found, model, Tier.PLAN), cost(found, model, Tier.CHANGES), together) == (0, 2, 60)
    assert [(one.value, one.bound) for one in found.tiers] == [(0, 0), (0, 0), (0, 0), (2, 2), (0, 0)]
    assert set(told) == {(0, 60)}


def test_a_loan_without_a_price_is_none_that_the_plan_makes() -> None:
    model = built(Prices(60, 0))
    known = rotation_kept(model)
    found, together = search_for_plan(model, known, [], SETTINGS, lambda *_: None)
    assert (cost(found, model, Tier.CHANGES), together) == (0, 2 * DAY)


def test_changes_are_open_only_where_the_linear_relaxation_makes_any() -> None:
    model = built()
    known, prices = rotation_kept(model), PlanPrices(model, rotation_kept(model))
    relaxation = relaxed(prices.model, prices.together, [], SETTINGS)
    assert relaxation is not None and relaxation.bound == 60
    kept = prices.kept_where(known, relaxation)
    new = len(kept.conditions) - len(prices.model.conditions)
    assert new == 1  # those of U1 stay at home; those of U2 may go


def test_what_is_settled_stays_as_many_by_group_and_date() -> None:
    model = built()
    known, prices = rotation_kept(model), PlanPrices(model, rotation_kept(model))
    found = minimise(prices.settled(known), [Goal(Tier.PLAN, prices.together)], SETTINGS)
    assert isinstance(found, Solved) and cost(found, model, Tier.PLAN) == 2 * DAY
    found = minimise(prices.bought(known), [Goal(Tier.PLAN, prices.together)], SETTINGS)
    assert isinstance(found, Solved) and cost(found, model, Tier.PLAN) == 0
