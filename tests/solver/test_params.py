"""How a tuning number is written down: value, range and unit in the code, meaning and reason below it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from rosterctl.solver.params import SOLVER, Range, TuningNumbers, number


@dataclass(frozen=True)
class Speed(TuningNumbers):
    knots: int = number(5, 1, 10, "knots")


def test_both_ends_of_the_range_are_allowed() -> None:
    assert [Speed(knots).knots for knots in (1, 10)] == [1, 10]


@pytest.mark.parametrize("knots", [0, 11])
def test_a_number_outside_its_range_is_refused_with_the_range(knots: int) -> None:
    with pytest.raises(ValueError, match=rf"^Speed.knots is {knots}; allowed is 1 to 10 knots$"):
        Speed(knots)


def test_a_changed_copy_is_checked_too() -> None:
    with pytest.raises(ValueError, match=r"^SolverParams.ease is 1;"):
        replace(SOLVER, ease=1.0)  # the next whole value would be allowed


def test_the_range_of_each_number_is_known_by_its_name() -> None:
    assert Speed.ranges() == {"knots": Range(1, 10, "knots")}
