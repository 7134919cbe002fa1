"""Running a model: budget, seed, and an outcome whose type says what may be read from it.

The counts are solved by HiGHS through OR-Tools' MathOpt: on these models (few thousand integers, nearly
integral relaxations) it proved in under a second what CP-SAT had left open after a minute.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from rosterctl.domain.tier import Tier
from rosterctl.solver.highs import Found, HighsRun
from rosterctl.solver.linear import Linear
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Outcome, OutOfTime, Settings, Solved, Stuck, TierOutcome
from rosterctl.solver.params import SOLVER


@dataclass(frozen=True)
class Goal:
    """A cost, never negative, to be minimised up to a relative `gap`; not reported without a tier."""

    tier: Tier | None
    cost: Linear
    gap: float = 0.0


def goals_of(model: Model, tiers: Sequence[Tier]) -> list[Goal]:
    return [Goal(tier, model.cost(tier)) for tier in tiers]


def minimise(model: Model, goals: Sequence[Goal], settings: Settings, blend: Linear | None = None) -> Outcome:
    """Minimise the goals in order, each held at its value while the next is minimised.

    A goal may use half of what is left of the budget; the first may use all of it. A `blend` is one cost that
    weighs all goals. It is minimised first, and again after a goal has found something better, so that a goal
    for which no time is left is good all the same: one goal alone leaves the others at any value.
    """
    if model.impossible:
        return Stuck()
    search, outcomes = _Search(model, settings), []
    for goal in goals:
        started = time.monotonic()
        if blend is not None and blend.terms and not search.is_blended:
            found = search.blended(blend)
            if isinstance(found, Stuck):
                return found
        reached = search.reached(goal)
        if not isinstance(reached, tuple):
            return reached
        if goal.tier is not None:
            outcomes.append(TierOutcome(goal.tier, *reached, time.monotonic() - started))
    return Solved(search.best or (), tuple(outcomes))


class _Search:
    """What is known of a model: the best solution so far, and the costs that are settled."""

    def __init__(self, model: Model, settings: Settings) -> None:
        self._run, self._deadline = HighsRun(model, settings), time.monotonic() + settings.seconds
        self.best: Sequence[int] | None = None
        self.is_blended = False

    def blended(self, blend: Linear) -> Found | Stuck | OutOfTime:
        found = self._run.minimise(blend, self._left / 2, 0.0, self.best)
        if isinstance(found, Found):
            self._take(found, blend)
            self.is_blended = True
        return found

    def reached(self, goal: Goal) -> tuple[int, int] | Stuck | OutOfTime:
        """The goal's value, which is held from now on, and its bound."""
        value, bound = self._value(goal.cost), 0
        if value is not None and (value == 0 or not goal.cost.terms):
            bound = value
        else:
            seconds = self._left if self.best is None else self._left / 2
            found = self._run.minimise(goal.cost, seconds, goal.gap, self.best)
            if isinstance(found, Found):
                self._take(found, goal.cost)
                bound = max(found.bound or 0, 0)
            elif self.best is None:
                return found
            before, value = value, Solved(self.best or (), ()).value(goal.cost)
            self.is_blended = self.is_blended and value == before
        self._run.hold(goal.cost, value)
        return value, min(bound, value)

    def _take(self, found: Found, cost: Linear) -> None:
        """Unless what was known is as good: another that is may be worse in all that is not asked now."""
        known = self._value(cost)
        if known is None or Solved(found.values, ()).value(cost) < known:
            self.best = found.values

    def _value(self, cost: Linear) -> int | None:
        return None if self.best is None else Solved(self.best, ()).value(cost)

    @property
    def _left(self) -> float:
        return max(self._deadline - time.monotonic(), SOLVER.least_seconds)


def lower_bound(
    model: Model,
    cost: Linear,
    held: Sequence[tuple[Linear, int]],
    settings: Settings,
    start: Solved | None = None,
) -> int | None:
    """A lower bound of a cost, rounded up; None if there was no time for it.

    The costs in `held` stay at most at their values. With a solution to `start` from, all numbers are kept
    whole; without, the bound is that of the linear relaxation, which takes a fraction of the time.
    """
    run = HighsRun(model, settings, integers=start is not None)
    for other, value in held:
        run.hold(other, value)
    found = run.minimise(cost, settings.seconds, 0.0, start.values if start else None)
    return found.bound if isinstance(found, Found) else None
