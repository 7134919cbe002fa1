"""What is written of a roster: every table of one list, and reports that are the same bytes each time."""

from __future__ import annotations

import json
from dataclasses import replace

from rosterctl.audit.audit import AuditReport, audit
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.export.formats import TABLES, reports_of_plan, reports_of_repair, tables
from rosterctl.export.roster_csv import roster_csv
from rosterctl.export.spreadsheet import Sheet
from tests.support.bureaus import MONDAY, plain_roster, small_bureau

BUREAU = small_bureau()
ROSTER = plain_roster(BUREAU, MONDAY, 4)


def verdict(roster: Roster) -> AuditReport:
    return audit(BUREAU, roster)


def test_every_table_of_the_list_is_made() -> None:
    made = tables(BUREAU, ROSTER)
    assert (
        list(made)
        == list(TABLES)
        == ["roster.csv", "coverage.csv", "leaders.csv", "ledger.csv", "off_rotation.csv"]
    )
    assert made["roster.csv"] == roster_csv(BUREAU, ROSTER, Sheet())


def test_for_programs_there_is_no_byte_order_mark() -> None:
    marks = {name: data.startswith(b"\xef\xbb\xbf") for name, data in tables(BUREAU, ROSTER).items()}
    raw = {name: data.startswith(b"\xef\xbb\xbf") for name, data in tables(BUREAU, ROSTER, raw=True).items()}
    assert (set(marks.values()), set(raw.values())) == ({True}, {False})


def test_the_reports_of_a_plan_and_of_a_repair() -> None:
    """A repair was not planned from the beginning: it says nothing of the arithmetic before a search."""
    plan = reports_of_plan(BUREAU, ROSTER, verdict(ROSTER))
    repair = reports_of_repair(BUREAU, ROSTER, verdict(ROSTER))
    assert list(plan) == list(repair) == ["report.md", "audit.json"]
    assert "## Before the search" in plan["report.md"].decode()
    assert "## Before the search" not in repair["report.md"].decode()
    assert plan["audit.json"] == repair["audit.json"]
    assert json.loads(plan["audit.json"])["clean"] is True


def test_a_draft_says_what_cut_the_search_off() -> None:
    report = reports_of_plan(BUREAU, ROSTER, verdict(ROSTER), "terminated")["report.md"].decode()
    assert report.startswith("# small\n\nThis is a draft: the search was terminated.\n\n")


def test_seconds_are_left_out_since_they_differ_from_run_to_run() -> None:
    slow = replace(ROSTER, tiers=(TierResult(Tier.LEGAL, 0, 0, 12.3),))
    fast = replace(ROSTER, tiers=(TierResult(Tier.LEGAL, 0, 0, 0.4),))
    made = [reports_of_plan(BUREAU, one, verdict(ROSTER)) for one in (slow, fast)]
    assert made[0] == made[1]
