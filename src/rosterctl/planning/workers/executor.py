"""Where sub-problems run: one small seam, so that the same jobs run here, in child processes or on a cluster.

A job is bytes and so is its result (`jobs`). It is asked for when its turn has come, so that its limits are
those of the time that is left then. What every job needs to know of the bureau is handed over once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from rosterctl.planning.workers import jobs
from rosterctl.planning.workers.jobs import Attempt

Job = Callable[[], bytes]
"""Gives a pickled `jobs.OrderedTask`, in whatever thread asks."""


@dataclass(frozen=True)
class Answer:
    """What came of the job with this ticket; not the `last` while it goes on."""

    ticket: int
    attempt: Attempt
    last: bool = True


class Executor(AbstractContextManager["Executor"], Protocol):
    """Runs jobs. Leaving the context ends whatever still runs."""

    @property
    def width(self) -> int:
        """How many jobs run side by side."""

    def prepare(self, payload: bytes) -> None:
        """What every job is to know; before the first job."""

    def submit(self, job: Job) -> int:
        """The ticket of a job. One that hangs is ended; how long others take is their own affair."""

    def completed(self, seconds: float) -> Answer | None:
        """The next answer, whichever job it is of; None if none comes within `seconds`."""

    def cancel(self) -> None:
        """Ends every job that is not completed; no answers of these come any more."""


class Inline:
    """Runs jobs one after the other in this process, which shares their fate."""

    width = 1

    def __init__(self) -> None:
        self._waiting: deque[tuple[int, Job]] = deque()
        self._tickets = 0

    def __enter__(self) -> Inline:
        return self

    def __exit__(self, *_: object) -> None:
        jobs.forget()

    def prepare(self, payload: bytes) -> None:
        jobs.prepare(payload)

    def submit(self, job: Job) -> int:
        self._tickets += 1
        self._waiting.append((self._tickets, job))
        return self._tickets

    def completed(self, seconds: float) -> Answer | None:
        if not self._waiting or seconds <= 0:
            return None
        ticket, job = self._waiting.popleft()
        return Answer(ticket, Attempt(jobs.run_job(job())))

    def cancel(self) -> None:
        self._waiting.clear()
