"""`carried/gone.yaml`: what a published roster has used and the files no longer have. rosterctl writes it."""

from __future__ import annotations

from pydantic import Field

from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.unit import UnitKind
from rosterctl.intake.shapes.csv_columns import OfficerRow
from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.shapes.zones import ZoneShape
from rosterctl.intake.text.scalars import Date, Id, Label, Minute, Number


class GoneUnitShape(Shape):
    """It works by no duty model any more, and has no teams."""

    id: Id
    name: Label
    kind: UnitKind


class GonePostShape(Shape):
    """A post, or the site of an event, which has a slash in its id. What its type asks stands beside it.

    Nobody stands there from `at` of the date `since` on.
    """

    id: Label
    name: Label
    unit: Id
    zone: Id = ""
    callsign: Label = ""
    vehicle: Id | None = None
    reach_km: Number | None = None
    since: Date
    at: Minute


class GoneVehicleShape(Shape):
    """It runs no more from `at` of the date `since` on."""

    id: Id
    kind: Id
    unit: Id
    callsign: Label = ""
    since: Date
    at: Minute


class GoneTransferShape(Shape):
    """Where the officer belonged from a date on."""

    first: Date = Field(alias="from")
    unit: Id
    team: Id
    zone: Id = ""


class GoneAbsenceShape(Shape):
    """As it was written, or as an incident made it."""

    first: Date
    last: Date
    kind: AbsenceKind
    start: Minute | None = None
    end: Minute | None = None


class GoneOfficerShape(OfficerRow):
    """The officer's row; `left` is the last date of which a duty has begun."""

    left: Date
    transfers: tuple[GoneTransferShape, ...] = ()
    absences: tuple[GoneAbsenceShape, ...] = ()


class GoneShape(Shape):
    units: tuple[GoneUnitShape, ...] = ()
    zones: tuple[ZoneShape, ...] = ()
    posts: tuple[GonePostShape, ...] = ()
    vehicles: tuple[GoneVehicleShape, ...] = ()
    officers: tuple[GoneOfficerShape, ...] = ()
