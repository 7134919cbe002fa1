"""The page of `audit`: the verdict, what was found rule by rule, and what the roster costs by tier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rosterctl.audit.audit import AuditReport
from rosterctl.cli.pages import wording
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import TierResult
from rosterctl.export.plain_text import clean, columns, table
from rosterctl.rulekit.findings import Finding
from rosterctl.wording import say


def audit_text(bureau: Bureau, roster: Roster, report: AuditReport) -> str:
    """The verdict, findings by rule and one by one, then what the roster costs by tier."""
    horizon = roster.horizon
    head = say(
        wording.ROSTER_JUDGED,
        name=bureau.name,
        first=horizon.first,
        last=horizon.last,
        duties=len(roster.duties),
    )
    return "\n\n".join([clean(head), *_verdict(bureau, report), _tiers(report)])


def _verdict(bureau: Bureau, report: AuditReport) -> Iterator[str]:
    if report.clean:
        yield say(wording.FOUND_CLEAN, rules=len(report.rules))
        return
    counts = Counter(finding.rule for finding in report.findings)
    rows = [(rule, f"{number:,}") for rule, number in counts.items()]
    yield table(rows, columns(say(wording.FINDINGS_COLUMNS)), right=(1,))
    yield "\n".join(clean(_sentence(bureau, finding)) for finding in report.findings)
    if not report.rules:
        yield say(wording.IDS_FIRST)


def _sentence(bureau: Bureau, finding: Finding) -> str:
    """`rest: 2026-12-08 S01 张三 (S01-004) at S01-desk: …`."""
    officer = bureau.officers.get(finding.officer)
    who = say(wording.NAMED_WITH_ID, name=officer.name, id=officer.id) if officer else finding.officer
    post = say(wording.FOUND_AT_POST, post=finding.post) if finding.post else ""
    where = " ".join(part for part in (str(finding.day or ""), finding.unit, who, post) if part)
    if not where:
        return say(wording.FINDING_OF_RULE, rule=finding.rule, message=finding.message)
    return say(wording.FINDING_AND_WHERE, rule=finding.rule, where=where, message=finding.message)


def _tiers(report: AuditReport) -> str:
    claims = {claim.tier: claim for claim in report.claimed}
    rows = []
    for tier, value in report.totals.items():
        claim = claims.get(tier)
        bound = f"{claim.bound:,}" if claim and claim.bound is not None else "-"
        rows.append((tier.title, f"{value:,}", bound, _gap(claim), tier.measure))
    return table(rows, columns(say(wording.CLAIMS_COLUMNS)), right=(1, 2, 3))


def _gap(claim: TierResult | None) -> str:
    return "-" if claim is None or claim.gap is None else f"{claim.gap:.1%}"
