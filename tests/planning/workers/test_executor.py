"""Jobs in this process, one after the other."""

from __future__ import annotations

import pickle

import pytest

from rosterctl.planning.workers.executor import Answer, Inline
from rosterctl.planning.workers.jobs import Attempt
from tests.support.worker_tasks import Bug, Sum, job, sums


def test_jobs_are_done_in_the_order_of_their_submission_when_they_are_asked_for() -> None:
    with Inline() as executor:
        executor.prepare(pickle.dumps(40))
        first, second = (executor.submit(job(task)) for task in sums(1, 2))
        found = [executor.completed(1.0), executor.completed(1.0), executor.completed(1.0)]
    sums_there = [Attempt(pickle.dumps(41)), Attempt(pickle.dumps(42))]
    assert found == [Answer(first, sums_there[0]), Answer(second, sums_there[1]), None]


def test_without_time_or_after_a_cancel_nothing_is_begun() -> None:
    with Inline() as executor:
        executor.prepare(pickle.dumps(40))
        executor.submit(job(Bug()))
        assert executor.completed(0.0) is None
        executor.cancel()
        assert executor.completed(1.0) is None


def test_a_bug_strikes_this_process_itself() -> None:
    """So a debugger stops where it struck."""
    with Inline() as executor:
        executor.prepare(pickle.dumps(40))
        executor.submit(job(Bug()))
        with pytest.raises(ZeroDivisionError):
            executor.completed(1.0)


def test_nothing_is_known_any_more_when_it_is_left() -> None:
    with Inline() as executor:
        executor.prepare(pickle.dumps(40))
    executor.submit(job(Sum(1)))
    with pytest.raises(ValueError, match="not enough values"):
        executor.completed(1.0)
