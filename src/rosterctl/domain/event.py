"""Events: operations on one date over several units, such as a city-wide night check."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rosterctl.domain.crew import Crew
from rosterctl.domain.post import Level
from rosterctl.problems import NOWHERE, Place
from rosterctl.timeline.clock import WallMinute


@dataclass(frozen=True, slots=True)
class Event:
    """An operation on one date over several units, such as a city-wide night check.

    Each of `sites` sites is manned by a crew that comes whole from one of `units`.
    """

    id: str
    name: str
    day: date
    start: WallMinute
    end: WallMinute
    units: tuple[str, ...]
    sites: int
    level: Level
    crew: Crew
    place: Place = field(default=NOWHERE, compare=False)
