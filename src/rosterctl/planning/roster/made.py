"""A roster with the verdict of the audit, and what it leaves short; why, once somebody will read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rosterctl.audit.audit import AuditReport, audit
from rosterctl.audit.off_rotation import off_rotation
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Fallback, Origin, Roster
from rosterctl.domain.tier import TierResult
from rosterctl.insight.shortages.shortages import shortages_of, unexplained
from rosterctl.planning.roster.swaps import apply
from rosterctl.rulekit.audit.record import Record


@dataclass(frozen=True)
class Made:
    """A roster with the verdict of the audit; only a clean one may be handed out."""

    roster: Roster
    verdict: AuditReport

    @property
    def degraded(self) -> bool:
        """Posts are short of their legal minimum or their plan, or the rotation is not whole."""
        return self.roster.degraded

    def claiming(self, tiers: Sequence[TierResult], fallbacks: Sequence[Fallback]) -> Made:
        """The same duties, of which more is known by now; they need no second audit.

        Bounds are of rosters before duties change hands, so one that is passed by exchanges is left out.
        """
        exchanged = any(duty.origin is Origin.EXCHANGE for duty in self.roster.duties)
        held = _summed(self.verdict, tiers) if exchanged else tuple(tiers)
        known = replace(self.roster, tiers=held, fallbacks=tuple(fallbacks))
        return Made(known, replace(self.verdict, claimed=known.tiers))

    def explained(self, bureau: Bureau) -> Made:
        """With the cause of each shortage, for whoever reads it; on the way to a roster nobody does."""
        return replace(
            self, roster=replace(self.roster, shortages=shortages_of(bureau, self.roster, self.verdict.costs))
        )


def prove(bureau: Bureau, roster: Roster) -> Made:
    """A roster that was just made, with the bureau's exchanges made as far as they are lawful, audited.

    One that claims no tiers, or whose duties changed hands, gets the audit's own sums.
    """
    made = apply(bureau, roster)
    if not roster.tiers or made.duties != roster.duties:
        return prove_changed(bureau, made)
    # The audit's own code says who is off the rotation: to ask it at once whether that is so proves nothing.
    verdict = audit(bureau, replace(made, off_rotation=None))
    made = replace(made, off_rotation=off_rotation(Record(bureau, made)))
    return Made(replace(made, shortages=unexplained(verdict.costs)), verdict)


def prove_changed(bureau: Bureau, roster: Roster) -> Made:
    """A roster as it stands, audited, with the audit's own sums in the place of what it claims.

    Its claims were of the duties before they changed, so of their bounds those stay that are not passed.
    """
    verdict = audit(bureau, replace(roster, tiers=()))
    tiers = _summed(verdict, roster.tiers)
    off = off_rotation(Record(bureau, roster))
    roster, verdict = replace(roster, tiers=tiers, off_rotation=off), replace(verdict, claimed=tiers)
    return Made(replace(roster, shortages=unexplained(verdict.costs)), verdict)


def _summed(verdict: AuditReport, claims: Sequence[TierResult]) -> tuple[TierResult, ...]:
    """The audit's sum in each tier, with the bound that was claimed if the sum is not below it."""
    known = {claim.tier: claim for claim in claims}
    found = []
    for tier, value in sorted(verdict.totals.items()):
        claim = known.get(tier, TierResult(tier, value, None, 0.0))
        holds = claim.bound is not None and claim.bound <= value
        found.append(TierResult(tier, value, claim.bound if holds else None, claim.seconds))
    return tuple(found)
