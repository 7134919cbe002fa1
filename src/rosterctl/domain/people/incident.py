"""Incidents: what has happened to an officer or a vehicle since the bureau's files were written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rosterctl.timeline.clock import WallMinute


class IncidentKind(StrEnum):
    """What may happen to an officer, or to a vehicle."""

    SICK = "sick"
    LEAVE = "leave"
    TRAINING = "training"
    COURT = "court"
    OTHER = "other"
    BACK = "back"
    LEFT = "left"
    VEHICLE_DOWN = "vehicle-down"
    VEHICLE_BACK = "vehicle-back"


LASTING = frozenset((IncidentKind.BACK, IncidentKind.LEFT, IncidentKind.VEHICLE_BACK))
"""These hold from their first date on, until something else happens: they have no last date."""

AGAIN_THERE = LASTING - {IncidentKind.LEFT}
"""These end an absence or an outage."""

OF_VEHICLES = frozenset((IncidentKind.VEHICLE_DOWN, IncidentKind.VEHICLE_BACK))
"""These happen to a vehicle, all others to an officer."""


@dataclass(frozen=True)
class Incident:
    """`id` is an officer's or a vehicle's; without `last` it is one date, or holds on if it is lasting.

    `at` is the minute of the first date (by the wall clock) at which it happened; without it the whole date
    is meant.
    """

    kind: IncidentKind
    id: str
    first: date
    last: date | None = None
    note: str = ""
    at: WallMinute | None = None
