"""How posts and event sites are manned, piece by piece: what the checks of the cover rules read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeVar

from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import Ladder, Level
from rosterctl.rulekit.audit.facts.complete import fills, highest_level
from rosterctl.rulekit.audit.stays import Stay, pieces
from rosterctl.timeline.span import Span

StateT = TypeVar("StateT")


@dataclass(frozen=True, slots=True)
class MannedPiece:
    """Nobody comes or goes: who stands there, and the highest level they complete (None: no crew)."""

    span: Span
    stays: tuple[Stay, ...]
    reached: Level | None


@dataclass(frozen=True, slots=True)
class Manning:
    """A post or event site in one stretch in which it is wanted: its pieces in order and without a hole.

    `day` is the date whose demand this is.
    """

    post: str
    day: date
    span: Span
    crews: Ladder
    pieces: tuple[MannedPiece, ...]

    def stretches(self, state: Callable[[MannedPiece], StateT]) -> Iterator[tuple[Span, StateT, MannedPiece]]:
        """Neighbouring pieces of the same state as one, with the first of them."""
        if len(self.pieces) == 1:
            yield self.span, state(self.pieces[0]), self.pieces[0]
            return
        for value, run in groupby(self.pieces, state):
            same = list(run)
            yield Span(same[0].span.start, same[-1].span.end), value, same[0]


class Watch:
    """Looks at who stands where. Groups that a ladder cannot tell apart are matched only once."""

    def __init__(self) -> None:
        # Ladders are known by identity: their hash would take longer than the matching.
        self._known: dict[int, _Matched] = {}

    def manning(self, post: str, day: date, span: Span, crews: Ladder, stays: tuple[Stay, ...]) -> Manning:
        found = (MannedPiece(at, there, self._reached(crews, there)) for at, there in pieces(stays, span))
        return Manning(post, day, span, crews, tuple(found))

    def _reached(self, crews: Ladder, stays: tuple[Stay, ...]) -> Level | None:
        if not stays:
            return None
        matched = self._known.get(id(crews))
        if matched is None:
            matched = self._known[id(crews)] = _Matched(crews)
        return matched.reached([stay.officer for stay in stays])


class _Matched:
    """What groups of officers reach of one ladder.

    Officers are of one kind where the same slots of the ladder accept them, whatever it is that a slot asks:
    a key of role and skills would take a slot that asks for a rank to be the same for every rank.
    """

    def __init__(self, crews: Ladder) -> None:
        self._crews = crews
        every = (slot for _, crew in crews for alternative in crew.alternatives for slot in alternative)
        self._slots = tuple(dict.fromkeys(every))
        self._kinds: dict[str, int] = {}
        self._levels: dict[tuple[int, ...], Level | None] = {}

    def reached(self, officers: Sequence[Officer]) -> Level | None:
        kinds = tuple(sorted([self._kind(officer) for officer in officers]))
        if kinds not in self._levels:
            self._levels[kinds] = highest_level(self._crews, officers)
        return self._levels[kinds]

    def _kind(self, officer: Officer) -> int:
        """The slots that accept the officer, one bit each."""
        kind = self._kinds.get(officer.id)
        if kind is None:
            accepted = (fills(officer, slot) << place for place, slot in enumerate(self._slots))
            kind = self._kinds[officer.id] = sum(accepted)
        return kind
