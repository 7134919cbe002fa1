"""The columns of the CSV files; every field is a column of the same name."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from rosterctl.domain.accounts.lieu import EntryKind
from rosterctl.domain.exchange import ExchangeKind
from rosterctl.domain.officer import AbsenceKind, Role, WishKind
from rosterctl.domain.roster import Origin
from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text.scalars import (
    Count,
    Date,
    Flag,
    Hours,
    Id,
    Label,
    Minute,
    SignedHours,
    read_date,
    read_skill,
)


def read_skills(value: object) -> frozenset[str]:
    """Skills separated by spaces."""
    return frozenset(read_skill(word) for word in str(value).split())


def read_outages(value: object) -> tuple[tuple[object, object], ...]:
    """Stretches such as `2026-12-01..2026-12-05`, separated by spaces."""
    found = []
    for word in str(value).split():
        first, dots, last = word.partition("..")
        if not dots:
            raise ValueError(f"'{word}' is not a stretch of dates such as 2026-12-01..2026-12-05")
        found.append((read_date(first), read_date(last)))
    return tuple(found)


Skills = Annotated[frozenset[str], BeforeValidator(read_skills), WithJsonSchema({"type": "string"})]
Outages = Annotated[
    tuple[tuple[Date, Date], ...], BeforeValidator(read_outages), WithJsonSchema({"type": "string"})
]


class OfficerRow(Shape):
    officer_id: Id
    badge: Label = ""
    name: Label
    role: Role
    rank: Label = ""
    unit: Id
    team: Id
    leader: Flag = False
    skills: Skills = frozenset()
    zone: Id = ""
    phone: Label = ""
    joined: Date | None = None
    left: Date | None = None
    protected_from: Date | None = None
    protected_until: Date | None = None


class TransferRow(Shape):
    """From that date the officer belongs to another unit or team.

    Without a zone the home zone stays as it is within a unit; in another unit there is none.
    """

    officer_id: Id
    date: Date
    unit: Id
    team: Id
    zone: Id = ""


class AbsenceRow(Shape):
    officer_id: Id
    first: Date
    last: Date
    kind: AbsenceKind


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


class IncidentRow(Shape):
    """`id` is an officer's, or of the last two kinds a vehicle's; without `last` it is one date."""

    kind: IncidentKind
    id: Id
    first: Date
    last: Date | None = None
    note: Label = ""


class RequestRow(Shape):
    officer_id: Id
    date: Date
    wish: WishKind
    weight: Annotated[Count, Field(ge=1)] = 1


class ExchangeRow(Shape):
    officer_id: Id
    date: Date
    with_officer: Id
    with_date: Date | None = None
    kind: ExchangeKind
    note: Label = ""


class VehicleRow(Shape):
    vehicle_id: Id
    kind: Id
    unit: Id
    callsign: Label = ""
    outages: Outages = ()


class LedgerRow(Shape):
    officer_id: Id
    nights: Count = 0
    weekends: Count = 0
    holidays: Count = 0
    eves: Count = 0
    recalls: Count = 0
    overtime_hours: Hours = 0


class LieuRow(Shape):
    """What a planner writes; what is earned and spent follows from duties and absences."""

    officer_id: Id
    date: Date
    entry: Literal[EntryKind.INIT, EntryKind.ADJUST]
    hours: SignedHours
    note: Label = ""


class CarriedLieuRow(Shape):
    """What was earned and spent in earlier rosters."""

    officer_id: Id
    date: Date
    entry: Literal[EntryKind.EARN, EntryKind.SPEND]
    hours: Hours
    note: Label = ""


class HistoryRow(Shape):
    """One slice of a duty: the columns of roster.csv that matter here."""

    date: Date
    officer_id: Id
    unit_id: Id
    shift: Id
    start: Minute
    end: Minute
    post_id: Label = ""
    vehicle: Label = ""
    status: Origin = Origin.ROTATION
