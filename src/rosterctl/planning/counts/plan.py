"""What is asked of a block, one unit or several that are solved together, and what comes of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.event_hosts import Hosted
from rosterctl.planning.counts.groups import Counts, GroupKey
from rosterctl.planning.counts.target_shares import Others
from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.workers.batch import Lost
from rosterctl.solver.outcome import Stuck, TierOutcome

Reached = tuple[float, float, float]
"""What the legal minima lack, the plan with what changes cost, and strength."""
NOTHING_REACHED: Reached = (-math.inf, -math.inf, -math.inf)


@dataclass(frozen=True)
class Start:
    """What a search begins from: what is worked or counted already, and what was reached where the groups of
    the block were counted together.
    """

    worked: Sequence[Worked] = ()
    counted: Counts = field(default_factory=dict)
    reached: Reached = NOTHING_REACHED


@dataclass(frozen=True, eq=False)
class Block:
    """The units and which event sites are theirs (None: they choose).

    On the dates in `help` they may lend to each other and let people off the rotation, as little as the
    legal minima need, and with `for_plan` for the plan too, at the bureau's prices. `others` stands for the
    units outside; None where the block is the whole bureau. In the groups of `singly` everybody is counted
    alone and keeps every limit, so that what is counted can be dealt.
    """

    units: tuple[str, ...]
    help: frozenset[date]
    hosted: Hosted | None
    others: Others | None
    singly: frozenset[GroupKey] = frozenset()
    for_plan: bool = False


@dataclass(frozen=True)
class BlockPlan:
    """Counts by group and choice, sites by (event, unit), tier outcomes, dates with a post below its minimum.

    `most_strength` bounds from above the head-minutes that the block could add in stretches that are short.
    `paid` is what its changes cost by the bureau's prices; with the same legal minima plan and changes come
    to `together` person-minutes at least (None: that was not asked). What is proved of strength holds for
    rosters with up to `most_changes`, or with any number. Where not every loan and let-off that could meet a
    legal minimum was `tried`, one that is short is not proved to be.
    """

    counts: Counts
    hosted: Hosted
    tiers: tuple[TierOutcome, ...]
    short_days: frozenset[date]
    most_strength: int | None
    paid: int = 0
    together: int | None = None
    most_changes: int | None = None
    tried: bool = True

    @property
    def costs(self) -> tuple[float, float]:
        """What says which of two plans is better: what the legal minima lack, and the plan together with all
        changes; infinite where that is not known.
        """
        return self.value(Tier.LEGAL), self.value(Tier.PLAN) + self.paid

    @property
    def reached(self) -> Reached:
        """The same and strength."""
        return *self.costs, self.value(Tier.STRENGTH)

    def value(self, tier: Tier) -> float:
        """What it costs in a tier; infinitely much where that is not known."""
        return next((one.value for one in self.tiers if one.tier is tier), math.inf)


def is_nothing(plan: BlockPlan | Stuck | Lost) -> bool:
    """Has nothing come of it? To be proved stuck is something."""
    return isinstance(plan, Lost) or (isinstance(plan, BlockPlan) and not plan.tiers)


def sites_of(block: Block) -> dict[tuple[str, str], int]:
    """The event sites that the units of a block host, as far as that is settled."""
    return {key: number for key, number in (block.hosted or {}).items() if key[1] in block.units}
