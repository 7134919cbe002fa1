"""What the counts prove: values and lower bounds, added up over the blocks.

The bounds are true for any lawful roster of named officers that keeps the rotation like that, given the
tiers above. Limits per head are summed over interchangeable heads, crews are counted by Hall's theorem, reach
and habit are left out: every lawful roster is a solution of the count models, with the same cost. Costs of
posts and leaders belong to one unit each, so their bounds add up over the blocks. For strength, the heads
short over all stretches are at least the target less the most heads that the blocks can bring in the
stretches that the rotation leaves short (a Lagrangian bound with prices 0 and 1).
"""

from __future__ import annotations

from collections.abc import Sequence

from rosterctl.domain.tier import Tier
from rosterctl.planning.batch import Lost
from rosterctl.planning.block import BlockPlan
from rosterctl.planning.moments import stretches
from rosterctl.planning.offers import Offers
from rosterctl.planning.shares import Shares
from rosterctl.solver.search import Stuck, TierOutcome


def count_tiers(
    offers: Offers, shares: Shares, plans: Sequence[BlockPlan | Stuck | Lost]
) -> dict[Tier, TierOutcome]:
    """Values, bounds and seconds added over the blocks; the bound of strength as argued above.

    A block without a plan adds nothing, which a bound may always do.
    """
    found: dict[Tier, TierOutcome] = {}
    for plan in plans:
        if not isinstance(plan, BlockPlan):
            continue
        for one in plan.tiers:
            had = found.get(one.tier, TierOutcome(one.tier, 0, 0, 0.0))
            found[one.tier] = TierOutcome(
                one.tier, had.value + one.value, had.bound + one.bound, had.seconds + one.seconds
            )
    if len(plans) > 1 and Tier.STRENGTH in found:
        most = [plan.most_strength if isinstance(plan, BlockPlan) else None for plan in plans]
        bound = 0
        if all(one is not None for one in most):
            wanted = _wanted_head_minutes(offers, shares)
            bound = max(wanted - sum(one for one in most if one is not None), 0)
        strength = found[Tier.STRENGTH]
        found[Tier.STRENGTH] = TierOutcome(Tier.STRENGTH, strength.value, bound, strength.seconds)
    return found


def _wanted_head_minutes(offers: Offers, shares: Shares) -> int:
    """Head-minutes asked for in the stretches that the rotation leaves short."""
    bureau = offers.bureau
    whole = shares.others(bureau.units)
    return sum(
        target.heads * stretch.minutes
        for target in bureau.strengths
        for stretch in stretches(bureau, offers.horizon, target, shares.cuts)
        if whole.is_short(target, stretch)
    )
