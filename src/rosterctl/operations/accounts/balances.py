"""How every officer stands: what was borne beside the fair share, and the account of time off in lieu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rosterctl.domain.accounts.ledger import Tally, whole
from rosterctl.domain.accounts.lieu import (
    Balance,
    EntryKind,
    Movement,
    accounts,
    balance,
    minutes_of,
    statement,
)
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Assignment, Officer
from rosterctl.operations.accounts.ledger import CARRIED_KINDS, Account, borne, opening
from rosterctl.operations.accounts.periods import Period


@dataclass(frozen=True)
class OfficerBalance:
    """One officer's; `fair` is None without peers. Minutes of lieu: `brought` is INIT and ADJUST together."""

    officer: Officer
    home: Assignment
    borne: Tally
    fair: Tally | None
    brought: int
    earned: int
    spent: int
    lieu: Balance
    movements: tuple[Movement, ...]


def balances_of(bureau: Bureau, periods: Sequence[Period], on: date) -> tuple[OfficerBalance, ...]:
    """By unit, team and id, how the bureau's officers stand at the end of a date.

    `periods` are the published rosters, the newest first; without any the bureau's own ledger is what is
    known. The fair share counts each date up to `on` among those who were there on it. BadInput as in
    `borne`.
    """
    account = borne(periods, on + timedelta(days=1)) if periods else opening(bureau)
    written = (entry for entry in bureau.lieu if entry.kind not in CARRIED_KINDS)
    entries = accounts((*account.lieu, *written))
    lasts = bureau.lieu_expires_days
    found = []
    for officer in _in_order(bureau, on):
        own = entries.get(officer.id, ())
        init, earn, adjust, spend = (minutes_of(own, kind, on) for kind in EntryKind)
        found.append(
            OfficerBalance(
                officer,
                officer.on(on),
                account.tallies.get(officer.id, Tally()),
                _fair(account, officer, on),
                init + adjust,
                earn,
                spend,
                balance(own, on, lasts),
                statement(own, on, lasts),
            )
        )
    return tuple(found)


def _fair(account: Account, officer: Officer, on: date) -> Tally | None:
    """The share of the dates so far, rounded up; none for who is protected, has left or has yet to come."""
    past = account.shares.get(officer.id)
    if past is None or past.share is None or not officer.serves(on) or officer.is_protected(on):
        return None
    return whole(past.share)


def _in_order(bureau: Bureau, on: date) -> list[Officer]:
    units = {unit: number for number, unit in enumerate(bureau.units)}
    homes = {one.id: one.on(on) for one in bureau.officers.values()}
    return sorted(
        bureau.officers.values(), key=lambda one: (units[homes[one.id].unit], homes[one.id].team, one.id)
    )
