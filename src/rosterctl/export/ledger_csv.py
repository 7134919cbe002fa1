"""`ledger.csv`: what every officer has borne up to the end of the roster, and the time off in lieu.

The ledger that was read plus the duties of this roster, in the columns that `ledger:` in bureau.yaml takes:
named there, it carries fairness into the next period. Beside it stand the hours in lieu that this roster's
dates earn and spend, and what is left, or was spent without being there, at its end; they are passed over
when the file is read.
"""

from __future__ import annotations

from rosterctl.domain.accounts.earned import lieu_entries
from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.lieu import EntryKind, accounts, balance, minutes_of
from rosterctl.domain.accounts.tally import tallies
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.spreadsheet import Sheet, decimal_hours
from rosterctl.intake.shapes.csv_columns import LIEU_COLUMNS, LedgerRow, columns_of


def ledger_csv(bureau: Bureau, roster: Roster, sheet: Sheet) -> bytes:
    """The file's bytes; every officer has a row."""
    last, lasts = roster.horizon.last, bureau.lieu_expires_days
    here = lieu_entries(bureau, roster.duties, tuple(roster.horizon))
    moved, all_entries = accounts(here), accounts((*bureau.lieu, *here))
    rows = []
    for officer, borne in tallies(bureau, roster.duties).items():
        own, account = moved.get(officer, ()), balance(all_entries.get(officer, ()), last, lasts)
        minutes = (
            minutes_of(own, EntryKind.EARN, last),
            minutes_of(own, EntryKind.SPEND, last),
            account.minutes,
            account.overdrawn,
        )
        burdens = burden_cells(bureau.ledger.get(officer, Tally()) + borne)
        rows.append(sheet.row((officer, *burdens, *map(decimal_hours, minutes))))
    return sheet.file((*columns_of(LedgerRow), *LIEU_COLUMNS), rows)


def burden_cells(borne: Tally) -> tuple[object, ...]:
    """The cells of a `LedgerRow` after the officer's id."""
    numbers = (borne.nights, borne.weekends, borne.holidays, borne.eves, borne.recalls)
    return (*numbers, decimal_hours(borne.overtime_minutes))
