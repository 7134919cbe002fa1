"""Stage 2, counts: how many of each group work which choice, so that posts and targets are met.

A small bureau is one count model. A large one is solved unit by unit, for units meet only in the bureau's
strength targets, in loans and in events: targets are divided beforehand (`target_shares`) and event sites go
to the units with most to spare (`event_hosts`).

The rotation is kept: whom it calls and who may come works a shift of the letter. Only where a unit misses a
legal minimum that way, or limits forbid it, is it solved again, and people may be let off and lent, as few as
the legal minima need: alone where changes have a price, then together with the units that may lend to it.
Units that miss their plan are asked likewise, at the bureau's prices. What the counts prove is in `bounds`.

A group is counted as if its officers could share what each of them may do. Where they cannot be given what
was counted so, everybody of the group is counted alone (`one_by_one`), each within every limit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rosterctl.domain.tier import Tier
from rosterctl.planning import wording
from rosterctl.planning.budget import Left, Pace
from rosterctl.planning.counts.blocks import (
    NOTHING_PLANNED,
    Asked,
    Missed,
    Plans,
    divide,
    is_worse,
    known_before,
    replaced,
    with_changes,
    with_help,
)
from rosterctl.planning.counts.bounds import count_tiers, most_changes, plan_and_changes, robust_tiers
from rosterctl.planning.counts.event_hosts import Hosted, allot_sites
from rosterctl.planning.counts.groups import Counts, GroupKey, make_groups
from rosterctl.planning.counts.plan import Block, BlockPlan, is_nothing
from rosterctl.planning.counts.rounds import Rounds, WorkedBy
from rosterctl.planning.counts.target_shares import TargetShares, make_room
from rosterctl.planning.no_roster import Contradiction
from rosterctl.planning.params import PARAMS
from rosterctl.planning.run import Run
from rosterctl.planning.workers.batch import Lost
from rosterctl.solver.outcome import Stuck, TierOutcome
from rosterctl.wording import say

NOBODY_WORKS: WorkedBy = {}


@dataclass(frozen=True)
class CountPlan:
    """What stage 2 hands on: counts by group and choice, event sites by unit, and what each tier came to.

    The bound of a tier holds while the tiers above it are at their values. Fewer are needed for a tier in
    `robust`: those that stand there. `lost` are the units without counts, and why. Where changes have a
    price, `together` bounds the plan and its changes, given the legal minima, and strength is bounded for up
    to `most_changes`, or for any number. In the tiers `unproved` nothing is. `gaps` says of units whose plan
    is not known to be as full as it can be why. `promised` is by block what the legal minima lack, and the
    plan with what changes cost.
    """

    counts: Counts
    hosted: Hosted
    tiers: Mapping[Tier, TierOutcome]
    robust: Mapping[Tier, frozenset[Tier]]
    lost: Mapping[str, Lost]
    together: int | None = None
    most_changes: int | None = None
    unproved: frozenset[Tier] = frozenset()
    gaps: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    promised: Mapping[tuple[str, ...], tuple[float, float]] = field(default_factory=dict)

    def counts_of(self, unit: str) -> Counts:
        """Of the groups of one unit."""
        return {key: counts for key, counts in self.counts.items() if key[0] == unit}


class CountStage:
    """The stage: `begin` hands the first round to the executor, `finish` waits for it and adds the others.

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
        self._rounds = Rounds(run, self._shares, len(self._blocks))
        self._without_changes = NOTHING_PLANNED
        self._taken_back: set[str] = set()

    def begin(self, reserve: float) -> None:
        """Leaves so many seconds of the budget for the stages to come."""
        self._pace = Pace(self._run.order.budget, reserve, betters=True)
        left = self._pace.until(PARAMS.time.counts_first_round)
        self._batch = self._rounds.submit(self._blocks, left, NOBODY_WORKS, NOTHING_PLANNED)

    def finish(self) -> CountPlan:
        """Counts for the whole bureau; Contradiction if the hard rules of some unit contradict each other."""
        plans = self._rounds.collect(self._blocks, self._batch)
        late = [block for block, plan in plans.items() if isinstance(plan, Lost) and plan.late]
        if late:
            plans |= self._rounds.asked(late, plans, self._pace.until(PARAMS.time.counts_late), NOBODY_WORKS)
        self._run.order.budget.expect_news()
        plans = self._helped(plans, self._pace.until(1.0), NOBODY_WORKS)
        stuck = [unit for block, plan in plans.items() if isinstance(plan, Stuck) for unit in block.units]
        if stuck:
            raise Contradiction(stuck)
        self._plans = plans
        return self._plan()

    def bettered(
        self,
        missing: Mapping[GroupKey, int],
        worked: WorkedBy,
        missed: Missed,
        again: float,
        left: Left,
        one_by_one: Left,
    ) -> CountPlan:
        """Better counts in the time `left`; the same where there are none, or there is no time for them.

        Everybody of the groups in `missing` is counted alone, from what is `worked` by unit: they cannot
        lawfully be given what was counted for them together, so many heads of it. Blocks where that costs
        minima or plan come first, then where most is missing, as many as there is time for `one_by_one`: to
        name and post everybody once more takes `again` seconds. The others do without changes for the plan
        where, by what each unit `missed`, these bring nothing. Whoever was not asked for such changes yet is
        asked then.
        """
        lacking = {}
        for block, plan in self._plans.items():
            mine = {key: heads for key, heads in missing.items() if key[0] in block.units}
            if isinstance(plan, BlockPlan) and not block.singly.issuperset(mine):
                lacking[replace(block, singly=block.singly.union(mine))] = block, sum(mine.values())
        ordered = sorted(lacking, key=lambda one: (*self._beyond(lacking[one][0], missed), -lacking[one][1]))
        worse = self._worse(missed, left() / again if again else 1.0)
        named = {block: again * self._part(block) for block in [*ordered, *worse]}
        more = {block: 0.0 if lacking[block][0] in worse else named[block] for block in ordered}
        kept = sum(named[block] for block in worse)
        longer = PARAMS.time.one_by_one_longer
        blocks = self._rounds.in_time(ordered, self._plans, lambda: one_by_one() - kept, longer, more)
        self._take_back([block for block in worse if block not in [lacking[one][0] for one in blocks]])
        kept += sum(more[block] for block in blocks)
        plans = self._rounds.asked(blocks, self._plans, lambda: one_by_one() - kept, worked) if blocks else {}
        found = {block: known_before(block, plan, self._plans) for block, plan in plans.items()}
        asked = {block.units for block, plan in found.items() if not is_nothing(plan)}
        others = {block: plan for block, plan in self._plans.items() if block.units not in asked}
        found = {block: plan for block, plan in found.items() if block.units in asked}
        helped = self._helped(others | found, lambda: left() - kept, NOBODY_WORKS, again)
        self._plans = replaced(self._plans, helped)
        return self._plan()

    def _worse(self, missed: Missed, room: float) -> list[Block]:
        """The blocks that are worse with changes for the plan than without, because not all of it could be
        dealt; as many as fit into that part of all officers. Who misses legal minima comes first.
        """
        found = []
        needed = [one.units for one in self._without_changes if one.for_plan]  # for the minima
        for block in sorted(self._plans, key=lambda one: -sum(missed[unit][0] for unit in one.units)):
            fits, plan = self._run.order.reproducible or self._part(block) <= room, self._plans[block]
            if not (block.for_plan and fits and isinstance(plan, BlockPlan)) or block.units in needed:
                continue
            if is_worse(block, plan, missed, self._without_changes):
                room -= self._part(block)
                found.append(block)
        return found

    def _beyond(self, block: Block, missed: Missed) -> tuple[float, float]:
        """What its units miss of the legal minima, and of the plan, beyond what was counted; below zero."""
        legal, plan = (sum(column) for column in zip(*(missed[unit] for unit in block.units), strict=True))
        counted = self._plans[block]
        promised = counted.costs if isinstance(counted, BlockPlan) else (legal, plan)
        return min(promised[0] - legal, 0), min(promised[1] - plan, 0)

    def _take_back(self, worse: Sequence[Block]) -> None:
        """These do without changes for the plan, from now on."""
        units = {unit for block in worse for unit in block.units}
        self._taken_back |= units
        before = {one: plan for one, plan in self._without_changes.items() if units.issuperset(one.units)}
        self._plans = {block: plan for block, plan in self._plans.items() if block not in worse} | before

    def _part(self, block: Block) -> float:
        """Of all officers."""
        heads = self._run.known.heads
        return sum(heads[unit] for unit in block.units) / max(sum(heads.values()), 1)

    def _helped(self, plans: Plans, left: Left, worked: WorkedBy, again: float = 0.0) -> Plans:
        """Those that miss a legal minimum or contradict the rotation are asked again, with help; then those
        that miss their plan. To name and post everybody once more it takes `again` seconds.
        """
        how = self._run.known.bureau, self._run.known.horizon, self._shares
        plans = self._rounds.repeated(lambda now, asked: with_help(*how, now, asked), plans, left, worked)
        if self._without_changes is NOTHING_PLANNED:
            self._without_changes = plans
        kept = 0.0 if again else (1.0 - PARAMS.time.for_plan_share) * left()
        longer = PARAMS.time.for_plan_longer

        def for_plan(now: Plans, _: Asked) -> list[Block]:
            open_ = {one: plan for one, plan in now.items() if self._taken_back.isdisjoint(one.units)}
            return with_changes(*how, open_)

        def naming(block: Block) -> float:
            return again * self._part(block)

        return self._rounds.repeated(for_plan, plans, lambda: left() - kept, worked, longer, naming)

    def _plan(self) -> CountPlan:
        plans = self._plans
        tiers = count_tiers(self._offers, self._shares, list(plans.values()))
        solved = {block.units: plan for block, plan in plans.items() if isinstance(plan, BlockPlan)}
        return CountPlan(
            {key: counts for plan in solved.values() for key, counts in plan.counts.items()},
            self._hosted(plans),
            tiers,
            robust_tiers(plans, self._run.known.bureau.prices.dearest > 0),
            {unit: plan for block, plan in plans.items() if isinstance(plan, Lost) for unit in block.units},
            plan_and_changes(self._offers, list(plans.values()), tiers),
            most_changes(list(plans.values())),
            # The same strength may be divided otherwise among blocks, for fewer hours.
            frozenset((Tier.HOURS,) if len(plans) > 1 else ()),
            {block.units: why for block, plan in plans.items() if (why := self._why_open(block, plan))},
            {units: plan.costs for units, plan in solved.items() if plan.tiers},
        )

    def _why_open(self, block: Block, plan: BlockPlan | Stuck | Lost) -> str:
        """Why its plan might be fuller; nothing where it is not, or changes have no price."""
        if not isinstance(plan, BlockPlan) or not self._run.known.bureau.prices.dearest:
            return ""
        if (plan.together or 0) >= plan.costs[1]:
            return ""
        if not self._taken_back.isdisjoint(block.units):
            return say(wording.CHANGES_IN_VAIN)
        return say(wording.NOTHING_BETTER_FOUND) if block.for_plan else say(wording.NO_TIME_FOR_CHANGES)

    def _hosted(self, plans: Plans) -> Hosted:
        """As the blocks chose; units without a plan keep what was allotted to them."""
        found: dict[tuple[str, str], int] = {}
        for block, plan in plans.items():
            allotted = {key: number for key, number in self.hosted.items() if key[1] in block.units}
            found |= plan.hosted if isinstance(plan, BlockPlan) else allotted
        return found
