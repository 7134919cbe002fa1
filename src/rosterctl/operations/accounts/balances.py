"""How every officer stands: what was borne beside the fair share, and the account of time off in lieu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rosterctl.domain.accounts.ledger import Tally
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
from rosterctl.operations.accounts.ledger import CARRIED_KINDS, borne, opening
from rosterctl.operations.accounts.periods import Period
from rosterctl.rulekit.burdens import fair_share, peer_groups
from rosterctl.timeline.horizon import Horizon


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
    known. The fair share is the fairness rule's, by the dates present in the roster of that date. BadInput
    as in `borne`.
    """
    account = borne(periods, on + timedelta(days=1)) if periods else opening(bureau)
    horizons = (period.roster.horizon for period in periods)
    horizon = next((one for one in horizons if one.first <= on), None)
    fair = fair_shares(bureau, account.tallies, horizon) if horizon else {}
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
                fair.get(officer.id),
                init + adjust,
                earn,
                spend,
                balance(own, on, lasts),
                statement(own, on, lasts),
            )
        )
    return tuple(found)


def fair_shares(bureau: Bureau, tallies: Mapping[str, Tally], horizon: Horizon) -> Mapping[str, Tally]:
    """By officer id the part of what the peers have borne together; protected officers have none."""
    found = {}
    for peers, present in peer_groups(bureau, horizon, bureau.officers.values()):
        together = sum((tallies.get(officer.id, Tally()) for officer in peers), Tally())
        for officer, days in zip(peers, present, strict=True):
            found[officer.id] = fair_share(together, days, sum(present))
    return found


def _in_order(bureau: Bureau, on: date) -> list[Officer]:
    units = {unit: number for number, unit in enumerate(bureau.units)}
    homes = {one.id: one.on(on) for one in bureau.officers.values()}
    return sorted(
        bureau.officers.values(), key=lambda one: (units[homes[one.id].unit], homes[one.id].team, one.id)
    )
