"""The ledger over periods: what every officer has borne by a date, and the lieu entries so far.

A date's duties are those of the latest published roster whose horizon holds the date, counted with the bureau
of that roster: so a duty stays what it was when the officer is transferred later. What was borne before a
roster's first date may be carried in its bureau (`carried/ledger.csv`, `carried/lieu.csv`); then no older
roster need be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from rosterctl.domain.accounts.earned import lieu_entries
from rosterctl.domain.accounts.ledger import PastShare, Tally
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.domain.bureau import Bureau
from rosterctl.export.ledger_csv import ledger_cells
from rosterctl.export.spreadsheet import Sheet, decimal_hours
from rosterctl.intake.shapes.csv_columns import CarriedLieuRow, LedgerRow, columns_of
from rosterctl.operations import wording
from rosterctl.operations.accounts.periods import Period, periods_of
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.rulekit.past_shares import with_borne
from rosterctl.storage.state.state import State
from rosterctl.wording import say

CARRIED_KINDS = (EntryKind.EARN, EntryKind.SPEND)


@dataclass(frozen=True)
class Account:
    """By officer id what was borne and the fair share of it, and the EARN and SPEND entries.

    Officers who have left stay in.
    """

    tallies: Mapping[str, Tally] = field(default_factory=dict)
    lieu: tuple[Entry, ...] = ()
    shares: Mapping[str, PastShare] = field(default_factory=dict)


def borne(periods: Iterable[Period], before: date) -> Account:
    """The account of all dates before a date; `periods` are the published rosters, the newest first.

    No more periods are taken from the iterable than needed. BadInput when what was carried into the oldest
    roster goes beyond the date.
    """
    parts, base, floor = _parts(periods, before)
    if base is None:
        return Account()
    together, shares = base.bureau.ledger, base.bureau.past_shares
    lieu = [entry for entry in base.bureau.lieu if entry.kind in CARRIED_KINDS]
    for period, dates in reversed(parts):
        wanted = frozenset(day for day in dates if floor is None or day >= floor)
        if wanted:
            duties = [duty for duty in period.roster.duties if duty.day in wanted]
            then = replace(period.bureau, ledger=together, past_shares=shares)
            then = with_borne(then, duties, wanted)
            together, shares = then.ledger, then.past_shares
            lieu += lieu_entries(period.bureau, duties, wanted)
    return Account(together, tuple(lieu), shares)


def opening(bureau: Bureau) -> Account:
    """What the bureau's own files bring along, before anything is published."""
    lieu = tuple(entry for entry in bureau.lieu if entry.kind in CARRIED_KINDS)
    return Account(bureau.ledger, lieu, bureau.past_shares)


def carried_into(state: State, first: date) -> Mapping[str, bytes]:
    """What goes into the bureau's folder of a roster that begins on `first`, by name.

    Nothing while nothing is published: then the bureau's own ledger counts.
    """
    periods = periods_of(state)
    return carried_files(borne(periods, first)) if periods else {}


def carried_files(account: Account) -> Mapping[str, bytes]:
    """The account as files of a bureau's folder, by name; the intake finds them by their being there."""
    return {
        "carried/ledger.csv": carried_ledger_csv(account.tallies, account.shares),
        "carried/lieu.csv": lieu_csv(account.lieu),
    }


def carried_ledger_csv(borne: Mapping[str, Tally], shares: Mapping[str, PastShare]) -> bytes:
    """In the columns that `ledger:` in bureau.yaml takes, by officer id."""
    sheet = Sheet(raw=True)
    rows = (
        sheet.row((officer, *ledger_cells(one, shares.get(officer))))
        for officer, one in sorted(borne.items())
    )
    return sheet.file(columns_of(LedgerRow), rows)


def lieu_csv(entries: Iterable[Entry]) -> bytes:
    """Entries by officer and date."""
    sheet = Sheet(raw=True)
    return sheet.file(
        columns_of(CarriedLieuRow),
        (
            sheet.row((one.officer, one.day, one.kind.value, decimal_hours(one.minutes), one.note))
            for one in sorted(entries, key=lambda one: (one.officer, one.day, one.kind, one.note))
        ),
    )


_Parts = list[tuple[Period, tuple[date, ...]]]


def _parts(periods: Iterable[Period], before: date) -> tuple[_Parts, Period | None, date | None]:
    """The dates that each period counts; the period whose ledger they come on top of, and from which date."""
    parts: _Parts = []
    counted: set[date] = set()
    base, floor = None, None
    for period in periods:
        horizon = period.roster.horizon
        dates = tuple(day for day in horizon if day < before and day not in counted)
        parts.append((period, dates))
        counted.update(dates)
        if floor is None:
            base = period
            if horizon.first <= min(counted, default=before) and period.bureau.carried:
                floor = horizon.first
        if floor is not None and all(day in counted for day in _dates(floor, before)):
            break
    if base is not None and floor is None and base.bureau.carried:
        floor = base.roster.horizon.first
        if floor > before:
            raise _unknown(floor, before)
    return parts, base, floor


def _dates(first: date, end: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((end - first).days))


def _unknown(first: date, before: date) -> BadInput:
    return BadInput(
        [
            Problem(
                Place(""),
                *say(
                    wording.NOT_KNOWN_ANY_MORE,
                    last=before - timedelta(days=1),
                    oldest=first,
                    first_known=first - timedelta(days=1),
                ),
            )
        ]
    )
