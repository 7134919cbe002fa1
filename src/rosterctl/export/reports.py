"""What is kept with a roster for people to read, by file name: the report and the audit's verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rosterctl.audit.audit import AuditReport
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.audit_json import audit_json
from rosterctl.export.capacity_text import capacity_text
from rosterctl.export.report_md import report_md
from rosterctl.insight.capacity.capacity import capacity
from rosterctl.insight.shortages.attained import attained


def reports_of_plan(
    bureau: Bureau, roster: Roster, verdict: AuditReport, draft: str = ""
) -> Mapping[str, bytes]:
    """Of a roster that was planned from the beginning: with what arithmetic says before the search.

    `draft` says what cut the search off, if anything did. The same roster gives the same bytes.
    """
    return _reports(bureau, roster, verdict, capacity_text(capacity(bureau, roster.horizon)), draft)


def reports_of_repair(bureau: Bureau, roster: Roster, verdict: AuditReport) -> Mapping[str, bytes]:
    """Of a roster that carries the published one on; nothing was planned from the beginning."""
    return _reports(bureau, roster, verdict, "", "")


def _reports(
    bureau: Bureau, roster: Roster, verdict: AuditReport, before: str, draft: str
) -> Mapping[str, bytes]:
    """Seconds are left out, because they differ from run to run."""
    steady = replace(roster, tiers=tuple(replace(one, seconds=0.0) for one in roster.tiers))
    report = report_md(bureau, steady, attained(bureau, roster), before, draft)
    return {"report.md": report.encode(), "audit.json": audit_json(steady, verdict).encode()}
