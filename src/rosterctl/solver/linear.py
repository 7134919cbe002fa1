"""Linear expressions over the integers of a model, as light as they can be in Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import gcd
from typing import Any

Expression = Any
"""A `Linear` or a plain int."""


@dataclass(frozen=True, slots=True)
class Condition:
    """`lower <= sum of coefficient times variable <= upper`; None means unbounded."""

    terms: dict[int, int]
    lower: int | None
    upper: int | None


class Linear:
    """A sum of coefficient times variable number, and a constant."""

    __slots__ = ("constant", "terms")

    def __init__(self, terms: dict[int, int], constant: int = 0) -> None:
        self.terms = terms
        self.constant = constant

    def __add__(self, other: Expression) -> Linear:
        return _plus(self, other, 1)

    __radd__ = __add__

    def __sub__(self, other: Expression) -> Linear:
        return _plus(self, other, -1)

    def __rsub__(self, other: int) -> Linear:
        return _plus(self * -1, other, 1)

    def __mul__(self, factor: int) -> Linear:
        return Linear({name: factor * c for name, c in self.terms.items()}, factor * self.constant)

    __rmul__ = __mul__

    def __le__(self, other: Expression) -> Condition:
        gap = self - other
        return Condition(gap.terms, None, -gap.constant)

    def __ge__(self, other: Expression) -> Condition:
        gap = self - other
        return Condition(gap.terms, -gap.constant, None)

    def equals(self, other: Expression) -> Condition:
        """A method and not `==`, which would break looking expressions up."""
        gap = self - other
        return Condition(gap.terms, -gap.constant, -gap.constant)


def _plus(one: Linear, other: Expression, sign: int) -> Linear:
    if isinstance(other, int):
        return Linear(one.terms, one.constant + sign * other)
    terms = dict(one.terms)
    for name, coefficient in other.terms.items():
        terms[name] = terms.get(name, 0) + sign * coefficient
    return Linear(terms, one.constant + sign * other.constant)


def weighted_sum(pairs: Iterable[tuple[Expression, int]]) -> Expression:
    """The sum of weight times expression; a plain int when nothing in it varies."""
    terms: dict[int, int] = {}
    constant = 0
    for expression, weight in pairs:
        if isinstance(expression, int):
            constant += weight * expression
        else:
            constant += weight * expression.constant
            for name, coefficient in expression.terms.items():
                terms[name] = terms.get(name, 0) + weight * coefficient
    return Linear(terms, constant) if terms else constant


def total(expressions: Iterable[Expression]) -> Expression:
    return weighted_sum((expression, 1) for expression in expressions)


def rounded_sums(terms: Sequence[tuple[Expression, int]], left: Sequence[int]) -> Iterator[Condition | bool]:
    """One or two conditions: the sum of count times coefficient over the terms fits into what is left.

    `left` has what is left for each head; the conditions sum over the heads. Each head's limit is first
    divided and rounded down. Per head the counts are whole numbers, so rounding loses no lawful line (Chvátal
    1973, Gomory 1958); summing afterwards keeps what rounding gained: eight spare hours each are no recall of
    twelve for anybody, however many heads there are.

    The first condition divides by what all coefficients are multiples of, so it says neither more nor less
    per head. Where they differ, a second one divides by the least of them: it counts the choices, however
    long, and cuts off fractions that the first lets pass.
    """
    coefficients = [coefficient for _, coefficient in terms]
    yield _divided(terms, left, gcd(*coefficients))
    if len(set(coefficients)) > 1:
        yield _divided(terms, left, min(coefficients))


def _divided(terms: Sequence[tuple[Expression, int]], left: Sequence[int], divisor: int) -> Condition | bool:
    rounded = [(count, coefficient // divisor) for count, coefficient in terms]
    condition: Condition | bool = weighted_sum(rounded) <= sum(one // divisor for one in left)
    return condition
