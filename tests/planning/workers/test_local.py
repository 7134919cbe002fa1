"""Real child processes: what they find, and what is told of one that is struck by a bug, dies or hangs."""

from __future__ import annotations

import os
import pickle
from typing import Any

import pytest

from rosterctl.planning.params import PARAMS
from rosterctl.planning.workers.batch import Batch, Lost
from rosterctl.planning.workers.executor import Answer
from rosterctl.planning.workers.local import LocalProcesses, fair_memory
from rosterctl.solver.outcome import Settings
from tests.support.worker_tasks import LONG, Bug, Dies, Hangs, TellsAndDies, TellsAndHangs, job, sums


@pytest.fixture(scope="module")
def executor():
    with LocalProcesses(2) as executor:
        executor.prepare(pickle.dumps(40))
        yield executor


def results(executor: LocalProcesses, *tasks: Any) -> list[Any]:
    return Batch(executor, tasks, Settings, lambda: LONG).results(lambda _: None)


def test_children_answer_side_by_side(executor: LocalProcesses) -> None:
    assert results(executor, *sums(*range(5))) == [40, 41, 42, 43, 44]


def test_a_bug_in_a_child_comes_back_with_the_place_where_it_struck(executor: LocalProcesses) -> None:
    (lost,) = results(executor, Bug())
    assert lost.why == "of a bug in rosterctl (ZeroDivisionError: nothing divides 40)"
    assert lost.trace.splitlines()[0] == "Traceback (most recent call last):"
    assert "tests/support/worker_tasks.py" in lost.trace
    assert "in _struck" in lost.trace


def test_the_next_job_has_a_child_again(executor: LocalProcesses) -> None:
    assert results(executor, Dies(), *sums(2)) == [Lost("its process died of SIGKILL"), 42]


def test_what_a_job_told_before_it_died_is_its_result(executor: LocalProcesses) -> None:
    assert results(executor, TellsAndDies()) == [2]


class Heard(LocalProcesses):
    """Knows how many answers there were."""

    answers = 0

    def completed(self, seconds: float) -> Answer | None:
        answer = super().completed(seconds)
        self.answers += answer is not None
        return answer


def test_what_a_job_told_counts_when_time_is_over() -> None:
    """The time is over once it has told."""
    with Heard(1) as executor:
        executor.prepare(pickle.dumps(40))
        batch = Batch(executor, [TellsAndHangs()], Settings, lambda: 0.0 if executor.answers else LONG)
        assert batch.results(lambda _: None) == [1]


def test_a_cancelled_job_has_no_answer(executor: LocalProcesses) -> None:
    executor.submit(job(Hangs()))
    executor.cancel()
    assert executor.completed(0.5) is None


def test_each_child_has_an_equal_part_of_the_memory_and_the_parent_one_too() -> None:
    whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    assert fair_memory(1) == max(whole // 2, PARAMS.workers.least_memory)
    assert fair_memory(10_000) == PARAMS.workers.least_memory
