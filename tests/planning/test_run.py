"""One run of the planner: handing out the tasks of a stage, and telling how far it is."""

from __future__ import annotations

import time
from dataclasses import dataclass

from rosterctl.domain.tier import Tier, TierResult
from rosterctl.planning.budget import Budget
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.request import Progress, Request
from rosterctl.planning.run import Run
from rosterctl.planning.workers.batch import late
from rosterctl.planning.workers.executor import Inline
from rosterctl.planning.workers.jobs import Tell
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, small_bureau
from tests.support.worker_tasks import AnyTask

HOUR = 3600.0


@dataclass(frozen=True)
class UnitName(AnyTask):
    """Answers with the unit and the bureau's id."""

    unit: str = ""

    def run(self, known: Knowledge, settings: Settings, tell: Tell) -> str:  # noqa: ARG002
        return f"{self.unit} of {known.bureau.id}"


def running(told: list[Progress], executor: Inline, spent: float = 0.0) -> Run:
    known = Knowledge(small_bureau(), Horizon(MONDAY, 1))
    executor.prepare(known.packed())
    return Run(known, Request(known.horizon, Budget(HOUR, time.monotonic() - spent)), executor, told.append)


def test_results_are_found_by_unit_and_each_is_told_of() -> None:
    told: list[Progress] = []
    with Inline() as executor:
        tasks = [UnitName(unit=name) for name in ("U2", "U1")]
        found = running(told, executor).by_unit("posts", tasks, lambda: 1.0)
    assert list(found.items()) == [("U2", "U2 of small"), ("U1", "U1 of small")]
    assert [(one.stage, one.done, one.of, one.what) for one in told] == [
        ("posts", 1, 2, "units"),
        ("posts", 2, 2, "units"),
    ]


def test_a_unit_for_which_there_is_no_time_is_lost() -> None:
    with Inline() as executor:
        found = running([], executor).by_unit("posts", [UnitName(unit="U1")], lambda: 0.0)
    assert found == {"U1": late()}


def test_what_is_told_has_the_time_and_what_the_parts_come_to() -> None:
    told: list[Progress] = []
    tier = TierResult(Tier.LEGAL, 60, 60, 0.5)
    with Inline() as executor:
        running(told, executor, spent=1000.0).tell("strength", 1, 3, "blocks", [tier])
    (one,) = told
    assert (round(one.seconds), round(one.left), one.tiers) == (1000, 2600, (tier,))
