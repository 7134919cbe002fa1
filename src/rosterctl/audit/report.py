"""An audit's verdict as text for a planner and as JSON for a program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tabulate import tabulate

from rosterctl.audit.audit import AuditReport
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.rulekit.findings import Cost, Finding


def report_text(bureau: Bureau, roster: Roster, report: AuditReport) -> str:
    """The verdict, findings by rule and one by one, then what the roster costs by tier.

    Names come as they stand in the bureau's files; whoever prints takes out what may not reach a screen.
    """
    horizon = roster.horizon
    head = f"{bureau.name}: {horizon.first} to {horizon.last}, {len(roster.duties):,} duties"
    return "\n\n".join([head, *_verdict(bureau, report), _tiers(report)])


def report_json(roster: Roster, report: AuditReport) -> str:
    """Everything the audit found; `value` is what the audit counted, `claimed` what the roster says."""
    return json.dumps(
        {
            "bureau": roster.bureau,
            "fingerprint": roster.fingerprint,
            "first": roster.horizon.first.isoformat(),
            "days": roster.horizon.days,
            "clean": report.clean,
            "rules": list(report.rules),
            "findings": [_finding_fields(finding) for finding in report.findings],
            "tiers": [_tier_fields(tier, report) for tier in Tier],
            "costs": [_cost_fields(cost) for cost in report.costs],
        },
        ensure_ascii=False,
        indent=1,
    )


def _verdict(bureau: Bureau, report: AuditReport) -> Iterator[str]:
    if report.clean:
        yield f"clean: {len(report.rules)} rules and the conservation laws hold"
        return
    counts = Counter(finding.rule for finding in report.findings)
    yield _table([(rule, f"{number:,}") for rule, number in counts.items()], ["rule", "findings"], (1,))
    yield "\n".join(_sentence(bureau, finding) for finding in report.findings)
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
    return _table(rows, ["tier", "value", "bound", "gap", "measure"], (1, 2, 3))


def _gap(claim: TierResult | None) -> str:
    return "-" if claim is None or claim.gap is None else f"{claim.gap:.1%}"


def _table(rows: Sequence[Sequence[str]], headers: list[str], right: tuple[int, ...]) -> str:
    aligned = ["right" if column in right else "left" for column in range(len(headers))]
    return tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True, colalign=aligned)


def _finding_fields(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "message": finding.message,
        "unit": finding.unit,
        "officer": finding.officer,
        "post": finding.post,
        "day": finding.day.isoformat() if finding.day else None,
        "excess": finding.excess,
    }


def _cost_fields(cost: Cost) -> dict[str, Any]:
    return {
        "rule": cost.rule,
        "tier": int(cost.tier),
        "amount": cost.amount,
        "what": cost.what,
        "unit": cost.unit,
        "day": cost.day.isoformat() if cost.day else None,
        "start": cost.start,
        "end": cost.end,
        "heads": cost.heads,
    }


def _tier_fields(tier: Tier, report: AuditReport) -> dict[str, Any]:
    claim = next((claim for claim in report.claimed if claim.tier is tier), None)
    return {
        "tier": int(tier),
        "title": tier.title,
        "measure": tier.measure,
        "value": report.totals[tier],
        "claimed": claim.value if claim else None,
        "bound": claim.bound if claim else None,
        "gap": claim.gap if claim else None,
    }
