"""Tasks given to an executor together, each tried twice before it is given up."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rosterctl.planning.params import PARAMS
from rosterctl.planning.workers.executor import Answer, Executor
from rosterctl.planning.workers.jobs import Task

R = TypeVar("R")

LATE = "time ran out"


@dataclass(frozen=True)
class Lost:
    """There is no result, and why."""

    why: str


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
        result, why = self._read(place, answer)
        if result is None and self._tries[place] < PARAMS.workers.tries:
            self._submit(place)
            return
        self._found[place] = Lost(why) if result is None else result
        done(self._found[place])

    def _read(self, place: int, answer: Answer) -> tuple[R | None, str]:
        if answer.result is None:
            return None, answer.failure
        try:
            result: R = pickle.loads(answer.result)
        except (pickle.UnpicklingError, EOFError):
            return None, "its answer cannot be read"
        if not self._tasks[place].accepts(result):
            return None, "its answer does not belong to the question"
        return result, ""
