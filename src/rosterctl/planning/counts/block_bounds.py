"""What is proved of one block: bounds that hold whoever hosts the events, and the most strength it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.for_the_plan import PlanPrices
from rosterctl.planning.counts.model import BlockModel
from rosterctl.planning.counts.plan import sites_of
from rosterctl.solver.linear import Linear, weighted_sum
from rosterctl.solver.outcome import Settings, Solved, TierOutcome
from rosterctl.solver.search import lower_bound


def hosts(built: BlockModel) -> bool:
    """Does the block host events that others might host instead?"""
    return built.block.others is not None and any(sites_of(built.block).values())


def tiers_whoever_hosts(built: BlockModel, solved: Solved, settings: Settings) -> tuple[TierOutcome, ...]:
    """The tiers with bounds for posts that hold however the sites of events are divided among the blocks.

    A block that hosts none can only be better off than one that does. So where it hosts, the bound is that of
    its own posts and leaders alone, as if its sites might stand empty at no cost.
    """
    if not hosts(built):
        return solved.tiers
    model = built.model
    own = {tier: model.cost(tier, without=built.hosting_rules) for tier in (Tier.LEGAL, Tier.PLAN)}
    tiers = []
    for one in solved.tiers:
        bound: int | None = one.bound
        if one.tier in own and one.bound:
            held = _held(built, settled_before(built, solved)) if one.tier is Tier.PLAN else []
            bound = lower_bound(model, own[one.tier], held, settings, solved)
        tiers.append(replace(one, bound=min(one.bound, bound or 0)))
    return tuple(tiers)


def together_whoever_hosts(built: BlockModel, solved: Solved, found: int, settings: Settings) -> int:
    """The same of the plan and its changes together, by linear relaxation: in a fraction of the time."""
    if not hosts(built):
        return found
    prices = PlanPrices(built, solved)
    own = {tier: built.model.cost(tier, without=built.hosting_rules) for tier in (Tier.LEGAL, Tier.PLAN)}
    held = [(own[Tier.LEGAL], solved.value(own[Tier.LEGAL]))]
    return min(found, lower_bound(prices.model, own[Tier.PLAN] + built.paid, held, settings) or 0)


SettledCosts = Mapping[Tier, int]
"""What every roster of a block keeps to: at most so much in the tiers that are settled before."""


def settled_before(built: BlockModel, solved: Solved) -> SettledCosts:
    """Of legal minima what its own posts lack, and with help the changes, but any number where they have a
    price.
    """
    legal = {Tier.LEGAL: solved.value(built.model.cost(Tier.LEGAL, without=built.hosting_rules))}
    if not built.block.help or built.board.bureau.prices.dearest:
        return legal
    return legal | {Tier.CHANGES: solved.value(built.model.cost(Tier.CHANGES))}


def most_strength(built: BlockModel, settled: SettledCosts, settings: Settings) -> int | None:
    """Head-minutes at the very most in the stretches that the rotation leaves short, weighed like their
    targets, by linear relaxation.

    None where the block is the whole bureau.
    """
    others = built.block.others
    if others is None:
        return None
    terms = [
        (heads - others.heads(target, stretch), -stretch.minutes * target.weight)
        for target in built.cover.bureau.strengths
        for stretch, heads in built.cover.strength_moments(target)
        if others.is_short(target, stretch)
    ]
    objective = weighted_sum(terms)
    if isinstance(objective, int):
        return -objective
    bound = lower_bound(built.model, objective, _held(built, settled), settings)
    return None if bound is None else -bound


def _held(built: BlockModel, settled: SettledCosts) -> list[tuple[Linear, int]]:
    """The costs of the settled tiers, and their values."""
    without = {Tier.LEGAL: built.hosting_rules}
    return [
        (built.model.cost(tier, without=without.get(tier, frozenset())), value)
        for tier, value in settled.items()
    ]
