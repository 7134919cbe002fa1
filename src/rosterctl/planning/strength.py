"""Stage 2, strength: how many of each group work which choice, so that posts and targets are met.

A small bureau is one count model. A large one is solved unit by unit, for units meet only in the bureau's
strength targets, in loans and in events: targets are divided beforehand (`shares`), event sites go to the
units with most to spare (`hosting`), and officers are lent only where a unit alone misses a legal minimum;
then it is solved again together with its lenders.

The bounds are true for any lawful roster of named officers, given the tiers above. Limits per head are
summed over interchangeable heads, crews are counted by Hall's theorem, reach and habit are left out: every
lawful roster is a solution of the count models, with the same cost. Costs of posts and leaders belong to one
unit each, so their bounds add up over the blocks. For strength, the heads short over all stretches are at
least the target less the most heads that the blocks can bring in the stretches that the rotation leaves
short (a Lagrangian bound with prices 0 and 1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import Tier
from rosterctl.planning.block import Block, BlockPlan, Hosted, solve_block
from rosterctl.planning.groups import Group, make_groups
from rosterctl.planning.hosting import allot_sites
from rosterctl.planning.moments import stretches
from rosterctl.planning.offers import Offers
from rosterctl.planning.shares import Others, Room, make_room
from rosterctl.rules.board import Choice
from rosterctl.rules.registry import Rule
from rosterctl.solver.search import Settings, Stuck, TierOutcome

JOINT_OFFICERS = 400
"""Up to this many officers the bureau is one model; measured on two cores, 266 officers take seconds."""


@dataclass(frozen=True)
class StrengthPlan:
    """Counts by group and choice, sites hosted by (event id, unit id), and each tier's bound."""

    counts: Mapping[Group, Mapping[Choice, int]]
    hosted: Hosted
    tiers: Mapping[Tier, TierOutcome]


def plan_strength(offers: Offers, rules: Sequence[Rule], settings: Settings) -> StrengthPlan | Stuck:
    """Counts for the whole bureau; Stuck if the hard rules of some unit contradict each other."""
    bureau = offers.bureau
    groups = make_groups(offers, rules, bureau.units, loans=False)
    room = make_room(bureau, groups)
    blocks = _blocks(bureau, room, allot_sites(offers, groups))
    plans: dict[Block, BlockPlan] = {}
    for block in blocks:
        plan = solve_block(offers, rules, block, settings)
        if isinstance(plan, Stuck):
            return plan
        plans[block] = plan
    plans = _with_loans(offers, rules, plans, settings)
    return StrengthPlan(
        {group: counts for plan in plans.values() for group, counts in plan.counts.items()},
        {key: sites for plan in plans.values() for key, sites in plan.hosted.items()},
        _tiers(offers, room, list(plans.values())),
    )


def _blocks(bureau: Bureau, room: Room, hosted: Hosted) -> list[Block]:
    if len(bureau.officers) <= JOINT_OFFICERS:
        return [Block(tuple(bureau.units), False, None, None)]
    return [Block((unit,), False, hosted, Others(bureau, room, frozenset((unit,)))) for unit in bureau.units]


def _with_loans(
    offers: Offers, rules: Sequence[Rule], plans: Mapping[Block, BlockPlan], settings: Settings
) -> dict[Block, BlockPlan]:
    """Blocks that miss a legal minimum are solved again, each together with the blocks of its lenders."""
    bureau = offers.bureau
    settled = dict(plans)
    for block, plan in plans.items():
        lenders = {lender for unit in block.units for lender in bureau.units[unit].borrows_from}
        if block not in settled or not lenders or not _misses_minimum(plan):
            continue
        partners = [other for other in settled if other is block or lenders & set(other.units)]
        units = tuple(unit for unit in bureau.units if any(unit in one.units for one in partners))
        others = block.others and Others(bureau, block.others.room, frozenset(units))
        wider = Block(units, True, block.hosted, others)
        found = solve_block(offers, rules, wider, settings)
        if isinstance(found, BlockPlan) and found.tiers:
            for other in partners:
                del settled[other]
            settled[wider] = found
    return settled


def _misses_minimum(plan: BlockPlan) -> bool:
    return any(outcome.tier is Tier.LEGAL and outcome.value for outcome in plan.tiers)


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
    whole = Others(bureau, room, frozenset(bureau.units))
    return sum(
        target.heads * stretch.minutes
        for target in bureau.strengths
        for stretch in stretches(bureau, offers.horizon, target, room.cuts)
        if whole.is_short(target, stretch)
    )
