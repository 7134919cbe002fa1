"""The tables of a roster: what `export csv` writes, and the night run for the current one."""

from __future__ import annotations

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.coverage_csv import coverage_csv
from rosterctl.export.leaders_csv import leaders_csv
from rosterctl.export.ledger_csv import ledger_csv
from rosterctl.export.roster_csv import roster_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.insight.coverage import coverage


def tables(bureau: Bureau, roster: Roster, raw: bool = False) -> dict[str, bytes]:
    """By file name; `raw` is for programs: no byte order mark, no guard against formulas."""
    sheet = Sheet(raw)
    return {
        "roster.csv": roster_csv(bureau, roster, sheet),
        "coverage.csv": coverage_csv(coverage(bureau, roster), sheet),
        "leaders.csv": leaders_csv(bureau, roster, sheet),
        "ledger.csv": ledger_csv(bureau, roster, sheet),
    }
