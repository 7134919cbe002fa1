"""Letting off and lending for the sake of the plan of posts, at the bureau's prices.

What the legal minima need has been settled before, with as few changes as that takes and the best plan of
those. Then the plan and the prices of all changes are minimised together. In a large block as many are let
off and lent from then on, by group and date, while the tiers below are searched for: so these stay as small a
problem as with the rotation kept. What is proved of them is proved with the changes open.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.counts.model import BlockModel, is_small
from rosterctl.planning.params import PARAMS
from rosterctl.rulekit.model.board import Expression
from rosterctl.solver.highs import Relaxed
from rosterctl.solver.linear import Linear, total
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import Goal, lower_bound, minimise, relaxed


class PlanPrices:
    """What the changes of a block cost by the bureau's prices.

    Where a price is 0 there are no more such changes than in `known`, which has what the legal minima need.
    """

    def __init__(self, built: BlockModel, known: Solved) -> None:
        prices, model = built.board.bureau.prices, built.model
        self._built = built
        self.together = model.cost(Tier.PLAN) + built.paid
        self.legal = Goal(Tier.LEGAL, model.cost(Tier.LEGAL))
        unpriced = (prices.let_off, built.let_off), (prices.loan, built.lent)
        free = [cost for price, cost in unpriced if not price]
        self.model = model.narrowed(cost <= known.value(cost) for cost in free)

    def bought(self, solved: Solved) -> Model:
        """The model in which plan and changes cost no more than here."""
        return self.model.narrowed([self.together <= solved.value(self.together)])

    def settled(self, solved: Solved) -> Model:
        """The model in which as many are let off and lent as here, by group and date."""
        return self.model.narrowed(part.equals(solved.value(part)) for part in self._parts())

    def kept_where(self, known: Solved, relaxation: Relaxed) -> Model:
        """The model in which no more are let off and lent than in `known`, by group and date, where the
        linear relaxation does no more.
        """
        parts = [(part, known.value(part)) for part in self._parts()]
        same = [
            (part, heads)
            for part, heads in parts
            if abs(relaxation.value(part) - heads) < PARAMS.counts.same_heads
        ]
        return self.model.narrowed(part.equals(heads) for part, heads in same)

    def _parts(self) -> Iterator[Linear]:
        """How many work the rotation, of each group on each date, at home and elsewhere."""
        parts: dict[tuple[Group, date, bool], list[Expression]] = {}
        for group in self._built.groups:
            for day, per_day in group.open.items():
                for choice in per_day:
                    if choice.origin is Origin.ROTATION:
                        part = group, day, choice.unit == group.home(day)
                        parts.setdefault(part, []).append(self._built.board.count(group, choice))
        sums = (total(counts) for counts in parts.values())
        return (whole for whole in sums if isinstance(whole, Linear))


def search_for_plan(
    built: BlockModel,
    known: Solved,
    lower: Sequence[Goal],
    settings: Settings,
    tell: Callable[[Solved, int], None],
) -> tuple[Solved, int]:
    """From what is `known`, all tiers, with the legal minima as they are there; `lower` are those below the
    plan.

    The number is what plan and changes come to at least, together. `tell` hears what is known on the way; of
    the lower tiers nothing is proved then.
    """
    began = time.monotonic()
    prices, (minima, *_) = PlanPrices(built, known), known.tiers

    def left(part: float = 1.0) -> Settings:
        """So much of the time that is left; one whose branches are limited has no limit of time."""
        if settings.nodes is not None:
            return settings
        return replace(settings, seconds=part * (began + settings.seconds - time.monotonic()))

    mixed, bound = _together(built, prices, known, left)

    def proved(solved: Solved, bounds: Sequence[int] = ()) -> Solved:
        """With what holds of each tier while changes are open; nothing does where there is no bound.

        The seconds that all of it took are told of the plan, for which most of them were.
        """
        plan = max(bound - solved.value(built.paid), 0)
        every = [minima.bound, plan, *bounds, *[0] * len(lower)]
        found = [replace(one, bound=min(at, one.value)) for one, at in zip(solved.tiers, every, strict=False)]
        others = sum(one.seconds for one in found if one.tier is not Tier.PLAN)
        seconds = max(time.monotonic() - began - others, 0.0)
        tiers = (replace(one, seconds=seconds) if one.tier is Tier.PLAN else one for one in found)
        return replace(solved, tiers=tuple(tiers))

    done = minimise(
        prices.bought(mixed) if is_small(built) else prices.settled(mixed),
        [prices.legal, Goal(Tier.PLAN, built.model.cost(Tier.PLAN)), *lower],
        left(),
        start=dict(enumerate(mixed.values)),
        tell=lambda solved: tell(proved(solved), bound),
    )
    if not isinstance(done, Solved):
        return known, bound
    tell(proved(done), bound)
    return proved(done, _proved(built, prices.model, done, lower, left)), bound


def _together(
    built: BlockModel, prices: PlanPrices, known: Solved, left: Callable[[float], Settings]
) -> tuple[Solved, int]:
    """The least of the plan and its changes together that is found, and its bound.

    Changes are made first where the linear relaxation makes any, on all dates only where that is not near
    enough to its bound: for as long as there is time, so not where branches are counted instead. Measured:
    that takes 4 s instead of 21 for a brigade, and its bound is nearer than one change (2026-11-28).
    """
    gap = max(0.0 if is_small(built) else PARAMS.counts.plan_gap, left(1.0).gap)
    goals = [prices.legal, Goal(Tier.PLAN, prices.together, gap)]
    held = [(prices.legal.cost, known.tiers[0].value)]
    relaxation = relaxed(prices.model, prices.together, held, left(0.5))
    if relaxation is None:
        return known, 0
    bound = max(relaxation.bound or 0, 0)
    start = dict(enumerate(known.values))
    found = minimise(prices.kept_where(known, relaxation), goals, left(0.5), start=start)
    best = found if isinstance(found, Solved) else known
    before, now = known.value(prices.together), best.value(prices.together)
    in_time = is_small(built) or left(1.0).nodes is None
    if now - bound > gap * before and in_time:
        found = minimise(prices.model, goals, left(0.5), start=dict(enumerate(best.values)))
        if isinstance(found, Solved):
            best, bound = found, max(bound, found.tiers[1].bound)
    return best, bound


def _proved(
    built: BlockModel,
    model: Model,
    done: Solved,
    lower: Sequence[Goal],
    left: Callable[[float], Settings],
) -> list[int]:
    """Bounds of the lower tiers with changes open, each with the tiers above at their values.

    Of a large block they are those of the linear relaxation, and that of strength is for any number of
    changes; of a small one they are exact, and that of strength is for no more changes than here. Where the
    block is one of several there are none: what they have in common is proved of all of them together.
    """
    if built.block.others is not None:
        return []
    above = [Tier.LEGAL, Tier.PLAN, Tier.STRENGTH, Tier.CHANGES]
    bounds, start = [], done if is_small(built) else None
    for goal in lower:
        held = [(model.cost(tier), done.value(model.cost(tier))) for tier in above if tier < (goal.tier or 0)]
        if goal.tier is Tier.STRENGTH and start is not None:
            held = [*held, (model.cost(Tier.CHANGES), done.value(model.cost(Tier.CHANGES)))]
        bounds.append(max(lower_bound(model, goal.cost, held, left(0.5), start) or 0, 0))
    return bounds
