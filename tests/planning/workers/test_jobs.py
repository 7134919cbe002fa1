"""A job is a pickled task; what it comes to is bytes again, or a sentence why there are none."""

from __future__ import annotations

import pickle

import pytest

from rosterctl.planning.workers import jobs
from rosterctl.planning.workers.jobs import Attempt, attempt_job, prepare, run_job
from tests.support.worker_tasks import Bug, Greedy, Sum, TellsTwice, pickled


@pytest.fixture(autouse=True)
def known():
    prepare(pickle.dumps(40))
    yield
    jobs.forget()


def test_a_task_is_run_with_what_is_known() -> None:
    assert pickle.loads(run_job(pickled(Sum(2)))) == 42


def test_who_is_told_anew_forgets_what_was_known() -> None:
    prepare(pickle.dumps(1))
    assert pickle.loads(run_job(pickled(Sum(2)))) == 3


def test_what_is_found_on_the_way_is_told() -> None:
    told: list[bytes] = []
    assert pickle.loads(run_job(pickled(TellsTwice()), told.append)) == 3
    assert [pickle.loads(one) for one in told] == [1, 2]


def test_an_attempt_that_succeeds_has_a_result_alone() -> None:
    assert attempt_job(pickled(Sum(2))) == Attempt(pickle.dumps(42))


def test_a_bug_is_told_in_a_sentence_and_with_the_place_where_it_struck() -> None:
    attempt = attempt_job(pickled(Bug()))
    assert (attempt.result, attempt.failure) == (
        None,
        "of a bug in rosterctl (ZeroDivisionError: nothing divides 40)",
    )
    assert attempt.trace.startswith("Traceback (most recent call last):\n")
    assert "in _struck" in attempt.trace
    assert attempt.trace.endswith("ZeroDivisionError: nothing divides 40\n")


def test_want_of_memory_is_no_bug() -> None:
    assert attempt_job(pickled(Greedy())) == Attempt(None, "it ran out of memory")
