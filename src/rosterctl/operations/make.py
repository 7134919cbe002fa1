"""Make a roster: plan, audit, and keep the best there is if the run is told to stop."""

from __future__ import annotations

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.budget import Cut
from rosterctl.planning.make import rosters
from rosterctl.planning.request import Hear, Request, nobody
from rosterctl.planning.roster.made import Made
from rosterctl.planning.workers.executor import Executor


class Stopped(Exception):
    """A signal ended the run; `draft` is the best roster so far that the audit found clean, if any."""

    def __init__(self, draft: Made | None) -> None:
        super().__init__("stopped")
        self.draft = draft


def make_roster(bureau: Bureau, order: Request, executor: Executor, hear: Hear = nobody) -> Made:
    """Stopped when the budget is told to stop before the end; else raises what `rosters` raises."""
    best: Made | None = None
    try:
        for made in rosters(bureau, order, executor, hear):
            best = made
            order.budget.left()
    except Cut:
        raise Stopped(best if best is not None and best.verdict.clean else None) from None
    assert best is not None, "there is a first roster or an exception"
    return best
