"""What is kept with a roster for people to read: the report and the audit."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.audit.audit import AuditReport
from rosterctl.audit.report import report_json
from rosterctl.cli.pages import solved as solve_report
from rosterctl.cli.pages.capacity import capacity_text
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.insight.capacity.capacity import capacity
from rosterctl.insight.shortages.attained import attained


def papers(
    bureau: Bureau, roster: Roster, verdict: AuditReport, draft: str = "", *, planned: bool = True
) -> dict[str, bytes]:
    """By file name; the same roster gives the same bytes.

    `draft` says what cut the search off, if anything did. What arithmetic says beforehand is left out where
    nothing was `planned` from the beginning.
    """
    before = capacity_text(capacity(bureau, roster.horizon)) if planned else ""
    steady = replace(roster, tiers=tuple(replace(one, seconds=0.0) for one in roster.tiers))
    report = solve_report.markdown(bureau, steady, attained(bureau, roster), before, draft)
    return {"report.md": report.encode(), "audit.json": report_json(steady, verdict).encode()}
