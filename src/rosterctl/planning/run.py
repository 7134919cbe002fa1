"""One run of the planner: what every stage reads, how it hands out work, and how it tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from rosterctl.domain.tier import TierResult
from rosterctl.planning.budget import Left
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.request import Hear, Progress, Request
from rosterctl.planning.tasks import UnitTask
from rosterctl.planning.workers.batch import Batch, Lost
from rosterctl.planning.workers.executor import Executor

R = TypeVar("R")


@dataclass(frozen=True)
class Run:
    """What is known, what is asked, where searches run, and who hears how far they are."""

    known: Knowledge
    order: Request
    executor: Executor
    hear: Hear

    def tell(self, stage: str, done: int, of: int, what: str, tiers: Sequence[TierResult] = ()) -> None:
        """`done` of `of` parts of a stage; `what` the parts are; what they come to so far by tier."""
        budget = self.order.budget
        spent = budget.spent()
        self.hear(Progress(stage, done, of, what, spent, budget.seconds - spent, tuple(tiers)))

    def by_unit(self, stage: str, tasks: Sequence[UnitTask[R]], left: Left) -> dict[str, R | Lost]:
        """Runs the tasks of a stage; by unit the result, or why there is none. Tells after each task."""
        count = 0
        sizes = [self.known.heads[task.unit] for task in tasks]

        def done(_: object) -> None:
            nonlocal count
            count += 1
            self.tell(stage, count, len(tasks), "units")

        order = self.order
        batch = Batch(self.executor, tasks, order.settings, left, sizes, order.budget.news)
        results = batch.results(done)
        return dict(zip((task.unit for task in tasks), results, strict=True))
