"""Which units are solved together in the count stage.

A small bureau is one block. A large one is divided into its units; those that miss a legal minimum that way
are solved again, and so are those that miss their plan: where changes have a price alone, then together with
the units that may lend to them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.event_hosts import Hosted
from rosterctl.planning.counts.groups import Counts
from rosterctl.planning.counts.plan import Block, BlockPlan
from rosterctl.planning.counts.target_shares import TargetShares
from rosterctl.planning.params import PARAMS
from rosterctl.planning.rotation.transfers import linked_units
from rosterctl.planning.workers.batch import Lost, late
from rosterctl.solver.outcome import Stuck
from rosterctl.timeline.horizon import Horizon

Plans = dict[Block, BlockPlan | Stuck | Lost]
NOTHING_PLANNED: Plans = {}
Asked = frozenset[tuple[str, ...]]
"""The units of the blocks that were asked before."""
NOBODY_ASKED: Asked = frozenset()
Missed = Mapping[str, tuple[int, int]]
"""By unit the person-minutes short of the legal minima, and of the plan with what changes cost."""


def divide(bureau: Bureau, horizon: Horizon, shares: TargetShares, hosted: Hosted) -> list[Block]:
    """Units that share a transferred officer stay together; near a new duty model people may be let off."""
    if len(bureau.officers) <= PARAMS.counts.joint_officers:
        units = tuple(bureau.units)
        return [Block(units, near_changes(bureau, horizon, units), None, None)]
    return [
        Block(units, near_changes(bureau, horizon, units), hosted, shares.others(units))
        for units in dict.fromkeys(linked_units(bureau, horizon).values())
    ]


def near_changes(bureau: Bureau, horizon: Horizon, units: Sequence[str]) -> frozenset[date]:
    """The dates about those on which the rotation of a team, or the team of an officer, becomes another.

    The last duties before and the first after may lie too close together for the law.
    """
    changes = {day for unit in units for day in bureau.units[unit].changes}
    for officer in bureau.officers.values():
        if officer.on(horizon.first).unit in units:
            changes.update(one.first for one in officer.moves(horizon.first, horizon.last) if one.first)
    return _near(changes, horizon)


def with_help(
    bureau: Bureau, horizon: Horizon, shares: TargetShares, plans: Plans, asked: Asked = NOBODY_ASKED
) -> list[Block]:
    """For blocks that miss a legal minimum or cannot keep the rotation: the same with those of the lenders.

    Where changes have a price they are first made within the block, for minima and plan at once: mostly a
    duty or two is enough. Those that were `asked` so are asked with their lenders. A block takes part in one
    of them at the most; what is short with lenders and on every date is reported.
    """
    wider, free, homes = [], list(plans), {*linked_units(bureau, horizon).values()}
    for block, plan in plans.items():
        whole = len(block.help) == horizon.days
        well = isinstance(plan, BlockPlan) and not 0 < plan.value(Tier.LEGAL) < math.inf
        if block not in free or isinstance(plan, Lost) or well:
            continue
        if bureau.prices.dearest and not whole and isinstance(plan, BlockPlan) and block.units not in asked:
            free.remove(block)
            wider.append(replace(block, help=frozenset(horizon), for_plan=True))
            continue
        partners = [other for other in free if other is block or _lenders(bureau, block) & {*other.units}]
        if whole and (len(partners) == 1 or block.units not in homes):
            continue
        free = [other for other in free if other not in partners]
        units = [unit for one in partners for unit in one.units]
        help = _wanted(bureau, horizon, units, block, plan).union(*(one.help for one in partners))
        wider.append(_joined(bureau, shares, partners, help))
    return wider


def with_changes(bureau: Bureau, horizon: Horizon, shares: TargetShares, plans: Plans) -> list[Block]:
    """For blocks that miss their plan: the same, with changes on every date at the bureau's prices.

    Where that is not enough, or takes many, lenders take part, while they are not too many. Whoever misses
    most a head comes first.
    """
    if not bureau.prices.dearest:
        return []
    numbers, heads = PARAMS.counts, Counter(one.on(horizon.first).unit for one in bureau.officers.values())
    tried = [block for block in plans if block.for_plan and len(block.help) == horizon.days]
    missed = {
        block: plan.value(Tier.PLAN) / people
        for block, plan in plans.items()
        if isinstance(plan, BlockPlan) and (people := sum(heads[unit] for unit in block.units))
        if 0 < plan.value(Tier.PLAN) < math.inf
        or (block in tried and plan.value(Tier.CHANGES) >= numbers.many_changes)
    }
    wider, free = [], list(plans)
    for block in sorted(missed, key=lambda one: -missed[one]):
        if block not in free:
            continue
        partners, room = [block], numbers.joint_for_plan - sum(heads[unit] for unit in block.units)
        for other in free if block in tried else ():
            needed = sum(heads[unit] for unit in other.units)
            lends = other is not block and _lenders(bureau, block) & {*other.units}
            if lends and needed <= room and isinstance(plans[other], BlockPlan):
                partners.append(other)
                room -= needed
        if block in tried and len(partners) == 1:
            continue
        free = [other for other in free if other not in partners]
        wider.append(_joined(bureau, shares, partners, frozenset(horizon)))
    return wider


def _lenders(bureau: Bureau, block: Block) -> set[str]:
    return {lender for unit in block.units for lender in bureau.units[unit].lenders}


def _joined(bureau: Bureau, shares: TargetShares, parts: Sequence[Block], help: frozenset[date]) -> Block:
    """One block of several, in the order of the bureau's units; for the plan where changes have a price."""
    units = tuple(unit for unit in bureau.units if any(unit in one.units for one in parts))
    others = shares.others(units) if parts[0].others else None
    singly = frozenset(key for one in parts for key in one.singly)
    return Block(units, help, parts[0].hosted, others, singly, bureau.prices.dearest > 0)


