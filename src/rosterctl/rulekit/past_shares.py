"""The fair share of what was borne before a date: each date is shared by those who were there on it.

What a newcomer's peers bore before is none of the newcomer's, whether the officer joined, was transferred,
has another role or has no row in the ledger: whoever comes begins at the level of the peers. Whoever was away
on a date, or was protected, has no part in it. So a past share never moves with what lies ahead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from rosterctl.domain.accounts.ledger import KEPT_DAYS, Parts, PastShare, Tally, parts_of
from rosterctl.domain.accounts.tally import tallies
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty

Peers = tuple[str, str, str]
"""Unit, team and role."""


def past_shares(bureau: Bureau, first: date, peers: Sequence[Officer]) -> list[Parts]:
    """What each of these peers should have borne before `first`, in their order.

    Together it is what they bore. Shares that were counted then stay in proportion; counts without a share
    are shared by the dates present that they speak of.
    """
    return _levels(bureau, bureau.ledger, bureau.past_shares, first, peers)


def with_borne(bureau: Bureau, duties: Iterable[Duty], dates: Iterable[date]) -> Bureau:
    """The bureau with the duties of these dates in its ledger, and the share of each date beside them."""
    on: dict[date, list[Duty]] = {day: [] for day in sorted(dates)}
    for duty in duties:
        if duty.day in on:
            on[duty.day].append(duty)
    ledger, past = dict(bureau.ledger), dict(bureau.past_shares)
    known: dict[Peers, list[Officer]] = {}
    for day, worked in on.items():
        groups = _groups(bureau, day)
        for key, peers in groups.items():
            if known.get(key) != peers:
                for officer, level in zip(peers, _levels(bureau, ledger, past, day, peers), strict=True):
                    past[officer.id] = PastShare(key, level)
        known = groups
        borne = tallies(bureau, worked)
        for officer, part in _parts_of_date(bureau, day, groups, borne):
            before = past.get(officer.id)
            counted = ledger.get(officer.id, Tally())
            share = parts_of(counted) if before is None or before.share is None else before.share
            among = before.peers if before is not None else None
            past[officer.id] = PastShare(among or _peers_of(officer, day), _sum(share, part))
        for name, one in borne.items():
            ledger[name] = ledger.get(name, Tally()) + one
    return replace(bureau, ledger=ledger, past_shares=past)


def _parts_of_date(
    bureau: Bureau, day: date, groups: Mapping[Peers, Sequence[Officer]], borne: Mapping[str, Tally]
) -> Iterable[tuple[Officer, Parts]]:
    """Each officer's part of what the peers bore on a date; without peers it is what the officer bore."""
    alone = set(bureau.officers)
    for peers in groups.values():
        there = [officer for officer in peers if bureau.is_present(officer, day)]
        together = sum((borne[officer.id] for officer in peers), Tally())
        if there:
            alone.difference_update(officer.id for officer in peers)
        if there and together != Tally():
            part = tuple(amount / len(there) for amount in parts_of(together))
            yield from ((officer, part) for officer in there)
    for name, officer in bureau.officers.items():
        if name in alone and borne[name] != Tally():
            yield officer, parts_of(borne[name])


def _groups(bureau: Bureau, day: date) -> dict[Peers, list[Officer]]:
    """Who is compared with whom on a date: those on the roll and not protected."""
    found: dict[Peers, list[Officer]] = {}
    for officer in bureau.officers.values():
        if officer.serves(day) and not officer.is_protected(day):
            found.setdefault(_peers_of(officer, day), []).append(officer)
    return found


def _peers_of(officer: Officer, day: date) -> Peers:
    home = officer.on(day)
    return home.unit, home.team, officer.role.value


def _levels(
    bureau: Bureau,
    ledger: Mapping[str, Tally],
    past: Mapping[str, PastShare],
    first: date,
    peers: Sequence[Officer],
) -> list[Parts]:
    carried = [parts_of(ledger.get(officer.id, Tally())) for officer in peers]
    found = list(carried)
    by_share: dict[int, Parts] = {}
    by_dates: dict[int, Parts] = {}
    for place, officer in enumerate(peers):
        row = past.get(officer.id, PastShare())
        if officer.id not in ledger or row.peers not in (None, _peers_of(officer, first)):
            continue
        if row.share is not None:
            by_share[place] = row.share
        elif dates := _dates_present(bureau, officer, row, first):
            by_dates[place] = (Fraction(dates),) * len(carried[place])
    for pool in (by_share, by_dates):
        together = [sum(amounts) for amounts in zip(*(carried[place] for place in pool), strict=True)]
        weight = [sum(amounts) for amounts in zip(*pool.values(), strict=True)]
        for place, own in pool.items():
            found[place] = tuple(
                all_of_it * mine / every if every else borne
                for all_of_it, mine, every, borne in zip(together, own, weight, carried[place], strict=True)
            )
    return found


def _dates_present(bureau: Bureau, officer: Officer, row: PastShare, first: date) -> int:
    """Dates that the row speaks of on which the officer was there; none if they were also elsewhere then."""
    start = row.first or first - timedelta(days=KEPT_DAYS)
    last = row.last or first - timedelta(days=1)
    start, last = max(start, officer.joined or start), min(last, officer.left or last)
    home = officer.on(first)
    if start > last or officer.moves(start, last) or officer.on(last).unit != home.unit:
        return 0
    if officer.on(last).team != home.team:
        return 0
    there = set(range(start.toordinal(), last.toordinal() + 1))
    for absence in bureau.absences_by_officer.get(officer.id, ()):
        there.difference_update(range(absence.first.toordinal(), absence.last.toordinal() + 1))
    if officer.protected_from is not None or officer.protected_until is not None:
        from_, until = officer.protected_from or start, officer.protected_until or last
        there.difference_update(range(from_.toordinal(), until.toordinal() + 1))
    return len(there)


def _sum(one: Parts, other: Parts) -> Parts:
    return tuple(a + b for a, b in zip(one, other, strict=True))
