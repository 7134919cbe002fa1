"""The page of `audit`: the verdict, what was found rule by rule, and what the roster costs by tier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rosterctl.audit.audit import AuditReport
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import TierResult
from rosterctl.export.plain_text import clean, table
from rosterctl.rulekit.findings import Finding


def audit_text(bureau: Bureau, roster: Roster, report: AuditReport) -> str:
    """The verdict, findings by rule and one by one, then what the roster costs by tier."""
    horizon = roster.horizon
    head = f"{bureau.name}: {horizon.first} to {horizon.last}, {len(roster.duties):,} duties"
    return "\n\n".join([clean(head), *_verdict(bureau, report), _tiers(report)])


def _verdict(bureau: Bureau, report: AuditReport) -> Iterator[str]:
    if report.clean:
        yield f"clean: {len(report.rules)} rules and the conservation laws hold"
        return
    counts = Counter(finding.rule for finding in report.findings)
    rows = [(rule, f"{number:,}") for rule, number in counts.items()]
    yield table(rows, ("rule", "findings"), right=(1,))
    yield "\n".join(clean(_sentence(bureau, finding)) for finding in report.findings)
    if not report.rules:
        yield "No rule was checked: put the ids right first."


def _sentence(bureau: Bureau, finding: Finding) -> str:
    """`rest: 2026-12-08 S01 张三 (S01-004) at S01-desk: …`."""
    officer = bureau.officers.get(finding.officer)
    who = f"{officer.name} ({officer.id})" if officer else finding.officer
    parts = [str(finding.day or ""), finding.unit, who, f"at {finding.post}" if finding.post else ""]
    where = " ".join(part for part in parts if part)
    return f"{finding.rule}: {where}: {finding.message}" if where else f"{finding.rule}: {finding.message}"


def _tiers(report: AuditReport) -> str:
    claims = {claim.tier: claim for claim in report.claimed}
    rows = []
    for tier, value in report.totals.items():
        claim = claims.get(tier)
        bound = f"{claim.bound:,}" if claim and claim.bound is not None else "-"
        rows.append((tier.title, f"{value:,}", bound, _gap(claim), tier.measure))
    return table(rows, ("tier", "value", "bound", "gap", "measure"), right=(1, 2, 3))


def _gap(claim: TierResult | None) -> str:
    return "-" if claim is None or claim.gap is None else f"{claim.gap:.1%}"
