"""Vehicles, and when they are in the workshop."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rosterctl.problems import NOWHERE, Place
from rosterctl.timeline.clock import WallMinute


@dataclass(frozen=True, slots=True)
class Outage:
    """A vehicle is in the workshop on these duty days, both included.

    With `start` only from that minute of the first one on (by the wall clock), with `end` only until that
    minute of the last one.
    """

    first: date
    last: date
    start: WallMinute | None = None
    end: WallMinute | None = None


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A car or motorcycle of a unit (`kind` is the word post types use)."""

    id: str
    kind: str
    unit: str
    callsign: str = ""
    outages: tuple[Outage, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
