"""`ledger.csv`: what every officer has borne up to the end of the roster.

The ledger that was read plus the duties of this roster, in the columns that `ledger:` in bureau.yaml takes:
named there, it carries fairness into the next period.
"""

from __future__ import annotations

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.ledger import LedgerLine
from rosterctl.domain.roster import Roster
from rosterctl.domain.tally import closing, tallies
from rosterctl.export.spreadsheet import Sheet, hours_text

COLUMNS = ("officer_id", "nights", "weekends", "holidays", "eves", "recalls", "overtime_hours")


def ledger_csv(bureau: Bureau, roster: Roster, sheet: Sheet) -> bytes:
    """The file's bytes; every officer has a row."""
    lines = (
        closing(bureau.ledger.get(officer, LedgerLine(officer)), counts)
        for officer, counts in tallies(bureau, roster.duties).items()
    )
    return sheet.file(COLUMNS, (_row(line, sheet) for line in lines))


def _row(line: LedgerLine, sheet: Sheet) -> str:
    numbers = (line.nights, line.weekends, line.holidays, line.eves, line.recalls)
    return sheet.row((line.officer, *numbers, hours_text(line.overtime_minutes)))
