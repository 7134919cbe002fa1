"""What may be read from a solution."""

from __future__ import annotations

from rosterctl.solver.linear import Linear
from rosterctl.solver.outcome import Solved


def test_an_expression_has_the_value_of_its_terms_and_its_constant() -> None:
    """2 * 3 - 1 * 4 + 10, with the first number 3 and the second 4."""
    solved = Solved([3, 4], ())
    assert solved.value(Linear({0: 2, 1: -1}, 10)) == 12
    assert solved.value(Linear({}, 10)) == 10


def test_a_plain_number_is_its_own_value() -> None:
    assert Solved([], ()).value(7) == 7
