"""A part of a model: most variables keep the values of a solution, the others are searched anew.

A large-neighbourhood search (Shaw 1998) looks at one such part after another. The part is a model of its own
with the open variables only, so that it costs what it is worth.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from rosterctl.solver.linear import Condition, Linear
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import Goal, minimise


class Part:
    """The `model` of the open variables, numbered anew; the others have the values of `best`."""

    def __init__(self, whole: Model, best: Sequence[int], kept: Collection[int]) -> None:
        self._best = best
        self.model = Model()
        self._names = [name for name in range(len(whole.bounds)) if name not in kept]
        self._numbers = {name: number for number, name in enumerate(self._names)}
        for name in self._names:
            self.model.integer(whole.bounds[name])
        for condition in whole.conditions:
            # Most speak of kept variables only, limits of other officers: looking is cheaper than adding up.
            if self._numbers.keys().isdisjoint(condition.terms):
                continue
            mine = self.of(Linear(condition.terms))
            lower = None if condition.lower is None else condition.lower - mine.constant
            upper = None if condition.upper is None else condition.upper - mine.constant
            self.model.require(Condition(mine.terms, lower, upper))

    def of(self, whole: Linear) -> Linear:
        """An expression in the open variables."""
        terms, constant = {}, whole.constant
        for name, coefficient in whole.terms.items():
            number = self._numbers.get(name)
            if number is None:
                constant += coefficient * self._best[name]
            else:
                terms[number] = coefficient
        return Linear(terms, constant)

    @property
    def start(self) -> dict[int, int]:
        """What the open variables are in the best solution."""
        return {number: self._best[name] for number, name in enumerate(self._names)}

    def whole(self, values: Sequence[int]) -> list[int]:
        """All variables, with these values of the open ones."""
        merged = list(self._best)
        for name, value in zip(self._names, values, strict=True):
            merged[name] = value
        return merged


def improved(
    model: Model, goals: Sequence[Goal], best: Solved, kept: Collection[int], settings: Settings
) -> Solved:
    """The best solution in which the variables in `kept`, by number, stay as they are; never a worse one.

    What it costs in each tier is not bounded.
    """
    part = Part(model, best.values, kept)
    parts = [replace(goal, cost=part.of(goal.cost)) for goal in goals]
    found = minimise(part.model, parts, settings, start=part.start)
    return Solved(part.whole(found.values), ()) if isinstance(found, Solved) else best
