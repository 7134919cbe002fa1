"""The searches of a block, one after the other, and what is proved of what they find."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.block_bounds import (
    hosts,
    most_strength,
    settled_before,
    tiers_whoever_hosts,
    together_whoever_hosts,
)
from rosterctl.planning.counts.for_the_plan import search_for_plan
from rosterctl.planning.counts.model import BlockModel, is_small, plain_counts
from rosterctl.planning.counts.one_by_one import improve_groups
from rosterctl.planning.counts.plan import Block, BlockPlan, Start, sites_of
from rosterctl.planning.params import PARAMS
from rosterctl.planning.rotation.history import NOBODY_BEFORE, Before
from rosterctl.planning.rotation.offers import Offers
from rosterctl.planning.workers.jobs import unheard
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Outcome, OutOfTime, Settings, Solved, Stuck
from rosterctl.solver.search import Goal, completed, minimise

EXACT = (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH)
"""The tiers that are solved to the end."""
FROM_NOTHING = Start()


def solve_block(
    offers: Offers,
    rules: Sequence[Rule],
    block: Block,
    settings: Settings,
    before: Before = NOBODY_BEFORE,
    tell: Callable[[BlockPlan], None] = unheard,
    start: Start = FROM_NOTHING,
) -> BlockPlan | Stuck:
    """The best counts found, none worse than the `start`, or the rotation; Stuck if rules contradict.

    They are without tiers if time ran out before those of the plain rotation were known. The seconds of the
    settings are for all of it, building the model too. `tell` hears of the counts after each tier but the
    last, with what holds of them however the sites of events are divided.
    """
    end = time.monotonic() + settings.seconds
    built = BlockModel(offers, rules, block, before)

    kept = (1.0 - PARAMS.counts.search_share) * settings.seconds

    def left() -> Settings:
        return replace(settings, seconds=end - time.monotonic())

    def for_searches() -> Settings:
        return replace(settings, seconds=left().seconds - kept)

    def on_the_way(solved: Solved, together: int | None = None) -> None:
        if hosts(built):
            solved = replace(solved, tiers=tuple(replace(one, bound=0) for one in solved.tiers))
            together = None
        tell(_plan(built, solved, together))

    found, together = _searched(built, for_searches, built.values(start), on_the_way, start)
    if isinstance(found, Stuck):
        return found
    if not isinstance(found, Solved):
        return BlockPlan(plain_counts(built.groups), sites_of(block), (), frozenset(), None)
    if together is not None and _may_borrow(built):
        together = 0
    if together is None:
        found = replace(found, tiers=tiers_whoever_hosts(built, found, left()))
    else:
        together = together_whoever_hosts(built, found, together, left())
    if block.others is None:
        return _plan(built, found, together)
    # What groups can give together is no less than what they give one by one, and sooner known.
    joint = BlockModel(offers, rules, replace(block, singly=frozenset()), before) if block.singly else built
    most = most_strength(joint, settled_before(built, found), left())
    return replace(_plan(built, found, together), most_strength=most)


def _may_borrow(built: BlockModel) -> bool:
    """Is there a lender outside the block? Then its plan could cost less with loans that it does not know."""
    units, block = built.board.bureau.units, built.block
    return any(lender not in block.units for unit in block.units for lender in units[unit].lenders)


def _searched(
    built: BlockModel,
    left: Callable[[], Settings],
    values: Mapping[int, int],
    tell: Callable[[Solved, int | None], None],
    start: Start,
) -> tuple[Outcome, int | None]:
    """All tiers; with changes for the plan also what plan and changes come to at least, together."""
    goals, model, block = _goals(built.model, built.block), built.model, built.block
    if block.singly and not is_small(built):
        begun = completed(model, goals, left(), values)
        if begun is None:
            return OutOfTime(), None
        alone = improve_groups(built, begun, goals, start, left, lambda one: tell(one, None))
        return alone, 0 if block.for_plan else None
    if not block.for_plan:
        return minimise(model, goals, left(), start=values, tell=lambda one: tell(one, None)), None
    legal, plan = Goal(Tier.LEGAL, model.cost(Tier.LEGAL)), Goal(Tier.PLAN, model.cost(Tier.PLAN))
    begun = completed(model, [legal, plan], left(), values)
    values = values if begun is None else dict(enumerate(begun.values))
    # What was planned before costs least for its minima; others that meet them may let anybody off.
    few = [] if begun is not None and not begun.value(legal.cost) else [Goal(None, model.cost(Tier.CHANGES))]
    known = minimise(model, [legal, *few], left(), start=values)
    if not isinstance(known, Solved):
        return known, None
    return search_for_plan(built, known, goals[-3:], left(), tell)


def _goals(model: Model, block: Block) -> list[Goal]:
    """The tiers in order; with help, as few changes as the legal minima need come straight after these."""
    gaps = {
        **dict.fromkeys(EXACT, 0.0),
        Tier.CHANGES: PARAMS.counts.changes_gap,
        Tier.HOURS: PARAMS.counts.hours_gap,
    }
    goals = [Goal(tier, model.cost(tier), gap) for tier, gap in gaps.items()]
    return [goals[0], Goal(None, model.cost(Tier.CHANGES)), *goals[1:]] if block.help else goals


def _plan(built: BlockModel, solved: Solved, together: int | None) -> BlockPlan:
    counts, hosted, short = built.counts(solved), built.hosted(solved), built.short_days(solved)
    exact = is_small(built) and built.block.others is None
    any_number = built.block.for_plan and not exact
    most_changes = None if any_number else solved.value(built.model.cost(Tier.CHANGES))
    paid = solved.value(built.paid)
    tried = len(built.block.help) == len(built.cover.days) and not _may_borrow(built)
    return BlockPlan(counts, hosted, solved.tiers, short, None, paid, together, most_changes, tried)
