"""What is read from a solution: the value of an expression or of a plain number."""

from __future__ import annotations

import pytest

from rosterctl.solver.linear import Expression, Linear
from rosterctl.solver.outcome import Solved

X, Y = Linear({0: 1}), Linear({1: 1})


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (X, 3),
        (Y, 5),
        (2 * X - Y + 10, 11),
        (X * 0, 0),
        (Linear({}, 7), 7),
        (7, 7),  # what does not vary is a plain number
    ],
)
def test_an_expression_has_the_value_of_its_variables_and_its_constant(
    expression: Expression, value: int
) -> None:
    assert Solved([3, 5], ()).value(expression) == value
