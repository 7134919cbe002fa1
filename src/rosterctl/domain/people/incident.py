"""Incidents: what has happened to an officer or a vehicle since the bureau's files were written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rosterctl import wording
from rosterctl.timeline.clock import WallMinute
from rosterctl.wording import say


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

    @property
    def words(self) -> str:
        return say(_WORDS[self])


_WORDS = {
    IncidentKind.SICK: wording.INCIDENT_SICK,
    IncidentKind.LEAVE: wording.AWAY_ON_LEAVE,
    IncidentKind.TRAINING: wording.AWAY_IN_TRAINING,
    IncidentKind.COURT: wording.AWAY_AT_COURT,
    IncidentKind.OTHER: wording.AWAY_OTHERWISE,
    IncidentKind.BACK: wording.INCIDENT_BACK,
    IncidentKind.LEFT: wording.INCIDENT_LEFT,
    IncidentKind.VEHICLE_DOWN: wording.INCIDENT_DOWN,
    IncidentKind.VEHICLE_BACK: wording.INCIDENT_RUNS_AGAIN,
}


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
