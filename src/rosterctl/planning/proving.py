"""A roster with the verdict of the audit, and what it leaves short and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rosterctl.audit.audit import AuditReport, audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Fallback, Roster
from rosterctl.domain.tier import TierResult
from rosterctl.insight.shortages import shortages_of


@dataclass(frozen=True)
class Made:
    """A roster with the verdict of the audit; only a clean one may be handed out."""

    roster: Roster
    verdict: AuditReport

    @property
    def degraded(self) -> bool:
        """Posts are short of their legal minimum or their plan, or a unit has only its plain rotation."""
        return self.roster.degraded

    def claiming(self, tiers: Sequence[TierResult], fallbacks: Sequence[Fallback]) -> Made:
        """The same duties, of which more is known by now; they need no second audit."""
        known = replace(self.roster, tiers=tuple(tiers), fallbacks=tuple(fallbacks))
        return Made(known, replace(self.verdict, claimed=known.tiers))


def prove(bureau: Bureau, roster: Roster) -> Made:
    """The roster audited. One that claims no tiers gets the audit's own sums, without bounds."""
    verdict = audit(bureau, roster)
    if not roster.tiers:
        tiers = tuple(TierResult(tier, value, None, 0.0) for tier, value in sorted(verdict.totals.items()))
        roster, verdict = replace(roster, tiers=tiers), replace(verdict, claimed=tiers)
    return Made(replace(roster, shortages=shortages_of(bureau, roster, verdict.costs)), verdict)
