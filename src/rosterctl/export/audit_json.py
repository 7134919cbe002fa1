"""`audit.json`: everything the audit found, for a program."""

from __future__ import annotations

import json
from typing import Any

from rosterctl.audit.audit import AuditReport
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.timeline.clock import happening_fields


def audit_json(roster: Roster, report: AuditReport) -> str:
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
    """`day` is the date on which it happens, and `start` and `end` are minutes of that date."""
    told = happening_fields(cost.day, cost.start, cost.end)
    return {
        "rule": cost.rule,
        "tier": int(cost.tier),
        "amount": cost.amount,
        "what": cost.what,
        "unit": cost.unit,
        "day": told.pop("date"),
        **told,
        "heads": cost.heads,
    }


def _tier_fields(tier: Tier, report: AuditReport) -> dict[str, Any]:
    claim = next((claim for claim in report.claimed if claim.tier is tier), None)
    return {
        "tier": int(tier),
        "title": tier.key,
        "measure": tier.measure_key,
        "value": report.totals[tier],
        "claimed": claim.value if claim else None,
        "bound": claim.bound if claim else None,
        "gap": claim.gap if claim else None,
    }
