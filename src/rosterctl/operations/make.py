"""Make a roster and prove it: solve, audit, and name what it leaves short and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rosterctl.audit.audit import AuditReport, audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier
from rosterctl.insight.shortages import shortages_of
from rosterctl.planning.pipeline import Order, Say, solve


@dataclass(frozen=True)
class Made:
    """A roster with the verdict of the audit; only a clean one may be handed out."""

    roster: Roster
    verdict: AuditReport

    @property
    def degraded(self) -> bool:
        """Posts are short of their legal minimum or their plan."""
        return any(shortage.tier < Tier.STRENGTH for shortage in self.roster.shortages)


def make_roster(bureau: Bureau, order: Order, say: Say) -> Made:
    """Raises what `solve` raises."""
    roster = solve(bureau, order, say)
    verdict = audit(bureau, roster)
    return Made(replace(roster, shortages=shortages_of(bureau, roster, verdict.costs)), verdict)
