"""A bound is rounded up to what the cost can be: sums of minutes times heads often share a divisor."""

from __future__ import annotations

import math

import pytest

from rosterctl.solver.highs import rounded_up
from rosterctl.solver.linear import Linear


@pytest.mark.parametrize(
    ("terms", "constant", "bound", "expected"),
    [
        ({0: 60, 1: 90}, 0, 61.0, 90),  # multiples of 30
        ({0: 60, 1: 90}, 0, 60.0, 60),  # what it can be stays
        ({0: 60, 1: 90}, 0, 60.00005, 60),  # an error of floating point is no proof of 90
        ({0: 60, 1: 90}, 0, 60.01, 90),
        ({0: -60}, 600, -121.0, 480),  # 600 less 120 at the most: -120 is the next above -121
        ({0: 7}, 3, 0.5, 10),  # 3, 10, 17 …
        ({0: 1}, 0, -0.3, 0),
    ],
)
def test_the_next_value_that_the_cost_can_take(
    terms: dict[int, int], constant: int, bound: float, expected: int
) -> None:
    assert rounded_up(Linear(terms, constant), bound) == expected


def test_no_bound_stays_none() -> None:
    assert rounded_up(Linear({0: 1}), -math.inf) is None
