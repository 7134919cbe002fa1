"""Which posts can be manned together, from the numbers of the kinds of people on duty.

By the theorem of Hall (On Representatives of Subsets, 1935) the slots of the crews chosen can all be filled
exactly when, for every set of people, no more slots are confined to it (nobody outside is accepted) than it
has heads. Only unions of what single slots accept can be too small, and of those only the ones that hang
together: the condition of two unions without a common officer is the sum of theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rosterctl.domain.crew import Slot
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import Ladder, Level


@dataclass(frozen=True, slots=True)
class OneOf:
    """Takes an officer whom any of the slots accepts, and remembers whom it took."""

    slots: tuple[Slot, ...]
    _known: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    def __call__(self, officer: Officer) -> bool:
        answer = self._known.get(officer.id)
        if answer is None:
            answer = self._known[officer.id] = any(slot.accepts(officer) for slot in self.slots)
        return answer


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """A set of people, and the slots confined to it by ladder: (level, alternative, number of slots)."""

    accepts: OneOf
    confined: Mapping[Ladder, tuple[tuple[Level, int, int], ...]]


def bottlenecks(officers: Sequence[Officer], ladders: Sequence[Ladder]) -> tuple[Bottleneck, ...]:
    """Every set of people that can be too small; `officers` has one of each kind."""
    accepted = {
        slot: frozenset(place for place, officer in enumerate(officers) if slot.accepts(officer))
        for slot in _slots(ladders)
    }
    found = []
    for people in _connected_unions(accepted.values()):
        inside = tuple(slot for slot, takes in accepted.items() if takes <= people)
        confined = {ladder: tuple(_confined(ladder, frozenset(inside))) for ladder in ladders}
        found.append(Bottleneck(OneOf(inside), confined))
    return tuple(found)


def _slots(ladders: Iterable[Ladder]) -> list[Slot]:
    crews = (crew for ladder in ladders for _, crew in ladder)
    return sorted({slot for crew in crews for alternative in crew.alternatives for slot in alternative})


def _confined(ladder: Ladder, inside: frozenset[Slot]) -> Iterator[tuple[Level, int, int]]:
    for level, crew in ladder:
        for place, alternative in enumerate(crew.alternatives):
            count = sum(slot in inside for slot in alternative)
            if count:
                yield level, place, count


def _connected_unions(sets: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """The sets and all unions of them that hang together, each once, grown from the single ones."""
    single = list(dict.fromkeys(sets))
    found = dict.fromkeys(single)
    open_ = list(single)
    while open_:
        grown = open_.pop()
        for one in single:
            union = grown | one
            if grown & one and union not in found:
                found[union] = None
                open_.append(union)
    return list(found)
