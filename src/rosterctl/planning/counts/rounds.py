"""Rounds of the count stage: blocks are handed to the executor together, as many as there is time for."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import chain

from rosterctl.domain.tier import Tier, TierResult
from rosterctl.planning.budget import Left
from rosterctl.planning.counts.blocks import Asked, Plans, counted_before, no_worse, replaced
from rosterctl.planning.counts.bounds import count_tiers
from rosterctl.planning.counts.plan import NOTHING_REACHED, Block, BlockPlan, Reached, Start
from rosterctl.planning.counts.target_shares import TargetShares
from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.run import Run
from rosterctl.planning.tasks import CountTask
from rosterctl.planning.workers.batch import Batch, Lost
from rosterctl.solver.outcome import Stuck

WorkedBy = Mapping[str, Sequence[Worked]]
"""By unit what its officers work already."""
NOTHING_MORE: Mapping[Block, float] = {}


def nothing_more(_: Block) -> float:
    """Takes no further time."""
    return 0.0


class Rounds:
    """Those of one run, whose first has so many blocks."""

    def __init__(self, run: Run, shares: TargetShares, first: int) -> None:
        self._run, self._shares, self._first = run, shares, first

    def repeated(
        self,
        wider_of: Callable[[Plans, Asked], list[Block]],
        plans: Plans,
        left: Left,
        worked: WorkedBy,
        longer: float = 0.0,
        more: Callable[[Block], float] = nothing_more,
    ) -> Plans:
        """Round after round, until no block is wanted that was not asked yet, or there is no time.

        `wider_of` names those wanted by what is planned and by the units of the blocks asked so far. Each is
        thought to take so many times `longer` than its parts did, and so many seconds `more` of the time that
        is left after it was asked.
        """
        asked, kept = set[tuple[tuple[str, ...], frozenset[date], bool]](), list[float]()

        def rest() -> float:
            return left() - sum(kept)

        def key(block: Block) -> tuple[tuple[str, ...], frozenset[date], bool]:
            return block.units, block.help, block.for_plan

        while True:
            known = frozenset(units for units, *_ in asked)
            wider = [one for one in wider_of(plans, known) if key(one) not in asked]
            after = {block: more(block) for block in wider}
            wider = self.in_time(wider, plans, rest, longer, after)
            if not wider:
                return plans
            asked.update(map(key, wider))
            kept += (after[block] for block in wider)
            plans = replaced(plans, no_worse(self.asked(wider, plans, rest, worked), plans))

    def in_time(
        self,
        blocks: Sequence[Block],
        plans: Plans,
        left: Left,
        longer: float,
        more: Mapping[Block, float] = NOTHING_MORE,
    ) -> list[Block]:
        """The first of these for which there is time, and those after them that fit into the rest.

        Each is thought to take so many times `longer` than its parts did, or as long as parts that were
        counted one by one already, and so many seconds `more`. A reproducible run has time for all.
        """
        width = self._run.executor.width
        room = math.inf if self._run.order.reproducible else left() * width
        fitting = []
        for block in blocks:
            seconds = width * more.get(block, 0.0)
            for one, plan in plans.items():
                if {*one.units} <= {*block.units} and isinstance(plan, BlockPlan):
                    seconds += (1.0 if one.singly else longer) * sum(tier.seconds for tier in plan.tiers)
            if seconds <= room:
                room -= seconds
                fitting.append(block)
        return fitting

    def asked(self, blocks: Sequence[Block], plans: Plans, left: Left, worked: WorkedBy) -> Plans:
        """One round, from what is worked or planned already."""
        return self.collect(blocks, self.submit(blocks, left, worked, plans))

    def submit(
        self, blocks: Sequence[Block], left: Left, worked: WorkedBy, plans: Plans
    ) -> Batch[BlockPlan | Stuck]:
        """Every block, the largest first."""
        run = self._run
        sizes = [sum(run.known.heads[unit] for unit in block.units) for block in blocks]
        tasks = [
            CountTask(
                block,
                Start(
                    tuple(chain.from_iterable(worked.get(unit, ()) for unit in block.units)),
                    counted_before(block, plans),
                    _reached(block, plans),
                ),
            )
            for block in blocks
        ]
        return Batch(run.executor, tasks, run.order.settings_of_counts, left, sizes, run.order.budget.news)

    def collect(self, blocks: Sequence[Block], batch: Batch[BlockPlan | Stuck]) -> Plans:
        """The plans of a round; tells after each what all come to. Strength is known at the end only."""
        plans: list[BlockPlan | Stuck | Lost] = []

        def done(plan: BlockPlan | Stuck | Lost) -> None:
            plans.append(plan)
            tiers = count_tiers(self._run.known.offers, self._shares, plans)
            so_far = [
                TierResult(tier, one.value, one.bound, one.seconds)
                for tier, one in tiers.items()
                if tier is not Tier.STRENGTH or len(plans) == self._first
            ]
            self._run.tell("strength", len(plans), len(blocks), "blocks", so_far)

        return dict(zip(blocks, batch.results(done), strict=True))


def _reached(block: Block, plans: Plans) -> Reached:
    """What its parts come to; less than anything can where one has no plan, or was counted one by one."""
    parts = [(one, plan) for one, plan in plans.items() if {*one.units} <= {*block.units}]
    every = [
        plan.reached for one, plan in parts if isinstance(plan, BlockPlan) and plan.tiers and not one.singly
    ]
    if not every or len(every) < len(parts):
        return NOTHING_REACHED
    legal, plan, strength = (sum(column) for column in zip(*every, strict=True))
    return legal, plan, strength
