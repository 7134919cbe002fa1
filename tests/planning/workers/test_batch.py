"""Tasks given out together: two tries each, the largest first, and nothing after the time is over."""

from __future__ import annotations

import logging
import pickle
from collections import deque

import pytest

from rosterctl.planning.params import PARAMS
from rosterctl.planning.workers.batch import LATE, Batch, Lost
from rosterctl.planning.workers.executor import Answer
from rosterctl.planning.workers.jobs import Attempt
from tests.support.worker_tasks import sums

RIGHT, WRONG = Attempt(pickle.dumps(42)), Attempt(pickle.dumps("something else"))
BUG = Attempt(None, "of a bug", "Traceback: in line 7\n")
SILENT = None


class Scripted:
    """An executor that answers the jobs in the order of their submission with what the test says."""

    width = 1

    def __init__(self, *answers: Attempt | None) -> None:
        self.answers = deque(answers)
        self.jobs: list[int] = []
        self.seconds: list[float] = []
        self.waiting: deque[int] = deque()
        self.cancelled = False

    def __enter__(self) -> Scripted:
        return self

    def __exit__(self, *_: object) -> None: ...

    def prepare(self, payload: bytes) -> None: ...

    def submit(self, job: bytes, seconds: float) -> int:
        self.jobs.append(pickle.loads(job).number)
        self.seconds.append(seconds)
        self.waiting.append(len(self.jobs))
        return len(self.jobs)

    def completed(self, seconds: float) -> Answer | None:  # noqa: ARG002 (a script knows no time)
        attempt = self.answers.popleft() if self.answers else SILENT
        return Answer(self.waiting.popleft(), attempt) if attempt else None

    def cancel(self) -> None:
        self.cancelled = True


def results(executor: Scripted, *numbers: int, left: float = 1.0) -> list[object]:
    told: list[object] = []
    found = Batch(executor, sums(*numbers)).results(lambda: left if executor.answers else 0.0, told.append)
    assert [one for one in found if one != Lost(LATE)] == told
    return list(found)


def test_every_task_has_its_result() -> None:
    assert results(Scripted(RIGHT, RIGHT), 1, 2) == [42, 42]


def test_the_largest_goes_first_and_results_stand_in_the_order_of_the_tasks() -> None:
    executor = Scripted(Attempt(pickle.dumps(2)), Attempt(pickle.dumps(1)))
    batch = Batch(executor, sums(1, 2), sizes=[10, 20])
    assert (executor.jobs, batch.results(lambda: 1.0, lambda _: None)) == ([2, 1], [1, 2])


def test_a_task_that_fails_once_is_tried_again() -> None:
    executor = Scripted(Attempt(None, "its process died"), RIGHT)
    assert (results(executor, 1), executor.jobs) == ([42], [1, 1])


def test_a_task_that_fails_twice_is_lost_for_the_last_reason() -> None:
    executor = Scripted(Attempt(None, "it hung"), Attempt(None, "its process died"), RIGHT)
    assert (results(executor, 1), executor.jobs) == ([Lost("its process died")], [1, 1])


@pytest.mark.parametrize(
    ("attempt", "why"),
    [
        (WRONG, "its answer does not belong to the question"),
        (Attempt(b"no pickle"), "its answer cannot be read"),
        (Attempt(b""), "its answer cannot be read"),
    ],
)
def test_an_answer_that_is_none_counts_as_a_failure(attempt: Attempt, why: str) -> None:
    assert results(Scripted(attempt, attempt), 1) == [Lost(why)]


def test_what_is_not_there_when_time_is_over_is_late_and_cancelled() -> None:
    executor = Scripted(RIGHT)
    assert (results(executor, 1, 2), executor.cancelled) == ([42, Lost(LATE)], True)


def test_a_job_may_take_a_little_longer_than_its_own_limit() -> None:
    executor = Scripted(RIGHT)
    results(executor, 1)
    assert executor.seconds == [5.0 * PARAMS.workers.longest + PARAMS.workers.grace]


def test_where_a_bug_struck_is_kept_and_told_to_whoever_debugs(caplog: pytest.LogCaptureFixture) -> None:
    """At every try, but never above the level of debugging: the night's mail must not have it."""
    with caplog.at_level(logging.DEBUG, "rosterctl"):
        assert results(Scripted(BUG, BUG), 1) == [Lost("of a bug", "Traceback: in line 7\n")]
    told = "Sum came to nothing because of a bug\nTraceback: in line 7\n"
    assert [(one.levelname, one.getMessage()) for one in caplog.records] == [("DEBUG", told)] * 2
