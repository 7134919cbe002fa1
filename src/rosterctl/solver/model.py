"""A model under construction: bounded integers, linear conditions, and costs by tier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from copy import copy

from rosterctl.domain.tier import Tier
from rosterctl.solver.linear import Condition, Expression, Linear


class Model:
    """Knows no solver; `search` runs it. Costs are gathered by tier and minimised tier by tier."""

    def __init__(self) -> None:
        self.bounds: list[int] = []
        self.conditions: list[Condition] = []
        self.impossible = False
        self._costs: dict[tuple[Tier, str], dict[int, int]] = defaultdict(dict)
        self._constants: dict[tuple[Tier, str], int] = defaultdict(int)

    def integer(self, most: int) -> Linear:
        """A fresh integer from 0 to `most`."""
        self.bounds.append(most)
        return Linear({len(self.bounds) - 1: 1})

    def require(self, condition: Condition | bool) -> None:
        """Adds a linear comparison; one that is already decided and false makes the model impossible."""
        if isinstance(condition, bool):
            self.impossible = self.impossible or not condition
        else:
            self.conditions.append(condition)

    def allows(self, values: Sequence[int]) -> bool:
        """Is this a solution?"""
        return all(0 <= value <= most for value, most in zip(values, self.bounds, strict=True)) and all(
            _holds(condition, values) for condition in self.conditions
        )

    def penalise(self, tier: Tier, expression: Expression, weight: int, label: str = "") -> None:
        """Adds `weight * expression` to the tier; a plain number is a cost that nothing can avoid."""
        key = (tier, label)
        if isinstance(expression, int):
            self._constants[key] += weight * expression
            return
        self._constants[key] += weight * expression.constant
        costs = self._costs[key]
        for name, coefficient in expression.terms.items():
            costs[name] = costs.get(name, 0) + weight * coefficient

    def narrowed(self, conditions: Iterable[Condition | bool]) -> Model:
        """The same model with these conditions besides."""
        narrow = copy(self)
        narrow.conditions = list(self.conditions)
        for condition in conditions:
            narrow.require(condition)
        return narrow

    def cost(self, tier: Tier, without: Collection[str] = ()) -> Linear:
        """The cost of a tier but for what has a label in `without`; without terms if nothing in it varies."""
        terms: dict[int, int] = {}
        constant = 0
        for key in [key for key in self._constants if key[0] is tier and key[1] not in without]:
            constant += self._constants[key]
            for name, coefficient in self._costs[key].items():
                terms[name] = terms.get(name, 0) + coefficient
        return Linear(terms, constant)


def _holds(condition: Condition, values: Sequence[int]) -> bool:
    whole = sum(coefficient * values[name] for name, coefficient in condition.terms.items())
    return (condition.lower is None or condition.lower <= whole) and (
        condition.upper is None or whole <= condition.upper
    )
