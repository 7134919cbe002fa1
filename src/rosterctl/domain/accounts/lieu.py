"""Time off in lieu (调休): an account of entries; what is left is derived from them and stored nowhere.

INIT is what an officer brings along, EARN what a recall gives, SPEND what a date off in lieu takes, ADJUST a
correction by hand, up or down. What INIT and EARN give can be spent on as many dates as the bureau says, its
own date included, and expires on the next; an ADJUST does not expire. The oldest is spent first.

A SPEND (or an ADJUST down) of more than there is on its date leaves the rest overdrawn. That is never made
good by what comes later: it stays named until an entry of that date or an earlier one covers it.

Source: 劳动法 art. 44(2) gives time off in lieu of work on a rest day [L]; when it expires is assumed [A].
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from rosterctl import wording
from rosterctl.problems import NOWHERE, Place
from rosterctl.wording import say

EXPIRES_DAYS = 365
"""On how many dates what was given can be spent, unless the bureau says otherwise [A]."""


class EntryKind(StrEnum):
    """In the order in which the entries of one date are booked."""

    INIT = "init"
    EARN = "earn"
    ADJUST = "adjust"
    SPEND = "spend"

    @property
    def words(self) -> str:
        return say(_WORDS[self])


_WORDS = {
    EntryKind.INIT: wording.LIEU_INIT,
    EntryKind.EARN: wording.LIEU_EARN,
    EntryKind.ADJUST: wording.LIEU_ADJUST,
    EntryKind.SPEND: wording.LIEU_SPEND,
}

BOOKED = tuple(EntryKind)


@dataclass(frozen=True, slots=True)
class Entry:
    """Minutes are above zero; only those of an ADJUST may be below. `note` says what they are for."""

    officer: str
    day: date
    kind: EntryKind
    minutes: int
    note: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Expiry:
    """The minutes that are lost if they are not spent before this date."""

    day: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Balance:
    """What is left at the end of a date, what of it expires next, and what has expired or is overdrawn."""

    minutes: int = 0
    expiring_next: Expiry | None = None
    expired: int = 0
    overdrawn: int = 0


@dataclass(frozen=True, slots=True)
class Movement:
    """One line of a statement: an entry, or (`kind` is None) minutes that expire.

    `minutes` is below zero for what goes off; `left` is the balance after it; `overdrawn` the minutes that
    were asked for and not there.
    """

    day: date
    kind: EntryKind | None
    minutes: int
    left: int
    overdrawn: int = 0
    note: str = ""


@dataclass
class _Lot:
    """Minutes given together, and the date from which they are lost (None: never)."""

    expires: date | None
    minutes: int


def balance(entries: Iterable[Entry], on: date, expires_days: int = EXPIRES_DAYS) -> Balance:
    """The account of one officer at the end of a date; later entries are not looked at."""
    lots: list[_Lot] = []
    moved = list(_movements(entries, on, expires_days, lots))
    ends = [lot.expires for lot in lots if lot.expires]
    return Balance(
        minutes=_left(lots),
        expiring_next=Expiry(ends[0], sum(lot.minutes for lot in lots if lot.expires == ends[0]))
        if ends
        else None,
        expired=-sum(one.minutes for one in moved if one.kind is None),
        overdrawn=sum(one.overdrawn for one in moved),
    )


def statement(entries: Iterable[Entry], on: date, expires_days: int = EXPIRES_DAYS) -> tuple[Movement, ...]:
    """Every movement on one officer's account up to a date, in order, the expiries among them."""
    return tuple(_movements(entries, on, expires_days, []))


def minutes_of(entries: Iterable[Entry], kind: EntryKind, on: date) -> int:
    """The minutes of all entries of one kind up to a date."""
    return sum(entry.minutes for entry in entries if entry.kind is kind and entry.day <= on)


def accounts(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    """By officer id."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.officer, []).append(entry)
    return {officer: tuple(own) for officer, own in found.items()}


def _movements(entries: Iterable[Entry], on: date, expires_days: int, lots: list[_Lot]) -> Iterator[Movement]:
    """Books the entries up to `on` in order; `lots` ends up holding what is left, the oldest first."""
    for entry in sorted((one for one in entries if one.day <= on), key=_order):
        yield from _expiries(lots, entry.day)
        if entry.kind is EntryKind.SPEND or entry.minutes < 0:
            missing = _take(lots, abs(entry.minutes))
            yield Movement(entry.day, entry.kind, -abs(entry.minutes), _left(lots), missing, entry.note)
        else:
            lasts = entry.kind is EntryKind.ADJUST
            lots.append(_Lot(None if lasts else entry.day + timedelta(days=expires_days), entry.minutes))
            yield Movement(entry.day, entry.kind, entry.minutes, _left(lots), 0, entry.note)
    yield from _expiries(lots, on)


def _order(entry: Entry) -> tuple[date, int]:
    return entry.day, BOOKED.index(entry.kind)


def _expiries(lots: list[_Lot], on: date) -> Iterator[Movement]:
    """Takes what is lost by the beginning of a date; what was given on one date expires on one."""
    for day in sorted({lot.expires for lot in lots if lot.expires and lot.expires <= on}):
        lost = sum(lot.minutes for lot in lots if lot.expires == day)
        lots[:] = [lot for lot in lots if lot.expires != day]
        if lost:
            yield Movement(day, None, -lost, _left(lots))


def _take(lots: list[_Lot], minutes: int) -> int:
    """Takes minutes from the oldest lots; returns how many are missing."""
    while minutes and lots:
        taken = min(minutes, lots[0].minutes)
        lots[0].minutes -= taken
        minutes -= taken
        if not lots[0].minutes:
            del lots[0]
    return minutes


def _left(lots: Iterable[_Lot]) -> int:
    return sum(lot.minutes for lot in lots)
