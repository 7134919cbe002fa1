"""The rotation is arithmetic: team k works `cycle[(day + offset_k) mod length]`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rosterctl.problems import NOWHERE, Place

REST = "O"


@dataclass(frozen=True, slots=True)
class Rotation:
    """A cycle of one-letter day codes; `O` is off, every other letter names a shift in `shifts`.

    `offsets` are the phases of the teams in order; a team may state its own.
    """

    id: str
    name: str
    cycle: str
    offsets: tuple[int, ...]
    shifts: Mapping[str, str]
    place: Place = field(default=NOWHERE, compare=False)

    def letter(self, day: date, offset: int, anchor: date) -> str:
        """The letter a team with this offset works on `day`; `anchor` is day 0 of the cycle."""
        return self.cycle[((day - anchor).days + offset) % len(self.cycle)]
