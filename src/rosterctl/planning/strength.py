"""Stage 2, strength: how many of each group work which choice, so that posts and targets are met.

A small bureau is one count model. A large one is solved unit by unit, for units meet only in the bureau's
strength targets, in loans and in events: targets are divided beforehand (`shares`) and event sites go to the
units with most to spare (`hosting`).

The rotation is kept: whom it calls and who may come works a shift of the letter. Only where a unit misses a
legal minimum that way, or limits forbid it, is it solved again together with the units that may lend to it;
on the dates about the shortage people may then be lent and let off, as few as the legal minima need.

The bounds are true for any lawful roster of named officers that keeps the rotation like that, given the
tiers above. Limits per head are summed over interchangeable heads, crews are counted by Hall's theorem, reach
and habit are left out: every lawful roster is a solution of the count models, with the same cost. Costs of
posts and leaders belong to one unit each, so their bounds add up over the blocks. For strength, the heads
short over all stretches are at least the target less the most heads that the blocks can bring in the
stretches that the rotation leaves short (a Lagrangian bound with prices 0 and 1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import Tier
from rosterctl.planning.block import Block, BlockPlan, Hosted
from rosterctl.planning.executor import Executor, run_all
from rosterctl.planning.groups import Counts, make_groups
from rosterctl.planning.hosting import allot_sites
from rosterctl.planning.jobs import CountTask
from rosterctl.planning.moments import stretches
from rosterctl.planning.offers import Offers
from rosterctl.planning.shares import Others, Room, make_room
from rosterctl.rules.registry import Rule
from rosterctl.solver.search import Settings, Stuck, TierOutcome
from rosterctl.timeline.horizon import Horizon

NEVER: frozenset[date] = frozenset()
NEAR = 4
"""Days before and after a shortage in which letting people off may help: a cycle of four teams each way."""

JOINT_OFFICERS = 400
"""Up to this many officers the bureau is one model; measured on two cores, 266 officers take seconds."""


Plans = dict[Block, BlockPlan | Stuck]


@dataclass(frozen=True)
class StrengthPlan:
    """Counts by group and choice, sites hosted by (event id, unit id), and what each tier came to.

    The bound of a tier holds while the tiers above are at their values; for those in `robust` it is enough
    that the legal minima are.
    """

    counts: Counts
    hosted: Hosted
    tiers: Mapping[Tier, TierOutcome]
    robust: frozenset[Tier]


def plan_strength(
    offers: Offers,
    rules: Sequence[Rule],
    executor: Executor,
    settings: Settings,
    done: Callable[[int, int], None],
) -> StrengthPlan | Stuck:
    """Counts for the whole bureau; Stuck if the hard rules of some unit contradict each other.

    `done` is told how many blocks of how many are solved.
    """
    bureau = offers.bureau
    groups = make_groups(offers, rules, bureau.units, frozenset())
    room = make_room(bureau, groups)
    blocks = _blocks(bureau, room, allot_sites(offers, groups))
    plans = _solve(blocks, bureau, executor, settings, done)
    wider = _with_help(bureau, offers.horizon, plans)
    if wider:
        plans = _replaced(plans, _solve(wider, bureau, executor, settings, done))
    if any(isinstance(plan, Stuck) for plan in plans.values()):
        return Stuck()
    solved = [plan for plan in plans.values() if isinstance(plan, BlockPlan)]
    return StrengthPlan(
        {key: counts for plan in solved for key, counts in plan.counts.items()},
        {key: sites for plan in solved for key, sites in plan.hosted.items()},
        _tiers(offers, room, solved),
        frozenset((Tier.PLAN, Tier.STRENGTH) if len(solved) > 1 else (Tier.PLAN,)),
    )


def _solve(
    blocks: Sequence[Block],
    bureau: Bureau,
    executor: Executor,
    settings: Settings,
    done: Callable[[int, int], None],
) -> Plans:
    """Every block with a part of the budget after its officers, the largest first."""
    heads = Counter(officer.unit for officer in bureau.officers.values())
    size = {block: sum(heads[unit] for unit in block.units) for block in blocks}
    ordered = sorted(blocks, key=lambda block: size[block], reverse=True)
    everyone = sum(size.values()) or 1
    budget = settings.seconds * min(executor.width, len(blocks))
    parts = {block: budget * (size[block] / everyone + 1 / len(blocks)) / 2 for block in blocks}
    tasks = [("count", CountTask(block, Settings(parts[block], settings.seed))) for block in ordered]
    found: list[BlockPlan | Stuck] = run_all(executor, tasks, lambda number: done(number, len(tasks)))
    plans = dict(zip(ordered, found, strict=True))
    return {block: plans[block] for block in blocks}


def _blocks(bureau: Bureau, room: Room, hosted: Hosted) -> list[Block]:
    if len(bureau.officers) <= JOINT_OFFICERS:
        return [Block(tuple(bureau.units), NEVER, None, None)]
    return [
        Block((unit,), NEVER, hosted, Others(tuple(bureau.units), room, frozenset((unit,))))
        for unit in bureau.units
    ]


def _with_help(bureau: Bureau, horizon: Horizon, plans: Plans) -> list[Block]:
    """For blocks that miss a legal minimum or cannot keep the rotation: the same with those of the lenders.

    A block takes part in one of them at the most; what is then still short is reported.
    """
    wider = []
    free = list(plans)
    for block, plan in plans.items():
        lenders = {lender for unit in block.units for lender in bureau.units[unit].borrows_from}
        if block not in free or not _needs_help(plan):
            continue
        partners = [other for other in free if other is block or lenders & set(other.units)]
        free = [other for other in free if other not in partners]
        units = tuple(unit for unit in bureau.units if any(unit in one.units for one in partners))
        others = block.others and Others(tuple(bureau.units), block.others.room, frozenset(units))
        wider.append(Block(units, _around(plan, horizon), block.hosted, others))
    return wider


def _around(plan: BlockPlan | Stuck, horizon: Horizon) -> frozenset[date]:
    """The dates about those that miss a legal minimum; all where the rotation cannot be kept."""
    if isinstance(plan, Stuck) or not plan.short_days:
        return frozenset(horizon)
    near = (day + timedelta(days=n) for day in plan.short_days for n in range(-NEAR, NEAR + 1))
    return frozenset(day for day in near if day in horizon)


def _replaced(plans: Plans, wider: Plans) -> Plans:
    """The wider blocks' plans, where they came to something, instead of those of their parts."""
    good = {block: plan for block, plan in wider.items() if isinstance(plan, BlockPlan) and plan.tiers}
    covered = {unit for block in good for unit in block.units}
    return {**{block: plan for block, plan in plans.items() if not covered & set(block.units)}, **good}


