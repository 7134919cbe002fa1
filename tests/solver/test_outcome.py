"""What may be read from a solution."""

from __future__ import annotations

import time

import pytest

from rosterctl.domain.tier import Tier
from rosterctl.solver.linear import Linear
from rosterctl.solver.outcome import Allowance, Settings, Solved, TierOutcome
from rosterctl.solver.params import SOLVER


def test_an_expression_has_the_value_of_its_terms_and_its_constant() -> None:
    """2 * 3 - 1 * 4 + 10, with the first number 3 and the second 4."""
    solved = Solved([3, 4], ())
    assert solved.value(Linear({0: 2, 1: -1}, 10)) == 12
    assert solved.value(Linear({}, 10)) == 10


def test_a_plain_number_is_its_own_value() -> None:
    assert Solved([], ()).value(7) == 7


def test_several_searches_share_what_is_left_of_their_time() -> None:
    """Of 100 seconds 60 are over: half of the rest is 20; no more than the most; none of too little."""
    allowed = Allowance(Settings(100.0, seed=3), began=time.monotonic() - 60)
    assert allowed.part(0.5).seconds == pytest.approx(20.0, abs=1.0)
    assert allowed.part(0.5, most=3.0) == Settings(3.0, seed=3)
    least = SOLVER.least_seconds
    assert allowed.part(1.0, most=least).seconds == least
    assert allowed.part(1.0, most=0.9 * least).seconds == 0.0
    assert Allowance(Settings(1.0), began=time.monotonic() - 2).part(1.0).seconds == 0.0


def test_searches_with_so_many_branches_have_no_limit_of_time() -> None:
    settings = Settings(1.0, nodes=10)
    assert Allowance(settings, began=time.monotonic() - 2).part(0.5) == settings


def test_two_outcomes_that_reach_and_prove_the_same_are_equal_however_long_they_took() -> None:
    assert TierOutcome(Tier.PLAN, 9, 4, 1.0) == TierOutcome(Tier.PLAN, 9, 4, 2.0)
    assert TierOutcome(Tier.PLAN, 9, 4, 1.0) != TierOutcome(Tier.PLAN, 9, 5, 1.0)
