"""Tasks given to an executor together, each tried twice before it is given up.

The time of a batch is shared out as its tasks begin: each gets its part of what is left then, so what one
does not need the later ones have. A task that is broken off, by the end of the time or of its process, comes
to the last that it told on its way.
"""

from __future__ import annotations

import logging
import pickle
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rosterctl.planning import wording
from rosterctl.planning.params import PARAMS
from rosterctl.planning.workers.executor import Answer, Executor, Job
from rosterctl.planning.workers.jobs import Attempt, OrderedTask, Task
from rosterctl.solver.outcome import Settings
from rosterctl.wording import say

R = TypeVar("R")

LOG = logging.getLogger(__name__)
"""Is told at the level of debugging where bugs struck in other processes."""


@dataclass(frozen=True)
class Lost:
    """There is no result, and why, in a plain sentence; `trace` says where in the program a bug struck.

    Whoever is `late` might have had one with more time.
    """

    why: str
    trace: str = ""
    late: bool = False


def late() -> Lost:
    """Time ran out before there was a result."""
    return Lost(say(wording.TIME_RAN_OUT), late=True)


def _no_news() -> None:
    """Nobody waits for any."""


class Batch(Generic[R]):
    """Submits at once; `results` then waits. Only one batch at a time may use an executor."""

    def __init__(
        self,
        executor: Executor,
        tasks: Sequence[Task[R]],
        settings: Callable[[float], Settings],
        left: Callable[[], float],
        sizes: Sequence[int] = (),
        news: Callable[[], None] = _no_news,
    ) -> None:
        """`settings` of a task by its seconds; `left` are those of all.

        The largest by `sizes` go first, so that none of them is left to run alone at the end. `news` is
        called whenever a task comes to something else than it told before.
        """
        self._executor = executor
        self._tasks = tasks
        self._settings, self._left, self._news = settings, left, news
        self._weights = _weights(sizes or [1] * len(tasks))
        self._end = time.monotonic() + left()
        self._tries = [0] * len(tasks)
        self._places: dict[int, int] = {}
        self._so_far: dict[int, R] = {}
        self._found: dict[int, R | Lost] = {}
        places = range(len(tasks))
        for place in sorted(places, key=lambda place: -sizes[place]) if sizes else places:
            self._submit(place)

    def results(self, done: Callable[[R | Lost], None]) -> list[R | Lost]:
        """By task its result; Lost when two tries failed, or the time was over, before any. Tells `done`."""
        while len(self._found) < len(self._tasks):
            seconds = max(self._left(), 0.0)
            self._end = time.monotonic() + seconds
            answer = self._executor.completed(min(seconds, PARAMS.workers.look_up_seconds))
            if answer is not None and answer.ticket in self._places:
                self._take(answer, done)
            elif answer is None and not seconds:
                self._executor.cancel()
                break
        return [self._known(place, late()) for place in range(len(self._tasks))]

    def _known(self, place: int, otherwise: Lost) -> R | Lost:
        """What a task came to, or told last."""
        found = self._found.get(place, otherwise)
        return self._so_far.get(place, found) if isinstance(found, Lost) else found

    def _heard(self, place: int, found: R | Lost) -> None:
        if not isinstance(found, Lost) and found != self._so_far.get(place):
            self._so_far[place] = found
            self._news()

    def _submit(self, place: int) -> None:
        self._tries[place] += 1
        self._places[self._executor.submit(self._job(place))] = place

    def _job(self, place: int) -> Job:
        def job() -> bytes:
            return pickle.dumps(OrderedTask(self._tasks[place], self._settings(self._share(place))))

        return job

    def _share(self, place: int) -> float:
        """The seconds of a task that begins now: its part of what is left, by its weight among the others."""
        open_ = [self._weights[one] for one in range(len(self._tasks)) if one not in self._found]
        left = max(self._end - time.monotonic(), 0.0)
        side_by_side = min(self._executor.width, len(open_)) or 1
        return min(left, left * side_by_side * self._weights[place] / (sum(open_) or 1.0))

    def _take(self, answer: Answer, done: Callable[[R | Lost], None]) -> None:
        place = self._places[answer.ticket]
        found = self._read(place, answer.attempt)
        if not answer.last:
            if not isinstance(found, Lost):
                self._heard(place, found)
            return
        del self._places[answer.ticket]
        if isinstance(found, Lost):
            if found.trace:
                task = type(self._tasks[place]).__name__
                LOG.debug("%s", say(wording.CAME_TO_NOTHING, task=task, why=found.why, trace=found.trace))
            if self._tries[place] < PARAMS.workers.tries:
                self._submit(place)
                return
            found = self._known(place, found)
        self._heard(place, found)
        self._found[place] = found
        done(found)

    def _read(self, place: int, attempt: Attempt) -> R | Lost:
        if attempt.result is None:
            return Lost(attempt.failure, attempt.trace)
        try:
            result: R = pickle.loads(attempt.result)
        except (pickle.UnpicklingError, EOFError):
            return Lost(say(wording.ANSWER_UNREADABLE))
        if not self._tasks[place].accepts(result):
            return Lost(say(wording.ANSWER_TO_ANOTHER))
        return result


def _weights(sizes: Sequence[int]) -> Sequence[float]:
    """A part of the time is shared out evenly, the rest by size."""
    even, whole = PARAMS.workers.head_start, sum(sizes) or 1
    return [even / len(sizes) + (1 - even) * size / whole for size in sizes]
