"""Zones, and the posts in them that must be staffed by time of day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from rosterctl.domain.crew import Crew
from rosterctl.problems import NOWHERE, Place
from rosterctl.timeline.calendar import DayType
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import within


class Level(IntEnum):
    """How well a post is manned: each level includes those below it."""

    MINIMUM = 1
    PLAN = 2
    TARGET = 3


Ladder = tuple[tuple[Level, Crew], ...]
"""For each level asked for the crew that reaches it, in order of the levels."""


@dataclass(frozen=True, slots=True)
class PostWindow:
    """A stretch of a duty day (minutes since the date's midnight) in which a post is wanted.

    It lies within [day_starts, day_starts + 1440): what the user writes as 00:00-06:00 belongs to the night
    before and stands here as 1440-1800.
    `days` restricts it to dates that have any of these types; empty means every date. `first` and `last`
    bound the dates on which it is wanted, both included. `crews` gives for each level asked for the crew that
    reaches it: MINIMUM is law, PLAN is the duty plan, TARGET a hope.
    """

    start: WallMinute
    end: WallMinute
    crews: Ladder
    days: frozenset[DayType] = frozenset()
    first: date | None = None
    last: date | None = None
    place: Place = field(default=NOWHERE, compare=False)

    def applies(self, day: date, types: frozenset[DayType]) -> bool:
        """Is the post wanted in it on this date, which has these types?"""
        return within(self.first, day, self.last) and (not self.days or bool(self.days & types))


@dataclass(frozen=True, slots=True)
class PostType:
    """What posts of one kind have in common.

    A manned post takes `vehicles` vehicles of kind `vehicle` (none if empty), and with a `licence` as many of
    its crew must hold that skill (the crews in `windows` ask for it already, see `crew.licensed`). With
    `reach_km` a crew member's own zone must lie within that distance of the post's zone (就近).
    Without windows it is the type of a post that the files no longer have: it is wanted no more.
    """

    id: str
    name: str
    windows: tuple[PostWindow, ...]
    vehicle: str = ""
    vehicles: int = 1
    licence: str = ""
    reach_km: float | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Zone:
    """A grid patrol area, road or ring section of a unit, with its centre in kilometres on the city map.

    It exists from `first` until `last`, both included; on other dates nobody is at home in it.
    """

    id: str
    name: str
    unit: str
    x: float = 0.0
    y: float = 0.0
    first: date | None = None
    last: date | None = None
    place: Place = field(default=NOWHERE, compare=False)

    def stands(self, day: date) -> bool:
        return within(self.first, day, self.last)

    def distance(self, other: Zone) -> float:
        """Kilometres as the crow flies."""
        return float(((self.x - other.x) ** 2 + (self.y - other.y) ** 2) ** 0.5)


@dataclass(frozen=True, slots=True)
class Post:
    """One place that a unit must staff. `callsign` is what its crew answers to on the radio.

    It stands from `first` until `last`, both included, which lie within the dates of its unit and its zone.
    Of one that the files no longer have, `gone` is the date and the minute from which nobody stands there.
    """

    id: str
    name: str
    type: str
    unit: str
    zone: str
    callsign: str = ""
    first: date | None = None
    last: date | None = None
    place: Place = field(default=NOWHERE, compare=False)
    gone: tuple[date, WallMinute] | None = None

    def stands(self, day: date) -> bool:
        return within(self.first, day, self.last)
