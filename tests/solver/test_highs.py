"""One search: its rows, its bound, and what it says when there is nothing to find.

A bound is rounded up to what the cost can be: sums of minutes times heads often share a divisor.
"""

from __future__ import annotations

import math

import pytest

from rosterctl.solver.highs import Found, HighsRun, rounded_up
from rosterctl.solver.linear import Condition, Linear
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Stuck

SETTINGS = Settings(seconds=30.0, seed=1)


def one_integer(most: int, *conditions: Condition) -> Model:
    """A model of one integer from 0 to `most`, which is variable 0."""
    model = Model()
    model.integer(most)
    for condition in conditions:
        model.require(condition)
    return model


def least(run: HighsRun, cost: Linear) -> Found:
    found = run.minimise(cost, 30.0, 0.0)
    assert isinstance(found, Found)
    return found


X = Linear({0: 1})


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


def test_the_least_value_is_found_with_its_bound() -> None:
    assert least(HighsRun(one_integer(9, X * 2 >= 5), SETTINGS), X) == Found([3], 3)  # 2.5 is no whole number


def test_without_whole_numbers_the_bound_is_that_of_the_relaxation() -> None:
    run = HighsRun(one_integer(9, X * 4 >= 9), SETTINGS, integers=False)
    assert least(run, X * 4).bound == 12  # 9 rounded up to a multiple of four


@pytest.mark.parametrize(("most", "constant"), [(9, 0), (9, 7)])
def test_the_cost_counts_its_constant(most: int, constant: int) -> None:
    assert least(HighsRun(one_integer(most), SETTINGS), constant - X).bound == constant - most


def test_what_is_held_does_not_rise_again() -> None:
    run = HighsRun(one_integer(9), SETTINGS)
    assert list(least(run, 9 - X).values) == [9]
    run.hold(X + 5, 8)  # with its constant: at most three
    assert list(least(run, 9 - X).values) == [3]


def test_to_hold_what_does_not_vary_asks_nothing() -> None:
    run = HighsRun(one_integer(9), SETTINGS)
    run.hold(Linear({}, 4), 4)
    assert list(least(run, 9 - X).values) == [9]


def test_both_limits_of_a_condition_bind() -> None:
    model = one_integer(9, Condition({0: 1}, 2, 4))
    assert list(least(HighsRun(model, SETTINGS), X).values) == [2]
    assert list(least(HighsRun(model, SETTINGS), 9 - X).values) == [4]


def test_a_contradiction_is_stuck_after_the_second_search_too() -> None:
    run = HighsRun(one_integer(9, X >= 5, X <= 4), SETTINGS)
    assert run.minimise(X, 30.0, 0.0) == Stuck()


def test_a_hint_changes_nothing_about_the_least() -> None:
    run = HighsRun(one_integer(9, X >= 2), SETTINGS)
    assert run.minimise(X, 30.0, 0.0, hint=[9]) == Found([2], 2)
