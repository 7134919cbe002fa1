"""A run of the planner in this process, on a bureau made by hand: for the stages of the whole bureau."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.budget import Budget
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.request import Progress, Request
from rosterctl.planning.run import Run
from rosterctl.planning.workers import jobs
from rosterctl.planning.workers.batch import Lost
from rosterctl.planning.workers.executor import Answer, Inline
from rosterctl.planning.workers.jobs import Attempt
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY

BROKE = Lost("it broke", "line one")
"""What becomes of a task that fails twice."""


class Failing(Inline):
    """Fails every job whose number is in `broken`; a job is tried twice, under two numbers."""

    def __init__(self, broken: Collection[int]) -> None:
        super().__init__()
        self._broken = broken

    def completed(self, seconds: float) -> Answer | None:
        answer = super().completed(seconds)
        if answer and answer.ticket in self._broken:
            return Answer(answer.ticket, Attempt(None, "it broke", "line one"))
        return answer


@dataclass
class Heard:
    """What a run has told."""

    steps: list[Progress] = field(default_factory=list)

    def __call__(self, step: Progress) -> None:
        self.steps.append(step)

    @property
    def shown(self) -> list[tuple[str, int, int, str]]:
        return [(one.stage, one.done, one.of, one.what) for one in self.steps]


@contextmanager
def run_of(
    bureau: Bureau, days: int = 1, *, seconds: float = 60.0, broken: Collection[int] = ()
) -> Iterator[tuple[Run, Heard]]:
    """From MONDAY on, reproducible; `seconds` are left, and the jobs in `broken` fail."""
    heard, horizon = Heard(), Horizon(MONDAY, days)
    order = Request(horizon, Budget(seconds, time.monotonic()), seed=1, reproducible=True)
    run = Run(Knowledge(bureau, horizon), order, Failing(broken), heard)
    jobs.prepare(run.known.packed())
    try:
        yield run, heard
    finally:
        jobs.forget()
