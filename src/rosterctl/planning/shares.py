"""What part of a bureau-wide strength target each block of units is asked for.

Units are solved apart, so a target is divided before the search. Between what the rotation gives (`plain`)
and what everybody who may be called could give (`potential`), every block is asked for the same part of its
own room: all of it where the target is out of reach, nothing more than plain where plain is enough. Where
the target is out of reach for all, the parts lose nothing: each missing head then counts the same wherever
it is missing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import StrengthTarget
from rosterctl.planning.groups import Group, union
from rosterctl.rules.board import Stretch


@dataclass(frozen=True)
class Room:
    """Heads of every unit between successive instants in `cuts`: by the rotation, and at the very most."""

    cuts: Sequence[int]
    plain: Mapping[str, Sequence[int]]
    potential: Mapping[str, Sequence[int]]

    def at(self, instant: int) -> int:
        return bisect_right(self.cuts, instant) - 1


@dataclass(frozen=True)
class Others:
    """Implements `cover.Elsewhere` for one block: the target less the part asked of the block."""

    units: Iterable[str]
    room: Room
    block: frozenset[str]

    @property
    def cuts(self) -> Iterable[int]:
        return self.room.cuts

    def heads(self, target: StrengthTarget, stretch: Stretch) -> int:
        place = self.room.at(stretch.start)
        covered = [unit for unit in self.units if target.covers(unit)]
        mine = [unit for unit in covered if unit in self.block]
        return target.heads - asked(self.room, target, place, covered, mine)

    def is_short(self, target: StrengthTarget, stretch: Stretch) -> bool:
        """The rotation alone does not reach the target there."""
        covered = [unit for unit in self.units if target.covers(unit)]
        return (
            sum(heads_at(self.room, self.room.plain, unit, stretch.start) for unit in covered) < target.heads
        )


def heads_at(room: Room, heads: Mapping[str, Sequence[int]], unit: str, instant: int) -> int:
    place = room.at(instant)
    return heads[unit][place] if place >= 0 else 0


def asked(room: Room, target: StrengthTarget, place: int, covered: Sequence[str], mine: Sequence[str]) -> int:
    """Heads asked of the units `mine` at one place in time; rounded up, so that no head is lost."""
    if place < 0:
        return target.heads
    plain = sum(room.plain[unit][place] for unit in covered)
    potential = sum(room.potential[unit][place] for unit in covered)
    own_plain = sum(room.plain[unit][place] for unit in mine)
    own_room = sum(room.potential[unit][place] for unit in mine) - own_plain
    if target.heads >= potential:
        return own_plain + own_room
    if target.heads <= plain:
        return min(own_plain, target.heads)
    return own_plain - (-(target.heads - plain) * own_room // (potential - plain))


def make_room(bureau: Bureau, groups: Sequence[Group]) -> Room:
    """From what is open to each group; officers are counted in their own units."""
    cuts = sorted(
        {
            at
            for group in groups
            for per_day in group.open.values()
            for choice in per_day
            for at in (choice.start, choice.end)
        }
    )
    plain = {unit: [0] * len(cuts) for unit in bureau.units}
    potential = {unit: [0] * len(cuts) for unit in bureau.units}
    for group in groups:
        for per_day in group.open.values():
            masks: dict[int, list[int]] = {}
            for choice, mask in per_day.items():
                for place in range(bisect_left(cuts, choice.start), bisect_left(cuts, choice.end)):
                    masks.setdefault(place, []).append(mask)
                    if choice.plain:
                        plain[group.unit][place] += mask.bit_count()
            for place, several in masks.items():
                potential[group.unit][place] += union(several).bit_count()
    return Room(cuts, plain, potential)
