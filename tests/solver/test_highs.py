"""One search at a time: values, a bound rounded up to what can be, and costs that are held."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from rosterctl.solver.highs import Found, HighsRun, rounded_up
from rosterctl.solver.linear import Linear
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Stuck

SECONDS = 20.0


def model_of(build: Callable[[Model], None]) -> Model:
    model = Model()
    build(model)
    return model


def two_numbers(model: Model) -> None:
    """Up to 5 each, together at least 4."""
    first, second = model.integer(5), model.integer(5)
    model.require(first + second >= 4)


FIRST, SECOND = Linear({0: 1}), Linear({1: 1})


def test_the_least_value_is_found_and_proved() -> None:
    run = HighsRun(model_of(two_numbers), Settings(SECONDS))
    found = run.minimise(3 * FIRST + 2 * SECOND + 7, SECONDS, 0.0)
    assert found == Found([0, 4], 15)


def test_a_cost_that_is_held_does_not_rise_again() -> None:
    run = HighsRun(model_of(two_numbers), Settings(SECONDS))
    run.hold(SECOND, 1)
    assert run.minimise(FIRST, SECONDS, 0.0) == Found([3, 1], 3)


def test_a_held_cost_keeps_its_constant() -> None:
    run = HighsRun(model_of(two_numbers), Settings(SECONDS))
    run.hold(SECOND + 10, 11)
    assert run.minimise(FIRST, SECONDS, 0.0) == Found([3, 1], 3)


def contradiction(model: Model) -> None:
    one = model.integer(1)
    model.require(one >= 2)


def test_what_cannot_be_is_stuck() -> None:
    run = HighsRun(model_of(contradiction), Settings(SECONDS))
    assert run.minimise(FIRST, SECONDS, 0.0) == Stuck()


def halves(model: Model) -> None:
    """2 * first is 3 at least."""
    model.require(2 * model.integer(5) >= 3)


def test_whole_numbers_are_whole_and_the_relaxation_is_rounded_up() -> None:
    """Without whole numbers one and a half would do: a bound of 1.5, so no whole number below 2."""
    whole = HighsRun(model_of(halves), Settings(SECONDS)).minimise(FIRST, SECONDS, 0.0)
    relaxed = HighsRun(model_of(halves), Settings(SECONDS), integers=False).minimise(FIRST, SECONDS, 0.0)
    assert whole == Found([2], 2)
    assert isinstance(relaxed, Found)
    assert relaxed.bound == 2
    assert rounded_up(10 * FIRST, 15.0) == 20  # the cost grows by tens


def test_nothing_is_written_to_our_stdout(capfd: pytest.CaptureFixture[str]) -> None:
    """HiGHS prints lines of its own, whatever it is told; afterwards stdout is open again."""
    HighsRun(model_of(two_numbers), Settings(SECONDS)).minimise(FIRST, SECONDS, 0.0)
    os.write(1, b"data\n")
    assert capfd.readouterr().out == "data\n"
