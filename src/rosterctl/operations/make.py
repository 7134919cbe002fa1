"""Make a roster and prove it: solve, audit, and name what it leaves short and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rosterctl.audit.audit import AuditReport, audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.insight.shortages import shortages_of
from rosterctl.planning.budget import Cut
from rosterctl.planning.executor import Executor
from rosterctl.planning.order import Order
from rosterctl.planning.pipeline import rosters
from rosterctl.planning.steps import Hear, Step, nobody

TAIL = 2.5
"""Adding up, auditing and writing the last roster take so many times as long as auditing the first."""


@dataclass(frozen=True)
class Made:
    """A roster with the verdict of the audit; only a clean one may be handed out."""

    roster: Roster
    verdict: AuditReport

    @property
    def degraded(self) -> bool:
        """Posts are short of their legal minimum or their plan, or a unit has only its plain rotation."""
        short = any(shortage.tier < Tier.STRENGTH for shortage in self.roster.shortages)
        return short or bool(self.roster.fallbacks)


class Stopped(Exception):
    """A signal ended the run; `draft` is the best roster so far that the audit found clean, if any."""

    def __init__(self, draft: Made | None) -> None:
        super().__init__("stopped")
        self.draft = draft


def make_roster(bureau: Bureau, order: Order, executor: Executor, hear: Hear = nobody) -> Made:
    """Stopped when the budget is told to stop before the end; else raises what `rosters` raises."""
    made: Made | None = None
    try:
        for roster in rosters(bureau, order, executor, hear):
            made = _proved(bureau, roster, order, hear)
            order.budget.left()
    except Cut:
        raise Stopped(made if made is not None and made.verdict.clean else None) from None
    assert made is not None, "there is a first roster or an exception"
    return made


def _proved(bureau: Bureau, roster: Roster, order: Order, hear: Hear) -> Made:
    """The roster audited; measures how long that takes, so that the last one is ready in time."""
    budget = order.budget
    began = budget.spent()
    hear(Step("audit", 0, 1, "rosters", began, budget.seconds - began))
    verdict = audit(bureau, roster)
    if not roster.tiers:
        tiers = (TierResult(tier, value, None, 0.0) for tier, value in sorted(verdict.totals.items()))
        roster = replace(roster, tiers=tuple(tiers))
    made = Made(replace(roster, shortages=shortages_of(bureau, roster, verdict.costs)), verdict)
    budget.kept_back = max(budget.kept_back, TAIL * (budget.spent() - began))
    hear(Step("audit", 1, 1, "rosters", budget.spent(), budget.seconds - budget.spent()))
    return made
