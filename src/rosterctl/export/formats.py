"""What is written of a roster, by file name: the tables for other programs, the reports for people.

A new table of `export csv` is one file in this folder and one line here. Another format, such as a calendar,
is one file in this folder and a command of its own beside `csv` in `cli/commands/export.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from rosterctl.audit.audit import AuditReport
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.audit_json import audit_json
from rosterctl.export.coverage_csv import coverage_csv
from rosterctl.export.leaders_csv import leaders_csv
from rosterctl.export.ledger_csv import ledger_csv
from rosterctl.export.off_rotation_csv import off_rotation_csv
from rosterctl.export.report.capacity import capacity_text
from rosterctl.export.report.report_md import report_md
from rosterctl.export.roster_csv import roster_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.insight.capacity.capacity import capacity
from rosterctl.insight.coverage import coverage
from rosterctl.insight.shortages.attained import attained

Format = Callable[[Bureau, Roster, Sheet], bytes]

TABLES: Mapping[str, Format] = {
    "roster.csv": roster_csv,
    "coverage.csv": lambda bureau, roster, sheet: coverage_csv(coverage(bureau, roster), sheet),
    "leaders.csv": leaders_csv,
    "ledger.csv": ledger_csv,
    "off_rotation.csv": off_rotation_csv,
}
"""What `export csv` writes, in this order, and what lies in tables/ of a state."""


def tables(bureau: Bureau, roster: Roster, raw: bool = False) -> dict[str, bytes]:
    """Every table by file name; `raw` is for programs: no byte order mark, no guard against formulas."""
    sheet = Sheet(raw)
    return {name: made(bureau, roster, sheet) for name, made in TABLES.items()}


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
