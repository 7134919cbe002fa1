"""`ledger.csv`: what every officer has borne up to the end of the roster.

The ledger that was read plus the duties of this roster, in the columns that `ledger:` in bureau.yaml takes:
named there, it carries fairness into the next period.
"""

from __future__ import annotations

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.ledger import Tally
from rosterctl.domain.roster import Roster
from rosterctl.domain.tally import tallies
from rosterctl.export.spreadsheet import Sheet, decimal_hours

COLUMNS = ("officer_id", "nights", "weekends", "holidays", "eves", "recalls", "overtime_hours")


def ledger_csv(bureau: Bureau, roster: Roster, sheet: Sheet) -> bytes:
    """The file's bytes; every officer has a row."""
    return sheet.file(
        COLUMNS,
        (
            _row(officer, bureau.ledger.get(officer, Tally()) + borne, sheet)
            for officer, borne in tallies(bureau, roster.duties).items()
        ),
    )


def _row(officer: str, borne: Tally, sheet: Sheet) -> str:
    numbers = (borne.nights, borne.weekends, borne.holidays, borne.eves, borne.recalls)
    return sheet.row((officer, *numbers, decimal_hours(borne.overtime_minutes)))
