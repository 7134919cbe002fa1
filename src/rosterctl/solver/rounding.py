"""Sums of whole numbers under a limit, written so that a relaxation cannot cheat with fractions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import gcd

from rosterctl.solver.linear import Condition, Expression, weighted_sum


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
