"""Which of the free officers of a unit make up a crew: the plainest that do, those from nearby first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from functools import cache

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew, Slot
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import PostType
from tests.bench.homes import home_of


class Picker:
    """Knows the officers of one unit."""

    def __init__(self, bureau: Bureau, officers: Sequence[Officer]) -> None:
        self.bureau = bureau
        self.officers = {one.id: one for one in officers}
        self.plainest = sorted(officers, key=lambda one: (one.leader, len(one.skills)))
        self.fitting = cache(self._fitting)
        self.near = cache(self._near)

    def crew(
        self,
        crew: Crew,
        zone: str,
        type: PostType | None,
        free: Set[str],
        here: Collection[str],
        standing: Mapping[str, str],
    ) -> tuple[str, ...] | None:
        """The members of the alternative that wastes the fewest; None when none can be filled.

        `here` are those who stood at the post until now, `standing` those who stood at any.
        """
        reach = type.reach_km if type else None
        best: tuple[int, tuple[str, ...]] | None = None
        for alternative in crew.alternatives:
            chosen: dict[str, Slot] = {}
            for slot in sorted(alternative, key=_hardest):
                one = self._one(slot, zone, reach, free - chosen.keys(), here, standing)
                if one is None:
                    break
                chosen[one] = slot
            else:
                wasted = sum(not _proper(slot, self.officers[one]) for one, slot in chosen.items())
                best = min(best or (wasted + 1, ()), (wasted, tuple(chosen)), key=lambda found: found[0])
        return best[1] if best else None

    def _one(
        self,
        slot: Slot,
        zone: str,
        reach: float | None,
        free: Set[str],
        here: Collection[str],
        standing: Mapping[str, str],
    ) -> str | None:
        """Somebody who is there already, else from the same zone, else idle, else from another post."""
        fitting = self.fitting(slot, zone, reach)
        for groups in (
            (one for one in fitting if one in here),
            (one for one in self.near(slot, zone, reach) if one not in standing),
            (one for one in fitting if one not in standing),
            fitting,
        ):
            found = next((one for one in groups if one in free), None)
            if found is not None:
                return found
        return None

    def _fitting(self, slot: Slot, zone: str, reach: float | None) -> tuple[str, ...]:
        """Those whom the slot accepts and the reach allows; who could do more comes later."""
        there = self.bureau.zones.get(zone)
        found = []
        for one in self.plainest:
            home = self.bureau.zones.get(home_of(one).zone)
            far = reach is not None and there and home and home.distance(there) > reach
            if slot.accepts(one) and not far:
                found.append(one)
        found.sort(key=lambda one: not _proper(slot, one))
        return tuple(one.id for one in found)

    def _near(self, slot: Slot, zone: str, reach: float | None) -> tuple[str, ...]:
        """Those of the zone itself for whom the slot is made."""
        names = self.fitting(slot, zone, reach)
        return tuple(
            one
            for one in names
            if home_of(self.officers[one]).zone == zone and _proper(slot, self.officers[one])
        )


def _hardest(slot: Slot) -> tuple[int, int]:
    return ("leader", "sworn", "auxiliary", "any").index(slot.role), -len(slot.skills)


def _proper(slot: Slot, officer: Officer) -> bool:
    """The slot asks for the officer's own role, so nobody better is used up on it."""
    return slot.role != "auxiliary" or officer.role.value == slot.role
