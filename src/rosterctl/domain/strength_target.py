"""Strength targets: heads wanted on duty at certain hours, beyond what the posts ask for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rosterctl.problems import NOWHERE, Place
from rosterctl.timeline.calendar import DayType
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import within


@dataclass(frozen=True, slots=True)
class StrengthTarget:
    """Heads wanted on duty in `units` (all if empty) between two times of every date of the given types.

    `first` and `last` bound these dates, both included. A head that lacks costs `weight` times its minutes:
    so a peak may come before the hours around it.
    """

    id: str
    name: str
    heads: int
    start: WallMinute
    end: WallMinute
    days: frozenset[DayType] = frozenset()
    units: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    weight: int = 1
    place: Place = field(default=NOWHERE, compare=False)

    def applies(self, day: date, types: frozenset[DayType]) -> bool:
        """Are the heads wanted on this date, which has these types?"""
        return within(self.first, day, self.last) and (not self.days or bool(self.days & types))

    def covers(self, unit: str) -> bool:
        return not self.units or unit in self.units