def _needs_help(plan: BlockPlan | Stuck) -> bool:
    return isinstance(plan, Stuck) or any(
        outcome.tier is Tier.LEGAL and outcome.value for outcome in plan.tiers
    )


def _tiers(offers: Offers, room: Room, plans: Sequence[BlockPlan]) -> dict[Tier, TierOutcome]:
    """Values, bounds and seconds added over the blocks; the bound of strength as argued above."""
    found: dict[Tier, TierOutcome] = {}
    for plan in plans:
        for one in plan.tiers:
            had = found.get(one.tier, TierOutcome(one.tier, 0, 0, 0.0))
            found[one.tier] = TierOutcome(
                one.tier, had.value + one.value, had.bound + one.bound, had.seconds + one.seconds
            )
    if len(plans) > 1 and Tier.STRENGTH in found:
        most = [plan.most_strength for plan in plans]
        bound = 0
        if all(one is not None for one in most):
            wanted = _wanted_head_minutes(offers, room)
            bound = max(wanted - sum(one for one in most if one is not None), 0)
        strength = found[Tier.STRENGTH]
        found[Tier.STRENGTH] = TierOutcome(Tier.STRENGTH, strength.value, bound, strength.seconds)
    return found


def _wanted_head_minutes(offers: Offers, room: Room) -> int:
    """Head-minutes asked for in the stretches that the rotation leaves short."""
    bureau = offers.bureau
    whole = Others(tuple(bureau.units), room, frozenset(bureau.units))
    return sum(
        target.heads * stretch.minutes
        for target in bureau.strengths
        for stretch in stretches(bureau, offers.horizon, target, room.cuts)
        if whole.is_short(target, stretch)
    )
