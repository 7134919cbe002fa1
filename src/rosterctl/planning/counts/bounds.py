"""What the counts prove: values and lower bounds, added up over the blocks.

The bounds are true for any lawful roster of named officers that keeps the rotation like that, given the
tiers above. Limits per head are summed over interchangeable heads, crews are counted by Hall's theorem, reach
and habit are left out: every lawful roster is a solution of the count models, with the same cost. Costs of
posts and leaders belong to one unit each, so their bounds add up over the blocks; those of blocks that host
events are taken as if the sites might stand empty at no cost, for they may be divided otherwise. For
strength, the heads short over all stretches are at least the target less the most heads that the blocks can
bring in the stretches that the rotation leaves short (a Lagrangian bound with prices 0 and 1).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rosterctl.domain.post import Level
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.plan import Block, BlockPlan
from rosterctl.planning.counts.target_shares import TargetShares
from rosterctl.planning.cover.moments import stretches
from rosterctl.planning.rotation.offers import Offers
from rosterctl.planning.workers.batch import Lost
from rosterctl.solver.outcome import Stuck, TierOutcome


def count_tiers(
    offers: Offers, shares: TargetShares, plans: Sequence[BlockPlan | Stuck | Lost]
) -> dict[Tier, TierOutcome]:
    """Values, bounds and seconds added over the blocks; the bound of strength as argued above.

    A block without a plan adds nothing, which a bound may always do. The bound of the plan is for rosters
    whose changes cost no more than those here by the bureau's prices.
    """
    found: dict[Tier, TierOutcome] = {}
    for plan in plans:
        if not isinstance(plan, BlockPlan):
            continue
        for one in plan.tiers:
            had = found.get(one.tier, TierOutcome(one.tier, 0, 0, 0.0))
            bound = one.bound if plan.tried or one.tier is not Tier.LEGAL else 0
            found[one.tier] = TierOutcome(
                one.tier, had.value + one.value, had.bound + bound, had.seconds + one.seconds
            )
    together = plan_and_changes(offers, plans, found)
    if together is not None and Tier.PLAN in found:
        paid = sum(one.paid for one in plans if isinstance(one, BlockPlan))
        found[Tier.PLAN] = replace(found[Tier.PLAN], bound=max(together - paid, 0))
    alone = len(plans) == 1 and isinstance(plans[0], BlockPlan) and plans[0].most_strength is None
    if alone or Tier.STRENGTH not in found:
        return found
    if _shiftable(offers, found[Tier.LEGAL]):
        return {
            tier: replace(one, bound=0) if tier in (Tier.PLAN, Tier.STRENGTH) else one
            for tier, one in found.items()
        }
    return {
        **found,
        Tier.STRENGTH: replace(found[Tier.STRENGTH], bound=_strength_bound(offers, shares, plans)),
    }


def plan_and_changes(
    offers: Offers, plans: Sequence[BlockPlan | Stuck | Lost], tiers: Mapping[Tier, TierOutcome]
) -> int | None:
    """What the plan and all changes cost at least together, with the legal minima as in these tiers.

    A block in which changes for the plan were not searched for adds nothing. None where no price is set: then
    changes are made for legal minima only, and what is proved of the plan is so with as many.
    """
    if not offers.bureau.prices.dearest:
        return None
    if len(plans) > 1 and Tier.LEGAL in tiers and _shiftable(offers, tiers[Tier.LEGAL]):
        return 0
    return sum(one.together or 0 for one in plans if isinstance(one, BlockPlan))


def _shiftable(offers: Offers, legal: TierOutcome) -> bool:
    """Could a roster with the same legal minima short have fewer of them short in some block?

    Then that block's bounds in the tiers below would not hold. It cannot where nothing is short, nor where
    every block is proven to have the least and none of it depends on who hosts an event.
    """
    if not legal.value:
        return False
    hosts = any(
        event.level is Level.MINIMUM and event.day in offers.horizon for event in offers.bureau.events
    )
    return legal.bound < legal.value or hosts


def _strength_bound(offers: Offers, shares: TargetShares, plans: Sequence[BlockPlan | Stuck | Lost]) -> int:
    """Head-minutes wanted less the most that each block can bring; 0 if that is not known of all."""
    most = [plan.most_strength if isinstance(plan, BlockPlan) else None for plan in plans]
    if any(one is None for one in most):
        return 0
    return max(_wanted_head_minutes(offers, shares) - sum(one for one in most if one is not None), 0)


def _wanted_head_minutes(offers: Offers, shares: TargetShares) -> int:
    """Head-minutes asked for in the stretches that the rotation leaves short."""
    bureau = offers.bureau
    whole = shares.others(bureau.units)
    return sum(
        target.heads * stretch.minutes * target.weight
        for target in bureau.strengths
        for stretch in stretches(bureau, offers.horizon, target, shares.cuts)
        if whole.is_short(target, stretch)
    )


def robust_tiers(blocks: Collection[Block], priced: bool) -> dict[Tier, frozenset[Tier]]:
    """Of the tiers whose bounds need fewer tiers above than all: those that they need (see `CountPlan`).

    Apart, strength is bounded given the legal minima alone; with help, changes are settled first, unless they
    have a price.
    """
    if priced:
        apart = any(block.others for block in blocks)
        return {Tier.STRENGTH: frozenset((Tier.LEGAL,) if apart else (Tier.LEGAL, Tier.PLAN))}
    helped = any(block.help for block in blocks)
    needed = frozenset((Tier.LEGAL, Tier.CHANGES) if helped else (Tier.LEGAL,))
    return dict.fromkeys((Tier.PLAN, Tier.STRENGTH) if len(blocks) > 1 else (Tier.PLAN,), needed)


def most_changes(plans: Sequence[BlockPlan | Stuck | Lost]) -> int | None:
    """That of the whole bureau where it is one block: of several, strength is bounded for any number."""
    solved = [plan for plan in plans if isinstance(plan, BlockPlan)]
    return solved[0].most_changes if len(plans) == 1 and solved else None
