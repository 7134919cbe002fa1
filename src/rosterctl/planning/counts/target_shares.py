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
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.planning.counts.groups import Group, union
from rosterctl.rulekit.model.board import Stretch
from rosterctl.timeline.clock import Instant


@dataclass(frozen=True)
class Room:
    """Heads of every unit between successive instants in `cuts`: by the rotation, and at the very most."""

    cuts: Sequence[Instant]
    plain: Mapping[str, Sequence[int]]
    potential: Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class Rest:
    """Of one target, between successive cuts: what is not asked of a block, and whether plain is too few."""

    heads: Sequence[int]
    short: Sequence[bool]


@dataclass(frozen=True)
class Others:
    """Implements `cover.Elsewhere` for one block: the target less the part asked of the block."""

    cuts: Sequence[Instant]
    rests: Mapping[str, Rest]

    def heads(self, target: StrengthTarget, stretch: Stretch) -> int:
        place = self._at(stretch)
        return self.rests[target.id].heads[place] if place >= 0 else 0

    def is_short(self, target: StrengthTarget, stretch: Stretch) -> bool:
        """The rotation alone does not reach the target there."""
        place = self._at(stretch)
        return self.rests[target.id].short[place] if place >= 0 else target.heads > 0

    def _at(self, stretch: Stretch) -> int:
        return bisect_right(self.cuts, stretch.start) - 1


class TargetShares:
    """Divides every target of a bureau between a block and the others."""

    def __init__(self, bureau: Bureau, room: Room) -> None:
        self.cuts = room.cuts
        self._targets = bureau.strengths
        self._room = room
        self._units = {
            target.id: [unit for unit in bureau.units if target.covers(unit)] for target in bureau.strengths
        }
        self._plain = {one.id: self._sum(room.plain, self._units[one.id]) for one in bureau.strengths}
        self._potential = {one.id: self._sum(room.potential, self._units[one.id]) for one in bureau.strengths}

    def others(self, block: Iterable[str]) -> Others:
        """For a block of these units."""
        mine = frozenset(block)
        return Others(self.cuts, {target.id: self._rest(target, mine) for target in self._targets})

    def _rest(self, target: StrengthTarget, block: frozenset[str]) -> Rest:
        units = [unit for unit in self._units[target.id] if unit in block]
        own_plain, own_potential = self._sum(self._room.plain, units), self._sum(self._room.potential, units)
        plain, potential = self._plain[target.id], self._potential[target.id]
        return Rest(
            [
                target.heads - asked(target.heads, *heads)
                for heads in zip(plain, potential, own_plain, own_potential, strict=True)
            ],
            [heads < target.heads for heads in plain],
        )

    def _sum(self, heads: Mapping[str, Sequence[int]], units: Sequence[str]) -> list[int]:
        return [sum(column) for column in zip(*(heads[unit] for unit in units), strict=True)] or (
            [0] * len(self.cuts)
        )


def asked(wanted: int, plain: int, potential: int, own_plain: int, own_potential: int) -> int:
    """Heads asked of a block at one place in time, of which there are `own_`; rounded up, so none is lost."""
    own_room = own_potential - own_plain
    if wanted >= potential:
        return own_plain + own_room
    if wanted <= plain:
        return min(own_plain, wanted)
    return own_plain - (-(wanted - plain) * own_room // (potential - plain))


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
        for day, per_day in group.open.items():
            home = group.home(day)
            masks: dict[int, list[int]] = {}
            for choice, mask in per_day.items():
                for place in range(bisect_left(cuts, choice.start), bisect_left(cuts, choice.end)):
                    masks.setdefault(place, []).append(mask)
                    if choice.plain:
                        plain[home][place] += mask.bit_count()
            for place, several in masks.items():
                potential[home][place] += union(several).bit_count()
    return Room(cuts, plain, potential)
