"""Group after group, everybody counted alone, with all others as they are.

This is for those to whom what was counted for all of them together could not be dealt. A large-neighbourhood
search (Shaw 1998) from what was dealt: all of a brigade at once takes minutes, a group a second or two.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.for_the_plan import PlanPrices
from rosterctl.planning.counts.groups import Counts, GroupKey, one_of
from rosterctl.planning.counts.model import BlockModel
from rosterctl.planning.counts.plan import Reached, Start
from rosterctl.planning.params import PARAMS
from rosterctl.solver.outcome import Settings, Solved, TierOutcome
from rosterctl.solver.part import improved
from rosterctl.solver.search import Goal


def improve_groups(
    built: BlockModel,
    known: Solved,
    goals: Sequence[Goal],
    start: Start,
    left: Callable[[], Settings],
    tell: Callable[[Solved], None],
) -> Solved:
    """What is known, or better in the first goal in which they differ; of its tiers nothing is proved.

    All goals are searched for together, so the seconds are told of the plan. Groups to whom most of what was
    counted at the `start` is not dealt come first; they end when as much is reached as there. `tell` hears
    after each.
    """
    prices = PlanPrices(built, known)
    gaps = {Tier.STRENGTH: PARAMS.counts.group_strength_gap, Tier.HOURS: PARAMS.counts.group_hours_gap}
    goals = [
        goal if goal.tier is None else replace(goal, gap=gaps.get(goal.tier, goal.gap)) for goal in goals
    ]
    if built.block.for_plan:
        together = Goal(Tier.PLAN, prices.together, PARAMS.counts.plan_gap)
        lower = [goal for goal in goals if goal.tier in (Tier.STRENGTH, Tier.HOURS)]
        goals = [prices.legal, together, *lower]
    began = time.monotonic()
    best, groups = known, _undealt_first(built, known, start.counted)
    for place, key in enumerate(groups):
        if _is_enough(built, best, start.reached):
            break
        kept = {
            name
            for (group, _), count in built.board.counts.items()
            if one_of(group.key, "") != key and not isinstance(count, int)
            for name in count.terms
        }
        rest = left()
        if rest.seconds <= 0 and rest.nodes is None:
            break
        share = PARAMS.counts.group_share / (len(groups) - place)
        if rest.nodes is None:
            rest = replace(rest, seconds=min(share, 1.0) * rest.seconds)
        best = improved(prices.model, goals, best, kept, rest)
        best = Solved(best.values, tuple(_costs(built, best, time.monotonic() - began)))
        tell(best)
    return best


def _is_enough(built: BlockModel, best: Solved, reached: Reached) -> bool:
    """Is it as good as what its groups were seen to come to, counted together?

    Nothing better can be dealt then, unless that search was cut off: what is left of the time is for others.
    """
    legal, plan, strength = (
        best.value(built.model.cost(tier)) for tier in (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH)
    )
    near = 1.0 + PARAMS.counts.group_strength_gap
    return (
        legal <= reached[0] and plan + best.value(built.paid) <= reached[1] and strength <= near * reached[2]
    )


def _costs(built: BlockModel, solved: Solved, seconds: float) -> list[TierOutcome]:
    costs = {tier: built.model.cost(tier) for tier in COUNTED}
    return [
        TierOutcome(tier, solved.value(cost), 0, seconds if tier is Tier.PLAN else 0.0)
        for tier, cost in costs.items()
    ]


COUNTED = (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH, Tier.CHANGES, Tier.HOURS)


def _undealt_first(built: BlockModel, dealt: Solved, counted: Counts) -> list[GroupKey]:
    """The groups that are counted one by one, those first to whom most of what was counted is not dealt."""
    heads: Counter[tuple[GroupKey, object]] = Counter()
    for sign, counts in ((1, counted), (-1, built.counts(dealt))):
        for key, numbers in counts.items():
            for choice, number in numbers.items():
                heads[one_of(key, ""), choice] += sign * number
    undealt: Counter[GroupKey] = Counter()
    for (key, _), number in heads.items():
        undealt[key] += max(number, 0)
    return sorted(built.block.singly, key=lambda key: (-undealt[key], key))
