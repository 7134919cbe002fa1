"""bureau.yaml: what the bureau is called, its presets and files, and what its posts ask for."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from rosterctl.domain.accounts.lieu import EXPIRES_DAYS
from rosterctl.domain.tier import LET_OFF_PRICE, LOAN_PRICE
from rosterctl.intake.shapes.crews import CrewShape
from rosterctl.intake.shapes.rotations import RotationShape
from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.shapes.shifts import ShiftShape
from rosterctl.intake.text.scalars import Count, Date, Id, Label, Minute, Number, Skill
from rosterctl.timeline.calendar import DayType
from rosterctl.wording import Language


class WindowShape(Shape):
    """A stretch of the day in which a post is wanted; the levels name crews.

    `first` and `last` bound the dates on which it is, both included.
    """

    start: Minute = Field(alias="from")
    end: Minute = Field(alias="to")
    days: tuple[DayType, ...] = ()
    first: Date | None = None
    last: Date | None = None
    minimum: Id | None = None
    plan: Id | None = None
    target: Id | None = None


class PostTypeShape(Shape):
    """`vehicle` is the kind a manned post takes, `licence` the skill its drivers hold, `reach_km` 就近."""

    id: Id
    name: Label
    vehicle: Id | None = None
    vehicles: Annotated[Count, Field(ge=1, le=6)] = 1
    licence: Skill | None = None
    reach_km: Annotated[Number, Field(ge=0)] | None = None
    windows: Annotated[list[WindowShape], Field(min_length=1)]


class StrengthShape(Shape):
    """Heads wanted on duty between two times, in all units unless some are named.

    `first` and `last` bound the dates on which they are, both included. A head that lacks counts `weight`
    times as much as one of a target without.
    """

    id: Id
    name: Label
    heads: Annotated[Count, Field(ge=1)]
    weight: Annotated[Count, Field(ge=1, le=100)] = 1
    start: Minute = Field(alias="from")
    end: Minute = Field(alias="to")
    days: tuple[DayType, ...] = ()
    first: Date | None = None
    last: Date | None = None
    units: tuple[Id, ...] = ()


class PricesShape(Shape):
    """Person-minutes of the post plan that a duty off the rotation must bring; 0: for legal minima only."""

    let_off: Annotated[Count, Field(ge=0, le=1_000_000)] = LET_OFF_PRICE
    loan: Annotated[Count, Field(ge=0, le=1_000_000)] = LOAN_PRICE


class BureauShape(Shape):
    """File entries are names or patterns such as `units/*.yaml`, relative to the folder of bureau.yaml.

    Without `language` everything is said in that of the locale.
    Without `absences` an `absences.csv` beside bureau.yaml is read if there is one; so are `transfers.csv`,
    `incidents.csv`, `requests.csv`, `exchanges.csv`, `vehicles.csv`, `lieu.csv` and `events.yaml`.
    """

    STAND_INS: ClassVar[dict[str, Any]] = {
        "bureau": "unnamed",
        "name": "unnamed",
        "timezone": "UTC",
        "anchor": "2020-01-01",
        "day_starts": "07:00",
        "calendar": "unnamed",
        "rulebook": "unnamed",
        "units": [],
        "officers": [],
    }

    bureau: Id
    name: Label
    language: Language | None = None
    timezone: Label
    anchor: Date
    day_starts: Minute
    calendar: Id
    rotations: tuple[Id, ...] = ()
    shifts: tuple[Id, ...] = ()
    rulebook: Id
    rules: dict[Id, dict[str, Any]] = Field(default_factory=dict)
    own_shifts: tuple[ShiftShape, ...] = ()
    own_rotations: tuple[RotationShape, ...] = ()
    units: tuple[Label, ...]
    zones: tuple[Label, ...] = ()
    officers: tuple[Label, ...]
    transfers: tuple[Label, ...] = ()
    absences: tuple[Label, ...] = ()
    incidents: tuple[Label, ...] = ()
    requests: tuple[Label, ...] = ()
    exchanges: tuple[Label, ...] = ()
    vehicles: tuple[Label, ...] = ()
    events: tuple[Label, ...] = ()
    ledger: Label | None = None
    history: Label | None = None
    lieu: Label | None = None
    lieu_expires_days: Annotated[Count, Field(ge=1, le=36_500)] = EXPIRES_DAYS
    prices: PricesShape = Field(default_factory=PricesShape)
    crews: tuple[CrewShape, ...] = ()
    post_types: tuple[PostTypeShape, ...] = ()
    strengths: tuple[StrengthShape, ...] = ()
