"""The count model of a block: one unit, or several that are solved together."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import Level
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.costs import cost_changes, cost_hours
from rosterctl.planning.counts.event_hosts import Hosted
from rosterctl.planning.counts.groups import ChoiceKey, Counts, Group, GroupKey, make_groups
from rosterctl.planning.counts.line_board import CountBoard
from rosterctl.planning.counts.target_shares import Others
from rosterctl.planning.cover.board import Cover
from rosterctl.planning.cover.presences import Presence, Worked, presences_of
from rosterctl.planning.params import PARAMS
from rosterctl.planning.rotation.history import NOBODY_BEFORE, Before, as_worked_before
from rosterctl.planning.rotation.offers import Offers
from rosterctl.planning.workers.jobs import unheard
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.linear import Linear, weighted_sum
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved, Stuck, TierOutcome
from rosterctl.solver.search import Goal, lower_bound, minimise

EXACT = (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH)
"""The tiers that are solved to the end."""

Labels = Collection[str]


@dataclass(frozen=True, eq=False)
class Block:
    """The units and which event sites are theirs (None: they choose).

    On the dates in `help` they may lend to each other and let people off the rotation, as little as the
    legal minima need. `others` stands for the units outside; None where the block is the whole bureau.
    In the groups of `singly` everybody is counted alone and keeps every limit, so that what is counted can be
    dealt.
    """

    units: tuple[str, ...]
    help: frozenset[date]
    hosted: Hosted | None
    others: Others | None
    singly: frozenset[GroupKey] = frozenset()


@dataclass(frozen=True)
class BlockPlan:
    """Counts by group and choice, sites by (event, unit), tier outcomes, dates with a post below its minimum.

    `most_strength` bounds from above the head-minutes that the block could add in stretches that are short.
    """

    counts: Counts
    hosted: Hosted
    tiers: tuple[TierOutcome, ...]
    short_days: frozenset[date]
    most_strength: int | None


def solve_block(
    offers: Offers,
    rules: Sequence[Rule],
    block: Block,
    settings: Settings,
    before: Before = NOBODY_BEFORE,
    tell: Callable[[BlockPlan], None] = unheard,
    worked: Sequence[Worked] = (),
) -> BlockPlan | Stuck:
    """The best counts found, none worse than what is `worked`, or the rotation; Stuck if rules contradict.

    They are without tiers if time ran out before those of the plain rotation were known. The seconds of the
    settings are for all of it, building the model too. `tell` hears of the counts after each tier but the
    last, with what holds of them however the sites of events are divided.
    """
    end = time.monotonic() + settings.seconds
    bureau = _with_own_sites(offers.bureau, block)
    groups = make_groups(offers, rules, block.units, block.help, singly=block.singly)
    model = Model()
    board = CountBoard(offers, groups, model, release=block.help)
    for rule in rules:
        if rule.constrain and not rule.soft:
            rule.constrain(board)
    presences = [
        Presence(group.kind, group.officers[0], choice, count, group.members(choice).bit_count())
        for (group, choice), count in board.counts.items()
    ]
    taken_over = as_worked_before(bureau, before.taken_over)
    presences += [one for one in presences_of(bureau, rules, taken_over) if one.choice.unit in block.units]
    cover = Cover(
        bureau,
        offers.horizon,
        presences,
        model,
        hosted=None if block.hosted is None else _sites(block),
        units=block.units,
        elsewhere=block.others,
        still=before.assumed,
        unknown=before.unknown,
    )
    for rule in rules:
        if rule.cover:
            rule.cover(cover)
    cost_changes(board, model)
    alike = ((group.officers[0], choice, count) for (group, choice), count in board.counts.items())
    cost_hours(board.bureau, model, alike)

    def plan(solved: Solved, tiers: Sequence[TierOutcome], most_strength: int | None) -> BlockPlan:
        hosted = {key: solved.value(number) for key, number in cover.hosting.items() if key[1] in block.units}
        short = _short_days(cover, solved)
        return BlockPlan(_counts(board, solved), hosted, tuple(tiers), short, most_strength)

    def on_the_way(solved: Solved) -> None:
        hosts = block.others is not None and any(_sites(block).values())
        bounded = (replace(one, bound=0) if hosts else one for one in solved.tiers)
        tell(plan(solved, tuple(bounded), None))

    rest = replace(settings, seconds=end - time.monotonic())
    start = board.values(worked) if worked else board.plain
    outcome = minimise(model, _goals(model, block), rest, start=start, tell=on_the_way)
    if isinstance(outcome, Stuck):
        return outcome
    if not isinstance(outcome, Solved):
        return BlockPlan(plain_counts(groups), _sites(block), (), frozenset(), None)
    rest = replace(settings, seconds=end - time.monotonic())
    hosted = frozenset(rule.id for rule in rules if rule.hosted)
    tiers = _whoever_hosts(model, block, outcome, rest, hosted)
    return plan(outcome, tiers, _most_strength(model, cover, block, outcome, rest, hosted))


def _with_own_sites(bureau: Bureau, block: Block) -> Bureau:
    """The bureau with no more sites of each event than the block mans."""
    if block.hosted is None:
        return bureau
    sites: Counter[str] = Counter()
    for (event, _), number in _sites(block).items():
        sites[event] += number
    hosted = (replace(event, sites=sites[event.id]) for event in bureau.events if sites[event.id])
    return replace(bureau, events=tuple(hosted))


def _goals(model: Model, block: Block) -> list[Goal]:
    """The tiers in order; with help, as few changes as the legal minima need come straight after these."""
    gaps = {
        **dict.fromkeys(EXACT, 0.0),
        Tier.CHANGES: PARAMS.counts.changes_gap,
        Tier.HOURS: PARAMS.counts.hours_gap,
    }
    goals = [Goal(tier, model.cost(tier), gap) for tier, gap in gaps.items()]
    return [goals[0], Goal(None, model.cost(Tier.CHANGES)), *goals[1:]] if block.help else goals


def _counts(board: CountBoard, solved: Solved) -> Counts:
    counts: dict[GroupKey, dict[ChoiceKey, int]] = {group.key: {} for group in board.lines}
    for (group, choice), count in board.counts.items():
        if number := solved.value(count):
            counts[group.key][choice.day, choice.shift, choice.unit] = number
    return counts


def _short_days(cover: Cover, solved: Solved) -> frozenset[date]:
    """Dates on which a post with a legal minimum stands empty."""
    wanted = {
        (moment, want): len(want.posts)
        for moment in cover.moments
        for want in cover.wants(moment)
        if want.crews[0][0] is Level.MINIMUM and not want.event
    }
    for (moment, want, _, _), manned in cover.manning.items():
        if (moment, want) in wanted:
            wanted[moment, want] -= solved.value(manned)
    return frozenset(moment.day for (moment, _), empty in wanted.items() if empty)


def _whoever_hosts(
    model: Model, block: Block, solved: Solved, settings: Settings, hosted: Labels
) -> tuple[TierOutcome, ...]:
    """The tiers with bounds for posts that hold however the sites of events are divided among the blocks.

    A block that hosts none can only be better off than one that does. So where it hosts, the bound is that of
    its own posts and leaders alone, as if its sites might stand empty at no cost. `hosted` are the rules
    whose costs depend on who hosts.
    """
    if block.others is None or not any(_sites(block).values()):
        return solved.tiers
    own = {tier: model.cost(tier, without=hosted) for tier in (Tier.LEGAL, Tier.PLAN)}
    tiers = []
    for one in solved.tiers:
        bound: int | None = one.bound
        if one.tier in own and one.bound:
            held = _settled_before(model, block, solved, hosted) if one.tier is Tier.PLAN else []
            bound = lower_bound(model, own[one.tier], held, settings, solved)
        tiers.append(replace(one, bound=min(one.bound, bound or 0)))
    return tuple(tiers)


def _settled_before(model: Model, block: Block, solved: Solved, hosted: Labels) -> list[tuple[Linear, int]]:
    """What every roster of the block keeps to: legal minima of its own posts, and with help the changes."""
    costs = [model.cost(Tier.LEGAL, without=hosted)]
    if block.help:
        costs.append(model.cost(Tier.CHANGES))
    return [(cost, solved.value(cost)) for cost in costs]


def _sites(block: Block) -> dict[tuple[str, str], int]:
    """The event sites that the units of a block host, as far as that is settled."""
    return {key: number for key, number in (block.hosted or {}).items() if key[1] in block.units}


def _most_strength(
    model: Model, cover: Cover, block: Block, solved: Solved, settings: Settings, hosted: Labels
) -> int | None:
    """Head-minutes at the very most in the stretches that the rotation leaves short, by linear relaxation.

    What is settled before is held at its value. None where the block is the whole bureau.
    """
    if block.others is None:
        return None
    others = block.others
    terms = [
        (heads - others.heads(target, stretch), -stretch.minutes)
        for target in cover.bureau.strengths
        for stretch, heads in cover.strength_moments(target)
        if others.is_short(target, stretch)
    ]
    objective = weighted_sum(terms)
    if isinstance(objective, int):
        return -objective
    bound = lower_bound(model, objective, _settled_before(model, block, solved, hosted), settings)
    return None if bound is None else -bound


def plain_counts(groups: Sequence[Group]) -> Counts:
    """Everybody who may works what the rotation gives."""
    return {
        group.key: {
            (choice.day, choice.shift, choice.unit): mask.bit_count()
            for per_day in group.open.values()
            for choice, mask in per_day.items()
            if choice.plain
        }
        for group in groups
    }