def _wanted(
    bureau: Bureau, horizon: Horizon, units: Sequence[str], block: Block, plan: BlockPlan | Stuck
) -> frozenset[date]:
    """The dates that may help: of many units at first those about the dates that miss a legal minimum."""
    heads = sum(one.on(horizon.first).unit in units for one in bureau.officers.values())
    small = heads <= PARAMS.counts.helped_at_once
    if small or block.help or isinstance(plan, Stuck) or not plan.short_days:
        return frozenset(horizon)
    return _near(plan.short_days, horizon)


def _near(days: Iterable[date], horizon: Horizon) -> frozenset[date]:
    reach = PARAMS.counts.near_days
    near = (day + timedelta(days=n) for day in days for n in range(-reach, reach + 1))
    return frozenset(day for day in near if day in horizon)


def no_worse(wider: Plans, plans: Plans) -> Plans:
    """Without those that miss more of the legal minima, or as much and more of the plan, than their parts, as
    when time ran out.
    """
    return {
        block: plan
        for block, plan in wider.items()
        if not (isinstance(plan, BlockPlan) and plan.tiers) or plan.costs <= _costs_before(block, plans)
    }


def is_worse(block: Block, plan: BlockPlan, missed: Missed, plans: Plans) -> bool:
    """Does it miss more of the legal minima by unit, or as much and more of the plan, than was counted for it
    and than its parts do?
    """
    here = [missed[unit] for unit in block.units]
    costs = sum(legal for legal, _ in here), sum(plan for _, plan in here)
    return costs > plan.costs and costs > _costs_before(block, plans)


def _costs_before(block: Block, plans: Plans) -> tuple[float, float]:
    """What its parts cost together; infinite where one has no plan."""
    parts = _parts(block, plans)
    costs = [plan.costs if isinstance(plan, BlockPlan) else (math.inf, math.inf) for plan in parts]
    return sum(legal for legal, _ in costs), sum(plan for _, plan in costs)


def _parts(block: Block, plans: Plans) -> list[BlockPlan | Stuck | Lost]:
    return [plan for one, plan in plans.items() if {*one.units} <= {*block.units}]


def counted_before(block: Block, plans: Plans) -> Counts:
    """What is counted of the parts of a block; nothing unless that is known of all of them."""
    parts = _parts(block, plans)
    solved = [plan.counts for plan in parts if isinstance(plan, BlockPlan) and plan.tiers]
    return {key: one for counts in solved for key, one in counts.items()} if len(solved) == len(parts) else {}


def known_before(block: Block, plan: BlockPlan | Stuck | Lost, plans: Plans) -> BlockPlan | Stuck | Lost:
    """The plan with what was proved of the same block while more of its officers were counted together, and
    the time that this took.

    That holds still, as long as the tiers above are at their values; of strength as long as legal minima and
    changes are.
    """
    same = (one for other, one in plans.items() if (other.units, other.help) == (block.units, block.help))
    known = next(same, None)
    if not (isinstance(plan, BlockPlan) and isinstance(known, BlockPlan)):
        return plan
    spent = {one.tier: one.seconds for one in known.tiers}
    tiers = [replace(one, seconds=one.seconds + spent.get(one.tier, 0.0)) for one in plan.tiers]
    for place, (now, before) in enumerate(zip(tiers, known.tiers, strict=False)):
        no_more = now.tier is not Tier.PLAN or plan.value(Tier.CHANGES) <= known.value(Tier.CHANGES)
        if (known.together is None and no_more) or now.tier not in (Tier.PLAN, Tier.STRENGTH):
            tiers[place] = replace(now, bound=max(now.bound, before.bound))
        if now.value != before.value:
            break
    bounds = [one.together for one in (plan, known) if one.together is not None]
    if plan.value(Tier.LEGAL) == known.value(Tier.LEGAL) and bounds:
        plan = replace(plan, together=max(bounds))
    if plan.most_strength is None and _is_as_strong(plan, known):
        proved = next((one.bound for one in known.tiers if one.tier is Tier.STRENGTH), 0)
        if known.most_strength is None:
            tiers = [replace(one, bound=proved) if one.tier is Tier.STRENGTH else one for one in tiers]
        plan = replace(plan, most_strength=known.most_strength, most_changes=known.most_changes)
    return replace(plan, tiers=tuple(tiers))


def _is_as_strong(plan: BlockPlan, known: BlockPlan) -> bool:
    """Does what was proved of strength hold? Legal minima are the same then, and changes are few enough."""
    most = known.value(Tier.CHANGES) if known.together is None else known.most_changes
    settled = (Tier.LEGAL, Tier.PLAN) if known.most_strength is None else (Tier.LEGAL,)
    few = most is None or plan.value(Tier.CHANGES) <= most
    return few and all(plan.value(one) <= known.value(one) for one in settled)


def replaced(plans: Plans, wider: Plans) -> Plans:
    """The wider blocks' plans, where they came to something, instead of those of their parts.

    A part that is stuck by itself is lost, not impossible, unless the wider block is proved stuck too.
    """
    good = {block: plan for block, plan in wider.items() if isinstance(plan, BlockPlan) and plan.tiers}
    why = {
        unit: plan if isinstance(plan, Lost) else late()
        for block, plan in wider.items()
        if not isinstance(plan, Stuck)
        for unit in block.units
    }
    covered = {unit for block in good for unit in block.units}
    kept = {block: plan for block, plan in plans.items() if not covered & set(block.units)}
    for block, plan in kept.items():
        if isinstance(plan, Stuck) and block.units[0] in why:
            kept[block] = why[block.units[0]]
    return {**kept, **good}
