"""Tasks given out together: two tries each, the largest first, and nothing after the time is over."""

from __future__ import annotations

import logging
import pickle
from collections import deque
from dataclasses import dataclass

import pytest

from rosterctl.planning.workers.batch import Batch, Lost, late
from rosterctl.planning.workers.executor import Answer, Inline, Job
from rosterctl.planning.workers.jobs import Attempt
from rosterctl.solver.outcome import Settings
from tests.support.worker_tasks import Seconds, sums

RIGHT, WRONG = Attempt(pickle.dumps(42)), Attempt(pickle.dumps("something else"))
BUG = Attempt(None, "of a bug", "Traceback: in line 7\n")
SILENT = None


@dataclass(frozen=True)
class OnTheWay:
    """Told of the first job that is not done, which goes on."""

    attempt: Attempt


class Scripted:
    """An executor that answers the jobs in the order of their submission with what the test says."""

    width = 1

    def __init__(self, *answers: Attempt | OnTheWay | None) -> None:
        self.answers = deque(answers)
        self.jobs: list[int] = []
        self.seconds: list[float] = []
        self.waiting: deque[int] = deque()
        self.cancelled = False

    def __enter__(self) -> Scripted:
        return self

    def __exit__(self, *_: object) -> None: ...

    def prepare(self, payload: bytes) -> None: ...

    def submit(self, job: Job) -> int:
        ordered = pickle.loads(job())
        self.jobs.append(ordered.task.number)
        self.seconds.append(ordered.settings.seconds)
        self.waiting.append(len(self.jobs))
        return len(self.jobs)

    def completed(self, seconds: float) -> Answer | None:  # noqa: ARG002 (a script knows no time)
        attempt = self.answers.popleft() if self.answers else SILENT
        if isinstance(attempt, OnTheWay):
            return Answer(self.waiting[0], attempt.attempt, last=False)
        return Answer(self.waiting.popleft(), attempt) if attempt else None

    def cancel(self) -> None:
        self.cancelled = True


def results(executor: Scripted, *numbers: int, left: float = 1.0) -> list[object]:
    batch = Batch(executor, sums(*numbers), Settings, lambda: left if executor.answers else 0.0)
    return list(batch.results(lambda _: None))


def test_every_task_has_its_result() -> None:
    assert results(Scripted(RIGHT, RIGHT), 1, 2) == [42, 42]


def test_the_largest_goes_first_and_results_stand_in_the_order_of_the_tasks() -> None:
    executor = Scripted(Attempt(pickle.dumps(2)), Attempt(pickle.dumps(1)))
    batch = Batch(executor, sums(1, 2), Settings, lambda: 1.0, sizes=[10, 20])
    assert (executor.jobs, batch.results(lambda _: None)) == ([2, 1], [1, 2])


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
    assert (results(executor, 1, 2), executor.cancelled) == ([42, late()], True)


def test_who_is_done_is_told() -> None:
    told: list[object] = []
    Batch(Scripted(RIGHT, RIGHT), sums(1, 2), Settings, lambda: 1.0).results(told.append)
    assert told == [42, 42]


FIRST, SECOND = (OnTheWay(Attempt(pickle.dumps(number))) for number in (1, 2))


def test_what_was_told_last_counts_when_time_is_over() -> None:
    executor = Scripted(FIRST, SECOND)
    assert (results(executor, 1, 2), executor.cancelled) == ([2, late()], True)


def test_what_was_told_last_counts_when_two_tries_failed() -> None:
    died = Attempt(None, "its process died")
    assert results(Scripted(FIRST, died, SECOND, died), 1) == [2]
    assert results(Scripted(FIRST, died, died), 1) == [1]


def test_what_is_told_on_the_way_does_not_count_beside_a_result() -> None:
    assert results(Scripted(FIRST, RIGHT), 1) == [42]
    assert results(Scripted(OnTheWay(WRONG), FIRST, OnTheWay(WRONG)), 1) == [1]


def test_only_what_is_new_is_news() -> None:
    """Told twice, it is news once, and the end is none if it comes to the same."""
    heard: list[None] = []
    executor = Scripted(FIRST, FIRST, SECOND, OnTheWay(WRONG), OnTheWay(RIGHT), RIGHT)
    Batch(executor, sums(1), Settings, lambda: 1.0, news=lambda: heard.append(None)).results(lambda _: None)
    assert len(heard) == 3


@pytest.mark.parametrize(
    ("sizes", "seconds"),
    [
        ([1, 1], [30.0, 30.0]),
        # Half is shared out evenly, half by size: 15 + 22.5 and 15 + 7.5.
        ([3, 1], [37.5, 22.5]),
    ],
)
def test_time_is_shared_out_by_size(sizes: list[int], seconds: list[float]) -> None:
    executor = Scripted()
    Batch(executor, sums(1, 2), Settings, lambda: 60.0, sizes)
    assert executor.seconds == pytest.approx(seconds, abs=0.5)


def test_whoever_begins_later_has_what_the_others_left() -> None:
    """Each is done at once, so of the three the second has half of the time and the third all of it."""
    with Inline() as executor:
        executor.prepare(pickle.dumps(40))
        batch = Batch(executor, [Seconds(), Seconds(), Seconds()], Settings, lambda: 60.0)
        assert batch.results(lambda _: None) == [20, 30, 60]


def test_where_a_bug_struck_is_kept_and_told_to_whoever_debugs(caplog: pytest.LogCaptureFixture) -> None:
    """At every try, but never above the level of debugging: the night's mail must not have it."""
    with caplog.at_level(logging.DEBUG, "rosterctl"):
        assert results(Scripted(BUG, BUG), 1) == [Lost("of a bug", "Traceback: in line 7\n")]
    told = "Sum came to nothing because of a bug\nTraceback: in line 7\n"
    assert [(one.levelname, one.getMessage()) for one in caplog.records] == [("DEBUG", told)] * 2
