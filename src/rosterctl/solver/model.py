"""A model under construction: integers, linear conditions, and costs by tier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from ortools.sat.python import cp_model

from rosterctl.domain.tier import Tier

Expression = Any


class Model:
    """Wraps a CP-SAT model. Costs are gathered by tier and minimised later, tier by tier."""

    def __init__(self) -> None:
        self.proto = cp_model.CpModel()
        self.costs: dict[Tier, list[tuple[Expression, int]]] = defaultdict(list)

    def integer(self, most: int, least: int = 0) -> Expression:
        return self.proto.new_int_var(least, most, "")

    def flag(self) -> Expression:
        return self.proto.new_bool_var("")

    def require(self, condition: Expression) -> None:
        """Adds a linear comparison. One that is already decided (between plain numbers) must be true.

        An impossible one makes the model infeasible, which the search then reports.
        """
        if isinstance(condition, bool):
            if not condition:
                self.proto.add_bool_or([])
            return
        self.proto.add(condition)

    def at_least_one(self, flags: Iterable[Expression]) -> None:
        self.proto.add_bool_or(list(flags))

    def penalise(self, tier: Tier, expression: Expression, weight: int) -> None:
        """Adds `weight * expression` to the tier; a plain number is a cost that nothing can avoid."""
        if weight and not (isinstance(expression, int) and expression == 0):
            self.costs[tier].append((expression, weight))

    def cost(self, tier: Tier) -> Expression:
        """The whole cost of a tier as one expression (0 if it has none)."""
        terms = self.costs[tier]
        return weighted_sum([term for term, _ in terms], [weight for _, weight in terms])


def weighted_sum(expressions: list[Expression], weights: list[int]) -> Expression:
    """The sum of weight times expression; a plain int when nothing in it varies."""
    constant = sum(e * w for e, w in zip(expressions, weights, strict=True) if isinstance(e, int))
    varying = [(e, w) for e, w in zip(expressions, weights, strict=True) if not isinstance(e, int)]
    if not varying:
        return constant
    total = cp_model.LinearExpr.weighted_sum([e for e, _ in varying], [w for _, w in varying])
    return total + constant if constant else total


def total(expressions: Iterable[Expression]) -> Expression:
    """The sum of expressions and plain ints."""
    items = list(expressions)
    return weighted_sum(items, [1] * len(items))
