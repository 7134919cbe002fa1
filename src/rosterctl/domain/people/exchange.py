"""Swaps (换班) and substitutions (顶班): duties that change hands while the rotation stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rosterctl import wording
from rosterctl.problems import NOWHERE, Place
from rosterctl.wording import say


class ExchangeKind(StrEnum):
    """Two officers exchange duties, or one works another's and gets nothing back."""

    SWAP = "swap"
    SUBSTITUTION = "substitution"


@dataclass(frozen=True, slots=True)
class Exchange:
    """`with_officer` works what `officer` has on `day`.

    In a swap `officer` in turn works what the other has on `with_day`; in a substitution that is None.
    """

    officer: str
    day: date
    with_officer: str
    with_day: date | None
    kind: ExchangeKind
    note: str = ""
    place: Place = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        return say(wording.SUBSTITUTION_OF if self.with_day is None else wording.SWAP_OF, exchange=self)


@dataclass(frozen=True, slots=True)
class Handover:
    """`taker` works on `day` what `giver` had; by rotation or recall the duty is that of `owner`.

    `extra` says that for the taker it comes on top of what they work anyway: somewhere between the owner and
    the taker stands a substitution.
    """

    giver: str
    taker: str
    day: date
    owner: str
    extra: bool


class Hands:
    """Whose duty an officer holds on a date, as exchange after exchange is entered."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, date], tuple[str, bool]] = {}
        self._gave: set[tuple[str, date]] = set()

    def has_given(self, officer: str, day: date) -> bool:
        """The own duty is given away, and no other was taken."""
        return (officer, day) in self._gave and (officer, day) not in self._held

    def has_taken(self, officer: str, day: date) -> bool:
        return (officer, day) in self._held

    def enter(self, exchange: Exchange) -> tuple[Handover, ...]:
        """What changes hands. Both sides of a swap give before either takes."""
        legs = [(exchange.officer, exchange.with_officer, exchange.day)]
        if exchange.with_day is not None:
            legs.append((exchange.with_officer, exchange.officer, exchange.with_day))
        given = [self._give(giver, day) for giver, _, day in legs]
        found = []
        for (giver, taker, day), (owner, extra) in zip(legs, given, strict=True):
            more = extra or exchange.kind is ExchangeKind.SUBSTITUTION
            found.append(Handover(giver, taker, day, owner, more))
            if owner == taker:
                self._gave.discard((owner, day))
            else:
                self._held[taker, day] = owner, more
        return tuple(found)

    def _give(self, giver: str, day: date) -> tuple[str, bool]:
        """The owner of what is given, and whether it was extra for the giver already."""
        held = self._held.pop((giver, day), None)
        if held is None:
            self._gave.add((giver, day))
        return held or (giver, False)


def handovers(exchanges: Iterable[Exchange]) -> tuple[tuple[Handover, ...], ...]:
    """For each exchange, in their order, what changes hands by it."""
    hands = Hands()
    return tuple(hands.enter(exchange) for exchange in exchanges)


def exchanges_beyond(
    exchanges: Sequence[Exchange], others: Sequence[Exchange]
) -> Iterator[tuple[Exchange, tuple[Handover, ...]]]:
    """The exchanges, in their order and with what changes hands by each, that are not among the others.

    One by which something else changes hands there is not among them, since a row before it came or went. Of
    two rows that say the same each counts.
    """
    known = Counter(handovers(others))
    for exchange, legs in zip(exchanges, handovers(exchanges), strict=True):
        if known[legs]:
            known[legs] -= 1
        else:
            yield exchange, legs
