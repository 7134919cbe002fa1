"""Running a model: budget, seed, and an outcome whose type says what may be read from it.

The counts are solved by HiGHS through OR-Tools' MathOpt: on these models (few thousand integers, nearly
integral relaxations) it proved in under a second what CP-SAT had left open after a minute.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rosterctl.domain.tier import Tier
from rosterctl.solver.highs import NOTHING_FIXED, Found, HighsRun, Relaxed
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


@dataclass(frozen=True)
class Blend:
    """Several goals weighed in one cost, the `whole`.

    `first` weighs those of them that are searched for together, and is the whole if None. Where only the
    variables in `decided` have their values, by number, the rest of the whole is soon known.
    """

    whole: Linear
    first: Linear | None = None
    decided: Collection[int] = ()


def goals_of(model: Model, tiers: Sequence[Tier]) -> list[Goal]:
    return [Goal(tier, model.cost(tier)) for tier in tiers]


def minimise(
    model: Model,
    goals: Sequence[Goal],
    settings: Settings,
    blend: Blend | None = None,
    start: Mapping[int, int] = NOTHING_FIXED,
    tell: Callable[[Solved], None] | None = None,
) -> Outcome:
    """Minimise the goals in order, each held at its value while the next is minimised.

    A goal may use half of what is left of the budget; the first may use all of it. With a `blend` its first
    goals are minimised together before: one goal alone leaves the others at any value. After that a goal may
    do better only where the whole blend is no worse, or all that this costs in the first goals is proved to
    be the least, so that what is found when time runs out is good in every goal. `start` are
    values of variables, by number, of a solution that is kept unless a better one is found. `tell` hears
    after each goal but the last what is known by then; of the goals to come that is no more than that they
    cost nothing at least.
    """
    if model.impossible:
        return Stuck()
    varies = blend is not None and blend.whole.terms
    search, outcomes = _Search(model, settings, blend if varies else None), []
    if start:
        search.begin(start, goals)
    for place, goal in enumerate(goals, 1):
        started = time.monotonic()
        if isinstance(stuck := search.blended(), Stuck):
            return stuck
        reached = search.reached(goal)
        if not isinstance(reached, tuple):
            return reached
        if goal.tier is not None:
            outcomes.append(TierOutcome(goal.tier, *reached, time.monotonic() - started))
        if tell is not None and place < len(goals):
            tell(search.so_far(outcomes, goals[place:]))
    return Solved(search.best or (), tuple(outcomes))


def completed(
    model: Model, goals: Sequence[Goal], settings: Settings, start: Mapping[int, int]
) -> Solved | None:
    """The best solution in which variables have these values, with what it costs; None if none was found.

    Nothing is proved of it: its bounds are 0.
    """
    run, deadline = HighsRun(model, settings), time.monotonic() + SOLVER.start_share * settings.seconds
    values: Sequence[int] | None = None
    for goal in goals:
        if values is not None and goal.cost.terms.keys() <= start.keys():
            continue
        seconds = max(deadline - time.monotonic(), SOLVER.least_seconds)
        found = run.minimise(goal.cost, seconds, goal.gap, values, start)
        if not isinstance(found, Found):
            break
        values = found.values
        run.hold(goal.cost, Solved(values, ()).value(goal.cost))
    return None if values is None else Solved(values, tuple(_costs(Solved(values, ()), goals)))


def _costs(solved: Solved, goals: Sequence[Goal]) -> Iterator[TierOutcome]:
    """What it costs in the goals, of which no more is known than that they cost nothing at least."""
    for goal in goals:
        if goal.tier is not None:
            yield TierOutcome(goal.tier, solved.value(goal.cost), 0, 0.0)


class _Search:
    """What is known of a model: the best solution so far, and the costs that are settled."""

    def __init__(self, model: Model, settings: Settings, blend: Blend | None) -> None:
        self._run, self._deadline = HighsRun(model, settings), time.monotonic() + settings.seconds
        self._model, self._settings = model, settings
        self._blend, self._is_blended = blend, blend is None
        self.best: Sequence[int] | None = None

    def begin(self, start: Mapping[int, int], goals: Sequence[Goal]) -> None:
        """From what these values can be completed to, if they can."""
        whole = [start[name] for name in sorted(start)]
        is_whole = len(whole) == len(self._model.bounds)
        if self._blend is None and is_whole and self._model.allows(whole):
            self.best = whole
        elif self._blend is None:
            known = completed(self._model, goals, self._settings, start)
            self.best = None if known is None else known.values
        else:
            found = self._run.minimise(self._blend.whole, SOLVER.start_share * self._left, 0.0, None, start)
            if isinstance(found, Found):
                self.best = found.values

    def blended(self) -> Found | Stuck | OutOfTime | None:
        """Minimises the blend, unless that is done or there is none."""
        if self._blend is None or self._is_blended:
            return None
        found = self._run.minimise(self._blend.first or self._blend.whole, self._left / 2, 0.0)
        if isinstance(found, Found):
            self._take(self._completed(found, self._blend), self._blend.whole)
        self._is_blended = self.best is not None
        return found

    def _completed(self, found: Found, blend: Blend) -> Found:
        """The same decisions, with the least that they can cost in the whole blend."""
        if blend.first is None:
            return found
        decided = {name: found.values[name] for name in blend.decided}
        best = self._run.minimise(blend.whole, self._left / 2, 0.0, None, decided)
        return best if isinstance(best, Found) else found

    def reached(self, goal: Goal) -> tuple[int, int] | Stuck | OutOfTime:
        """The goal's value, which is held from now on, and its bound."""
        value, bound = self._value(goal.cost), 0
        if value is not None and (value == 0 or not goal.cost.terms):
            bound = value
        else:
            seconds = self._left if self.best is None else self._left / 2
            gap = max(goal.gap, self._settings.gap) if goal.tier in (Tier.PLAN, Tier.STRENGTH) else goal.gap
            found = self._run.minimise(goal.cost, seconds, gap, self.best)
            if isinstance(found, Found):
                bound = max(found.bound or 0, 0)
                if self._blend is None or value is None:
                    self._take(found, goal.cost)
                else:
                    self._take_blended(found, goal.cost, value, self._blend)
            elif self.best is None:
                return found
            value = Solved(self.best or (), ()).value(goal.cost)
        self._run.hold(goal.cost, value)
        return value, min(bound, value)

    def so_far(self, outcomes: Sequence[TierOutcome], to_come: Sequence[Goal]) -> Solved:
        """The best solution, with what it costs in the goals that are not asked yet."""
        solved = Solved(self.best or (), ())
        return Solved(solved.values, (*outcomes, *_costs(solved, to_come)))

    def _take(self, found: Found, cost: Linear) -> None:
        """Unless what was known is as good: another that is may be worse in all that is not asked now."""
        known = self._value(cost)
        if known is None or Solved(found.values, ()).value(cost) < known:
            self.best = found.values

    def _take_blended(self, found: Found, cost: Linear, known: int, blend: Blend) -> None:
        """If it costs nothing in the blend, or nothing is better and of all such the best first goals are
        found.
        """
        value = Solved(found.values, ()).value(cost)
        if value >= known:
            return
        if self._is_as_good(best := self._completed(found, blend), blend):
            self.best = best.values
            return
        if found.bound is None or found.bound < value:
            return
        first = blend.first or blend.whole
        with self._run.held_meanwhile(cost, value):
            again = self._run.minimise(first, self._left / 2, 0.0, found.values)
            if isinstance(again, Found) and Solved(again.values, ()).value(first) <= (again.bound or 0):
                self.best = self._completed(again, blend).values

    def _is_as_good(self, found: Found, blend: Blend) -> bool:
        return Solved(found.values, ()).value(blend.whole) <= Solved(self.best or (), ()).value(blend.whole)

    def _value(self, cost: Linear) -> int | None:
        return None if self.best is None else Solved(self.best, ()).value(cost)

    @property
    def _left(self) -> float:
        return max(self._deadline - time.monotonic(), SOLVER.least_seconds)


def relaxed(
    model: Model, cost: Linear, held: Sequence[tuple[Linear, int]], settings: Settings
) -> Relaxed | None:
    """The least cost without whole numbers, and where it is reached; None if there was no time for it.

    The costs in `held` stay at most at their values.
    """
    run = HighsRun(model, settings, integers=False)
    for other, value in held:
        run.hold(other, value)
    return run.relaxed(cost, settings.seconds)


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
