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
from rosterctl.solver.outcome import Outcome, Settings, Solved, Stuck, TierOutcome
from rosterctl.solver.params import SOLVER


@dataclass(frozen=True)
class Goal:
    """A cost, never negative, to be minimised up to a relative `gap`; not reported without a tier."""

    tier: Tier | None
    cost: Linear
    gap: float = 0.0


def goals_of(model: Model, tiers: Sequence[Tier]) -> list[Goal]:
    return [Goal(tier, model.cost(tier)) for tier in tiers]


def minimise(model: Model, goals: Sequence[Goal], settings: Settings) -> Outcome:
    """Minimise the goals in order, each held at its value while the next is minimised.

    A goal may use half of what is left of the budget; the first may use all of it.
    """
    deadline = time.monotonic() + settings.seconds
    if model.impossible:
        return Stuck()
    run = HighsRun(model, settings)
    best: Sequence[int] | None = None
    outcomes = []
    for goal in goals:
        started = time.monotonic()
        value = Solved(best, ()).value(goal.cost) if best is not None else None
        bound = 0
        if value is not None and (value == 0 or not goal.cost.terms):
            bound = value
        else:
            left = max(deadline - started, SOLVER.least_seconds)
            found = run.minimise(goal.cost, left if best is None else left / 2, goal.gap, best)
            if isinstance(found, Found):
                best = found.values
                bound = max(found.bound or 0, 0)
            elif best is None:
                return found
            value = Solved(best, ()).value(goal.cost)
        if goal.tier is not None:
            outcomes.append(TierOutcome(goal.tier, value, min(bound, value), time.monotonic() - started))
        run.hold(goal.cost, value)
    return Solved(best or (), tuple(outcomes))


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
