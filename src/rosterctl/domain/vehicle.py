"""Vehicles, and the dates on which they are in the workshop."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rosterctl.problems import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Outage:
    """A vehicle is in the workshop on these dates, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A car or motorcycle of a unit (`kind` is the word post types use)."""

    id: str
    kind: str
    unit: str
    callsign: str = ""
    outages: tuple[Outage, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)

    def runs(self, day: date) -> bool:
        return not any(outage.first <= day <= outage.last for outage in self.outages)
