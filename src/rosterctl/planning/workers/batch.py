"""Tasks given to an executor together, each tried twice before it is given up."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rosterctl.planning import wording
from rosterctl.planning.params import PARAMS
from rosterctl.planning.workers.executor import Answer, Executor
from rosterctl.planning.workers.jobs import Attempt, Task
from rosterctl.wording import say

R = TypeVar("R")

LATE = "time ran out"
LOG = logging.getLogger(__name__)
"""Is told at the level of debugging where bugs struck in other processes."""


@dataclass(frozen=True)
class Lost:
    """There is no result, and why, in a plain sentence; `trace` says where in the program a bug struck."""

    why: str
    trace: str = ""


class Batch(Generic[R]):
    """Submits at once; `results` then waits. Only one batch at a time may use an executor."""

    def __init__(self, executor: Executor, tasks: Sequence[Task[R]], sizes: Sequence[int] = ()) -> None:
        """The largest by `sizes` go first, so that none of them is left to run alone at the end."""
        self._executor = executor
        self._tasks = tasks
        self._tries = [0] * len(tasks)
        self._places: dict[int, int] = {}
        self._found: dict[int, R | Lost] = {}
        places = range(len(tasks))
        for place in sorted(places, key=lambda place: -sizes[place]) if sizes else places:
            self._submit(place)

    def results(self, left: Callable[[], float], done: Callable[[R | Lost], None]) -> list[R | Lost]:
        """By task its result; Lost when two tries failed or `left` seconds reached 0 before. Tells `done`."""
        while len(self._found) < len(self._tasks):
            seconds = max(left(), 0.0)
            answer = self._executor.completed(min(seconds, PARAMS.workers.look_up_seconds))
            if answer is not None and answer.ticket in self._places:
                self._take(answer, done)
            elif answer is None and not seconds:
                self._executor.cancel()
                break
        return [self._found.get(place, Lost(LATE)) for place in range(len(self._tasks))]

    def _submit(self, place: int) -> None:
        task = self._tasks[place]
        self._tries[place] += 1
        longest = task.settings.seconds * PARAMS.workers.longest + PARAMS.workers.grace
        self._places[self._executor.submit(pickle.dumps(task), longest)] = place

    def _take(self, answer: Answer, done: Callable[[R | Lost], None]) -> None:
        place = self._places.pop(answer.ticket)
        found = self._read(place, answer.attempt)
        if isinstance(found, Lost):
            if found.trace:
                task = type(self._tasks[place]).__name__
                LOG.debug("%s", say(wording.CAME_TO_NOTHING, task=task, why=found.why, trace=found.trace))
            if self._tries[place] < PARAMS.workers.tries:
                self._submit(place)
                return
        self._found[place] = found
        done(found)

    def _read(self, place: int, attempt: Attempt) -> R | Lost:
        if attempt.result is None:
            return Lost(attempt.failure, attempt.trace)
        try:
            result: R = pickle.loads(attempt.result)
        except (pickle.UnpicklingError, EOFError):
            return Lost(wording.ANSWER_UNREADABLE)
        if not self._tasks[place].accepts(result):
            return Lost(wording.ANSWER_TO_ANOTHER)
        return result
