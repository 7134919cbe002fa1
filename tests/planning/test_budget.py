"""Sharing out the time of a run."""

from __future__ import annotations

import time

import pytest

from rosterctl.planning.budget import Budget, Cut, Pace, processor_seconds
from rosterctl.planning.params import PARAMS

HOUR = 3600.0
"""Long against what the test itself takes, so that the figures are exact to the second."""


def test_what_is_kept_back_is_not_left() -> None:
    budget = Budget(HOUR, kept_back=600.0)
    assert round(budget.left()) == 3000


def test_what_is_kept_back_is_at_most_a_part_of_what_is_left() -> None:
    late = Budget(HOUR, started=time.monotonic() - 1600)  # 2,000 seconds are left
    late.keep_back(100.0)
    assert round(late.left()) == 1900
    late.keep_back(4 * 1600.0)  # four times what came before: more than there is
    assert round(late.left()) == 2000 * (1 - PARAMS.time.most_kept)


def test_told_to_stop_what_was_found_can_still_be_handed_out() -> None:
    """Keeping time back comes between the first roster and its being handed out."""
    budget = Budget(HOUR)
    budget.told_to_stop = True
    budget.keep_back(100.0)
    assert budget.kept_back == 100.0


def test_time_that_has_passed_is_spent() -> None:
    budget = Budget(HOUR, started=time.monotonic() - 1000)
    assert (round(budget.spent()), round(budget.left())) == (1000, 2600)


def test_a_part_ends_after_that_part_of_what_was_left() -> None:
    budget = Budget(HOUR, started=time.monotonic() - 1600)
    pace = Pace(budget)  # 2,000 seconds are left
    assert [round(pace.until(part)()) for part in (0.0, 0.5, 1.0)] == [0, 1000, 2000]


def test_more_kept_back_shortens_the_parts() -> None:
    budget = Budget(HOUR)
    half = Pace(budget).until(0.5)
    budget.kept_back = 600.0
    assert round(half()) == 1500


def test_told_to_stop_there_is_nothing_left_to_ask_for() -> None:
    budget = Budget(HOUR)
    half = Pace(budget).until(0.5)
    budget.told_to_stop = True
    with pytest.raises(Cut):
        budget.left()
    with pytest.raises(Cut):
        half()


def test_told_to_finish_there_is_no_time_for_what_is_only_better() -> None:
    budget = Budget(HOUR)
    paces = Pace(budget, betters=True).until(1.0), Pace(budget).until(1.0)
    assert [round(left()) for left in paces] == [3600, 3600]
    budget.told_to_finish = True
    assert [round(left()) for left in paces] == [0, 3600]
    assert round(budget.left()) == 3600


def test_a_run_that_waits_is_crowded() -> None:
    """It began 20 seconds ago, and has taken 10 of processor time."""
    budget = Budget(HOUR, time.monotonic() - 20, worked_before=processor_seconds() - 10)
    assert budget.worked() == pytest.approx(10, abs=1)
    assert budget.crowd() == pytest.approx(2, abs=0.3)


def test_a_run_that_works_all_the_time_is_not_crowded() -> None:
    """It cannot have less than the machine to itself, whatever its children have taken."""
    budget = Budget(HOUR, time.monotonic() - 20, worked_before=processor_seconds() - 30)
    assert budget.crowd() == 1.0


@pytest.mark.parametrize(("silent", "stalls"), [(19.0, False), (21.0, True)])
def test_a_run_stalls_only_once_news_is_expected(silent: float, stalls: bool) -> None:
    budget = Budget(HOUR, stall=20.0)
    betters = Pace(budget, betters=True).until(1.0)
    budget.started -= 100
    budget.news()
    budget.started -= 100
    assert not budget.finishing, "not every unit has been searched for yet"
    budget.expect_news()
    budget.started -= silent
    assert budget.finishing is stalls
    assert (betters() == 0.0) is stalls
    budget.news()
    assert not budget.finishing


def test_a_run_does_not_stall_unless_it_is_asked_to() -> None:
    budget = Budget(HOUR)
    budget.expect_news()
    budget.started -= HOUR
    assert not budget.finishing
