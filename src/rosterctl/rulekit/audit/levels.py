"""What peers should have borne before the first date, by the audit's own reading of the ledger's rows.

A row with a share is believed: what the peers bore is dealt in proportion to their shares. Rows without one
are dealt by the dates that they speak of, looked at one by one. Whoever has no row, or one of another unit,
team or role, should have borne what they bore.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from rosterctl.domain.accounts.ledger import KEPT_DAYS, PastShare, Tally
from rosterctl.domain.people.officer import Officer
from rosterctl.rulekit.audit.borne import amounts
from rosterctl.rulekit.audit.facts.people import is_on_roll
from rosterctl.rulekit.audit.record import Record


def levels(record: Record, group: Sequence[Officer]) -> list[list[Fraction]]:
    """For each officer of the group, a part of every burden in the order of `amounts`."""
    ledger, rows = record.bureau.ledger, record.bureau.past_shares
    borne = [amounts(ledger.get(officer.id, Tally())) for officer in group]
    told: list[tuple[bool, Sequence[Fraction]] | None] = []
    for officer in group:
        row = rows.get(officer.id, PastShare())
        home = record.facts.place_of(officer, record.horizon.first)
        elsewhere = row.peers is not None and row.peers != (home.unit, home.team, officer.role)
        if officer.id not in ledger or elsewhere:
            told.append(None)
        elif row.share is not None:
            told.append((True, row.share))
        else:
            told.append((False, [Fraction(_dates(record, officer, row))] * 6))
    pools = {believed: _pool(believed, borne, told) for believed in (True, False)}
    return [
        [Fraction(amount) for amount in own] if row is None else _level(own, row, pools[row[0]])
        for own, row in zip(borne, told, strict=True)
    ]


def _pool(
    believed: bool, borne: Sequence[Sequence[int]], told: Sequence[tuple[bool, Sequence[Fraction]] | None]
) -> list[tuple[int, Fraction]]:
    """By burden all that those bore whose rows tell the same kind of thing, and all their parts."""
    same = [(own, row[1]) for own, row in zip(borne, told, strict=True) if row and row[0] == believed]
    return [
        (
            sum(own[burden] for own, parts in same if believed or parts[burden]),
            sum((parts[burden] for _, parts in same), Fraction()),
        )
        for burden in range(6)
    ]


def _level(
    borne: Sequence[int], row: tuple[bool, Sequence[Fraction]], pool: Sequence[tuple[int, Fraction]]
) -> list[Fraction]:
    """Of every burden that part of all; what was borne where nobody has a part, or no date tells of one."""
    believed, parts = row
    return [
        together * part / every if every and (believed or part) else Fraction(own)
        for own, part, (together, every) in zip(borne, parts, pool, strict=True)
    ]


def _dates(record: Record, officer: Officer, row: PastShare) -> int:
    """On how many of the row's dates the officer was there, with the same team on all of them."""
    begin = record.horizon.first
    start = row.first if row.first is not None else begin - timedelta(days=KEPT_DAYS)
    last = row.last if row.last is not None else begin - timedelta(days=1)
    home, count = record.facts.place_of(officer, begin), 0
    for day in _every(start, last):
        if not is_on_roll(officer, day):
            continue
        place = record.facts.place_of(officer, day)
        if (place.unit, place.team) != (home.unit, home.team):
            return 0
        count += record.facts.is_there(officer, day) and not record.facts.is_shielded(officer, day)
    return count


def _every(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
