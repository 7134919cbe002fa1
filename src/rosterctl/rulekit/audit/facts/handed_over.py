"""Whose duty changes hands by an exchange: the exchanges replayed row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import OfficerDate


@dataclass(frozen=True, slots=True)
class Handed:
    """`taker` works on `day` what `giver` held, a duty that is `owner`'s by rotation or recall.

    `extra` says that it comes on top of what the taker works anyway: on its way from the owner to them it
    passed through a substitution, for which nobody gives anything back.
    """

    giver: str
    taker: str
    day: date
    owner: str
    extra: bool


def replayed(exchanges: Iterable[Exchange]) -> tuple[tuple[Handed, ...], ...]:
    """For each exchange, in the order of the rows, what changes hands by it.

    Nobody holds a duty of somebody else at first. Both sides of a swap give before either takes. Who gets
    their own duty back holds nothing of somebody else any more.
    """
    held: dict[OfficerDate, tuple[str, bool]] = {}
    found = []
    for row in exchanges:
        moves = [(row.officer, row.with_officer, row.day)]
        if row.with_day is not None:
            moves.append((row.with_officer, row.officer, row.with_day))
        given = [held.pop((giver, day), (giver, False)) for giver, _, day in moves]
        here = []
        for (giver, taker, day), (owner, extra) in zip(moves, given, strict=True):
            on_top = extra or row.kind is ExchangeKind.SUBSTITUTION
            here.append(Handed(giver, taker, day, owner, on_top))
            if owner != taker:
                held[taker, day] = owner, on_top
        found.append(tuple(here))
    return tuple(found)


def by_taker(legs: Iterable[Sequence[Handed]]) -> Mapping[OfficerDate, Handed]:
    """By who took it and the date, a duty of somebody else; where one took several, the last."""
    return {(one.taker, one.day): one for several in legs for one in several if one.owner != one.taker}
