"""When a crew is complete, and how many heads it lacks: read from its slots and from the people themselves.

A sworn officer may do the work of an auxiliary, never the other way round; a leader is a sworn officer who
leads. Whoever fills a slot has every skill that it names, and fills one slot only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rosterctl.domain.crew import Slot
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.post import Ladder, Level

_ASKED = {"sworn": (True, False), "leader": (True, True), "auxiliary": (False, False), "any": (False, False)}
"""By the role of a slot: must whoever fills it be sworn, and lead?"""


def fills(officer: Officer, slot: Slot) -> bool:
    """May this officer fill this slot?"""
    sworn, leads = _ASKED[slot.role]
    if (sworn and officer.role is not Role.SWORN) or (leads and not officer.leader):
        return False
    return officer.skills.issuperset(slot.skills)


def left_open(alternative: Sequence[Slot], officers: Sequence[Officer]) -> Iterator[Slot]:
    """The slots left over when as many as can be have an officer of their own.

    A bipartite matching by augmenting paths (Kuhn, 1955).
    """
    holder: dict[int, int] = {}
    able: dict[Slot, list[int]] = {}

    def fill(slot: int, tried: set[int]) -> bool:
        for place in able[alternative[slot]]:
            if place in tried:
                continue
            tried.add(place)
            if place not in holder or fill(holder[place], tried):
                holder[place] = slot
                return True
        return False

    for slot, asked in enumerate(alternative):
        if asked not in able:
            able[asked] = [place for place, officer in enumerate(officers) if fills(officer, asked)]
        if not fill(slot, set()):
            yield asked


def is_complete(alternative: Sequence[Slot], officers: Sequence[Officer]) -> bool:
    """Every slot has an officer of its own; extra heads do no harm."""
    return len(officers) >= len(alternative) and next(left_open(alternative, officers), None) is None


def highest_level(crews: Ladder, officers: Sequence[Officer]) -> Level | None:
    """The highest level of which these officers complete an alternative; None where they complete none."""
    reached = [
        level
        for level, crew in crews
        if any(is_complete(alternative, officers) for alternative in crew.alternatives)
    ]
    return max(reached, default=None)


def heads_missing(crews: Ladder, wanted: Level, reached: Level | None) -> int:
    """Heads that a post manned at `reached` (None: empty) lacks for the level `wanted`.

    A level is worth the heads of its smallest alternative, and a post is worth the best level up to the one
    it reaches. What is not asked for, or reached, lacks nobody.
    """
    worth = {level: min(map(len, crew.alternatives)) for level, crew in crews}
    if wanted not in worth or (reached is not None and wanted <= reached):
        return 0
    there = [heads for level, heads in worth.items() if reached is not None and level <= reached]
    return max(worth[wanted] - max(there, default=0), 0)
