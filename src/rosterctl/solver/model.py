"""A model under construction: bounded integers, linear conditions, and costs by tier."""

from __future__ import annotations

from collections import defaultdict

from rosterctl.domain.tier import Tier
from rosterctl.solver.linear import Condition, Expression, Linear


class Model:
    """Knows no solver; `search` runs it. Costs are gathered by tier and minimised tier by tier."""

    def __init__(self) -> None:
        self.bounds: list[int] = []
        self.conditions: list[Condition] = []
        self.impossible = False
        self._costs: dict[Tier, dict[int, int]] = defaultdict(dict)
        self._constants: dict[Tier, int] = defaultdict(int)

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

    def penalise(self, tier: Tier, expression: Expression, weight: int) -> None:
        """Adds `weight * expression` to the tier; a plain number is a cost that nothing can avoid."""
        if isinstance(expression, int):
            self._constants[tier] += weight * expression
            return
        self._constants[tier] += weight * expression.constant
        costs = self._costs[tier]
        for name, coefficient in expression.terms.items():
            costs[name] = costs.get(name, 0) + weight * coefficient

    def cost(self, tier: Tier) -> Linear:
        """The whole cost of a tier; without terms if nothing in it varies."""
        return Linear(self._costs[tier], self._constants[tier])
