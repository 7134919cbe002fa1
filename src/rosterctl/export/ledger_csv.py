"""`ledger.csv`: what every officer has borne up to the end of the roster, and the time off in lieu.

The ledger that was read plus the duties of this roster, in the columns that `ledger:` in bureau.yaml takes:
named there, it carries fairness into the next period. Beside the counts stands the fair share of them, each
date shared by those who were there, and among whom it was shared. Then follow the hours in lieu that this
roster's dates earn and spend, and what is left, or was spent without being there, at its end; they are passed
over when the file is read.
"""

from __future__ import annotations

from fractions import Fraction

from rosterctl.domain.accounts.earned import lieu_entries
from rosterctl.domain.accounts.ledger import PastShare, Tally
from rosterctl.domain.accounts.lieu import EntryKind, accounts, balance, minutes_of
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.spreadsheet import Sheet, decimal_hours
from rosterctl.intake.shapes.csv_columns import LIEU_COLUMNS, LedgerRow, columns_of
from rosterctl.rulekit.past_shares import with_borne


def ledger_csv(bureau: Bureau, roster: Roster, sheet: Sheet) -> bytes:
    """The file's bytes; every officer has a row."""
    last, lasts = roster.horizon.last, bureau.lieu_expires_days
    here = lieu_entries(bureau, roster.duties, tuple(roster.horizon))
    moved, all_entries = accounts(here), accounts((*bureau.lieu, *here))
    rows = []
    after = with_borne(bureau, roster.duties, roster.horizon)
    for officer in bureau.officers:
        own, account = moved.get(officer, ()), balance(all_entries.get(officer, ()), last, lasts)
        minutes = (
            minutes_of(own, EntryKind.EARN, last),
            minutes_of(own, EntryKind.SPEND, last),
            account.minutes,
            account.overdrawn,
        )
        burdens = ledger_cells(after.ledger.get(officer, Tally()), after.past_shares.get(officer))
        rows.append(sheet.row((officer, *burdens, *map(decimal_hours, minutes))))
    return sheet.file((*columns_of(LedgerRow), *LIEU_COLUMNS), rows)


def ledger_cells(borne: Tally, past: PastShare | None = None) -> tuple[object, ...]:
    """The cells of a `LedgerRow` after the officer's id."""
    numbers = (borne.nights, borne.weekends, borne.holidays, borne.eves, borne.recalls)
    past = past or PastShare()
    *duties, minutes = past.share or (None,) * 6
    shares = (*map(_part, duties), _part(minutes / 60 if minutes is not None else None))
    peers = past.peers or ("", "", "")
    dates = past.first or "", past.last or ""
    return (*numbers, decimal_hours(borne.overtime_minutes), *shares, *peers, *dates)


def _part(share: Fraction | None) -> str:
    """With up to four decimals, so that thirds add up to a whole again."""
    return "" if share is None else f"{float(share):.4f}".rstrip("0").rstrip(".")
