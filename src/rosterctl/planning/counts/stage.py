"""Stage 2, counts: how many of each group work which choice, so that posts and targets are met.

A small bureau is one count model. A large one is solved unit by unit, for units meet only in the bureau's
strength targets, in loans and in events: targets are divided beforehand (`target_shares`) and event sites go
to the units with most to spare (`event_hosts`).

The rotation is kept: whom it calls and who may come works a shift of the letter. Only where a unit misses a
legal minimum that way, or limits forbid it, is it solved again together with the units that may lend to it;
people may then be lent and let off, as few as the legal minima need: of many officers at first on the dates
about the shortage, then on all. What the counts prove is in `bounds`.

A group is counted as if its officers could share what each of them may do. Where they cannot be given what
was counted so, everybody of the group is counted alone (`one_by_one`), each within every limit.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from rosterctl.domain.tier import Tier, TierResult
from rosterctl.planning.budget import Left, Pace
from rosterctl.planning.counts.blocks import (
    Plans,
    divide,
    known_before,
    no_worse,
    replaced,
    with_changes,
    with_help,
)
from rosterctl.planning.counts.bounds import count_tiers, plan_and_changes
from rosterctl.planning.counts.event_hosts import Hosted, allot_sites
from rosterctl.planning.counts.groups import Counts, GroupKey, make_groups
from rosterctl.planning.counts.plan import Block, BlockPlan
from rosterctl.planning.counts.target_shares import TargetShares, make_room
from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.no_roster import Contradiction
from rosterctl.planning.params import PARAMS
from rosterctl.planning.run import Run
from rosterctl.planning.tasks import CountTask
from rosterctl.planning.workers.batch import Batch, Lost
from rosterctl.solver.outcome import Stuck, TierOutcome

NOBODY_WORKS: Mapping[str, Sequence[Worked]] = {}
NOTHING_PLANNED: Plans = {}


@dataclass(frozen=True)
class CountPlan:
    """What stage 2 hands on: counts by group and choice, event sites by unit, and what each tier came to.

    The bound of a tier holds while the tiers above it are at their values. Fewer are needed for a tier in
    `robust`: those that stand there. `lost` are the units without counts, and why. Where changes have a
    price, `together` bounds the plan and its changes, given the legal minima, and strength is bounded for up
    to `most_changes`. In the tiers `unproved` nothing is.
    """

    counts: Counts
    hosted: Hosted
    tiers: Mapping[Tier, TierOutcome]
    robust: Mapping[Tier, frozenset[Tier]]
    lost: Mapping[str, Lost]
    together: int | None = None
    most_changes: int | None = None
    unproved: frozenset[Tier] = frozenset()

    def counts_of(self, unit: str) -> Counts:
        """Of the groups of one unit."""
        return {key: counts for key, counts in self.counts.items() if key[0] == unit}


class CountStage:
    """The stage: `begin` hands the first round to the executor, `finish` waits for it and adds the second.

    `hosted` are the event sites as they are allotted beforehand.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._offers = run.known.offers
        bureau = run.known.bureau
        groups = make_groups(self._offers, run.known.rules, bureau.units, frozenset())
        self.hosted = allot_sites(self._offers, groups)
        self._shares = TargetShares(bureau, make_room(bureau, groups))
        self._blocks = divide(bureau, run.known.horizon, self._shares, self.hosted)

    def begin(self, reserve: float) -> None:
        """Leaves so many seconds of the budget for the stages to come."""
        self._pace = Pace(self._run.order.budget, reserve, betters=True)
        self._batch = self._submit(self._blocks, self._pace.until(PARAMS.time.counts_first_round))

    def finish(self) -> CountPlan:
        """Counts for the whole bureau; Contradiction if the hard rules of some unit contradict each other."""
        first = self._collect(self._blocks, self._batch)
        self._run.order.budget.expect_news()
        plans = self._helped(first, self._pace.until(1.0))
        stuck = [unit for block, plan in plans.items() if isinstance(plan, Stuck) for unit in block.units]
        if stuck:
            raise Contradiction(stuck)
        self._plans = plans
        return self._plan()

    def one_by_one(
        self, missing: Mapping[GroupKey, int], worked: Mapping[str, Sequence[Worked]], left: Left
    ) -> CountPlan:
        """Counts everybody of these groups alone, from what is `worked` by unit; all others as before.

        They cannot lawfully be given what was counted for them together, so many heads of it. Blocks where
        most is missing come first, and as many as there is time for. What comes to nothing leaves the counts
        as they were.
        """
        lacking = []
        for block, plan in self._plans.items():
            mine = {key: heads for key, heads in missing.items() if key[0] in block.units}
            if isinstance(plan, BlockPlan) and not block.singly.issuperset(mine):
                lacking.append((sum(mine.values()), replace(block, singly=block.singly.union(mine))))
        ordered = [block for _, block in sorted(lacking, key=lambda one: -one[0])]
        blocks = self._in_time(ordered, self._plans, left, PARAMS.time.one_by_one_longer)
        if not blocks:
            return self._plan()
        found = self._collect(blocks, self._submit(blocks, left, worked, self._plans))
        found = {block: known_before(block, plan, self._plans) for block, plan in found.items()}
        again = {block.units for block in found}
        others = {block: plan for block, plan in self._plans.items() if block.units not in again}
        self._plans = replaced(self._plans, self._helped(others | found, left, worked))
        return self._plan()

    def _helped(
        self, plans: Plans, left: Left, worked: Mapping[str, Sequence[Worked]] = NOBODY_WORKS
    ) -> Plans:
        """Those that miss a legal minimum or contradict the rotation are asked again, with help; then those
        that miss their plan.
        """
        how = self._run.known.bureau, self._run.known.horizon, self._shares
        for asked, longer in ((with_help, 0.0), (with_changes, PARAMS.time.for_plan_longer)):
            while wider := self._in_time(asked(*how, plans), plans, left, longer):
                found = no_worse(self._collect(wider, self._submit(wider, left, worked, plans)), plans)
                plans = replaced(plans, found)
                if not any(isinstance(plan, BlockPlan) and plan.tiers for plan in found.values()):
                    break
        return plans

    def _in_time(self, blocks: Sequence[Block], plans: Plans, left: Left, longer: float) -> list[Block]:
        """The first of these for which there is time, and those after them that fit into the rest.

        Each is thought to take so many times `longer` than its parts did.
        """
        room = math.inf if self._run.order.reproducible else left() * self._run.executor.width
        fitting = []
        for block in blocks:
            parts = [plan for one, plan in plans.items() if {*one.units} <= {*block.units}]
            took = (tier.seconds for plan in parts if isinstance(plan, BlockPlan) for tier in plan.tiers)
            seconds = longer * sum(took)
            if seconds <= room:
                room -= seconds
                fitting.append(block)
        return fitting

    def _plan(self) -> CountPlan:
        plans = self._plans
        solved = (plan for plan in plans.values() if isinstance(plan, BlockPlan))
        return CountPlan(
            {key: counts for plan in solved for key, counts in plan.counts.items()},
            self._hosted(plans),
            count_tiers(self._offers, self._shares, list(plans.values())),
            _robust(plans, self._run.known.bureau.prices.dearest > 0),
            {unit: plan for block, plan in plans.items() if isinstance(plan, Lost) for unit in block.units},
            plan_and_changes(self._offers, list(plans.values())),
            sum(one.most_changes for one in plans.values() if isinstance(one, BlockPlan)),
            # The same strength may be divided otherwise among blocks, for fewer hours.
            frozenset((Tier.HOURS,) if len(plans) > 1 else ()),
        )

    def _hosted(self, plans: Plans) -> Hosted:
        """As the blocks chose; units without a plan keep what was allotted to them."""
        found: dict[tuple[str, str], int] = {}
        for block, plan in plans.items():
            allotted = {key: number for key, number in self.hosted.items() if key[1] in block.units}
            found |= plan.hosted if isinstance(plan, BlockPlan) else allotted
        return found

    def _submit(
        self,
        blocks: Sequence[Block],
        left: Left,
        worked: Mapping[str, Sequence[Worked]] = NOBODY_WORKS,
        plans: Plans = NOTHING_PLANNED,
    ) -> Batch[BlockPlan | Stuck]:
        """Every block, the largest first, from what is worked or planned already."""
        run = self._run
        sizes = [sum(run.known.heads[unit] for unit in block.units) for block in blocks]
        tasks = [
            CountTask(
                block,
                tuple(chain.from_iterable(worked.get(unit, ()) for unit in block.units)),
                _counted(plans, block),
            )
            for block in blocks
        ]
        return Batch(run.executor, tasks, run.order.settings, left, sizes, run.order.budget.news)

    def _collect(self, blocks: Sequence[Block], batch: Batch[BlockPlan | Stuck]) -> Plans:
        """The plans of a round; tells after each what all come to. Strength is known at the end only."""
        plans: list[BlockPlan | Stuck | Lost] = []

        def done(plan: BlockPlan | Stuck | Lost) -> None:
            plans.append(plan)
            tiers = count_tiers(self._offers, self._shares, plans)
            so_far = [
                TierResult(tier, one.value, one.bound, one.seconds)
                for tier, one in tiers.items()
                if tier is not Tier.STRENGTH or len(plans) == len(self._blocks)
            ]
            self._run.tell("strength", len(plans), len(blocks), "blocks", so_far)

        return dict(zip(blocks, batch.results(done), strict=True))


def _counted(plans: Plans, block: Block) -> Counts:
    """What is counted of the parts of a block; nothing unless that is known of all of them."""
    parts = [plan for one, plan in plans.items() if {*one.units} <= {*block.units}]
    solved = [plan.counts for plan in parts if isinstance(plan, BlockPlan) and plan.tiers]
    return {key: one for counts in solved for key, one in counts.items()} if len(solved) == len(parts) else {}


def _robust(plans: Plans, priced: bool) -> dict[Tier, frozenset[Tier]]:
    """Apart, strength is bounded given the legal minima alone; with help, changes are settled first.

    Where changes have a price, strength is bounded for rosters with no more than `most_changes` of them.
    """
    if priced:
        apart = any(block.others for block in plans)
        return {Tier.STRENGTH: frozenset((Tier.LEGAL,) if apart else (Tier.LEGAL, Tier.PLAN))}
    helped = any(block.help for block in plans)
    needed = frozenset((Tier.LEGAL, Tier.CHANGES) if helped else (Tier.LEGAL,))
    return dict.fromkeys((Tier.PLAN, Tier.STRENGTH) if len(plans) > 1 else (Tier.PLAN,), needed)
