"""Who is missing from a crew: as the posts are manned, or with the people on duty placed anew.

A sworn officer who stands in another crew may be free for this one as soon as an auxiliary comes to that
crew. So the crews of the same time are made again, in every lawful way, with one crew more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from math import prod

from rosterctl.domain.crew import ANY, Crew, Slot
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.post import Ladder
from rosterctl.rulekit.audit.facts.complete import is_complete, left_open

MOST_WAYS = 64
"""Ways of making the other crews anew that are looked at; with more of them nobody is moved."""

Alternatives = Sequence[tuple[Slot, ...]]


def missing_slots(
    crew: Crew, free: Sequence[Officer], there: Sequence[Officer], others: Iterable[Alternatives]
) -> tuple[tuple[Slot, ...], ...]:
    """The slots that nobody fills, in each way in which the fewest are left open.

    `free` are those whom nobody else needs; `there` is everybody on duty, and `others` are the crews that
    they make up and that must stand all the same. A single way without slots means that nobody is missing.
    """
    ways = [_left(alternative, free) for alternative in crew.alternatives]
    if all(ways):
        ways += [way for way in _anew(crew, there, list(others)) if way]
    fewest = min(map(len, ways))
    return tuple(dict.fromkeys(way for way in ways if len(way) == fewest))


def crew_made(ladder: Ladder, there: Sequence[Officer]) -> Alternatives:
    """The alternatives of the highest crew that those who stand at a post make up; none if they make none."""
    made: Alternatives = ()
    for _, crew in ladder:
        if any(is_complete(way, there) for way in crew.alternatives):
            made = crew.alternatives
    return made


def _anew(crew: Crew, there: Sequence[Officer], others: Sequence[Alternatives]) -> list[tuple[Slot, ...]]:
    if prod(map(len, others)) * len(crew.alternatives) > MOST_WAYS:
        return []
    return [
        _left(tuple(slot for way in ways for slot in way), there)
        for ways in product(crew.alternatives, *others)
    ]


def _left(slots: tuple[Slot, ...], people: Sequence[Officer]) -> tuple[Slot, ...]:
    """The open slots; the hardest are filled first, so that the easiest are left."""
    return tuple(sorted(left_open(sorted(slots, key=_hard), _of_use(people, len(slots)))))


def _of_use(people: Sequence[Officer], slots: int) -> Sequence[Officer]:
    """Of those who fill the same slots only so many: more of a kind leave no slot fewer open."""
    kinds: dict[tuple[str, bool, frozenset[str]], list[Officer]] = {}
    for one in people:
        kinds.setdefault((one.role, one.leader, one.skills), []).append(one)
    return [one for alike in kinds.values() for one in alike[:slots]]


def _hard(slot: Slot) -> tuple[bool, int, str]:
    return slot.role in (Role.AUXILIARY, ANY), -len(slot.skills), slot.role
