"""The columns of the CSV files; every field is a column of the same name, in the order of the file.

Whoever writes one of these files takes its columns from here (`columns_of`), so it can be read back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, Field, WithJsonSchema

from rosterctl.domain.accounts.lieu import EntryKind
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.people.exchange import ExchangeKind
from rosterctl.domain.people.incident import IncidentKind
from rosterctl.domain.people.officer import Role
from rosterctl.domain.people.wish import WishKind
from rosterctl.domain.roster import Origin
from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text import value_wording
from rosterctl.intake.text.scalars import (
    Count,
    Date,
    Flag,
    Hours,
    Id,
    Label,
    Minute,
    Number,
    SignedHours,
    read_date,
    read_skill,
)
from rosterctl.intake.text.synonyms import in_english
from rosterctl.wording import say


def read_skills(value: object) -> frozenset[str]:
    """Skills separated by spaces."""
    return frozenset(read_skill(word) for word in str(value).split())


def read_outages(value: object) -> tuple[tuple[object, object], ...]:
    """Stretches such as `2026-12-01..2026-12-05`, separated by spaces."""
    found = []
    for word in str(value).split():
        first, dots, last = word.partition("..")
        if not dots:
            raise ValueError(say(value_wording.NOT_A_STRETCH, text=word))
        found.append((read_date(first), read_date(last)))
    return tuple(found)


Skills = Annotated[frozenset[str], BeforeValidator(read_skills), WithJsonSchema({"type": "string"})]
Outages = Annotated[
    tuple[tuple[Date, Date], ...], BeforeValidator(read_outages), WithJsonSchema({"type": "string"})
]
RoleWord = Annotated[Role, BeforeValidator(in_english(Role))]
AbsenceWord = Annotated[AbsenceKind, BeforeValidator(in_english(AbsenceKind))]
IncidentWord = Annotated[IncidentKind, BeforeValidator(in_english(IncidentKind))]
ExchangeWord = Annotated[ExchangeKind, BeforeValidator(in_english(ExchangeKind))]
WishWord = Annotated[WishKind, BeforeValidator(in_english(WishKind))]
LieuWord = Annotated[
    Literal[EntryKind.INIT, EntryKind.ADJUST], BeforeValidator(in_english((EntryKind.INIT, EntryKind.ADJUST)))
]
PartOfDuties = Annotated[Number, Field(ge=0)]
"""Of a number of duties, or of hours, what is one officer's: it need not be whole."""


class OfficerRow(Shape):
    officer_id: Id
    badge: Label = ""
    name: Label
    role: RoleWord
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
    kind: AbsenceWord


class IncidentRow(Shape):
    """`id` is an officer's, or of the last two kinds a vehicle's; without `last` it is one date.

    `at` is the time of `first` at which it happened: a duty that runs ends then, a vehicle stops or runs.
    """

    kind: IncidentWord
    id: Id
    first: Date
    last: Date | None = None
    note: Label = ""
    at: Minute | None = None


class RequestRow(Shape):
    officer_id: Id
    date: Date
    wish: WishWord
    weight: Annotated[Count, Field(ge=1)] = 1


class ExchangeRow(Shape):
    officer_id: Id
    date: Date
    with_officer: Id
    with_date: Date | None = None
    kind: ExchangeWord
    note: Label = ""


class VehicleRow(Shape):
    vehicle_id: Id
    kind: Id
    unit: Id
    callsign: Label = ""
    outages: Outages = ()


class LedgerRow(Shape):
    """What an officer has borne; beside it, as `export csv` writes it, the fair share and among whom it was.

    Without shares the counts are those of the dates from `first` to `last`: where both are empty, of the 365
    dates before the roster. They are shared by the dates on which each officer was there.
    """

    officer_id: Id
    nights: Count = 0
    weekends: Count = 0
    holidays: Count = 0
    eves: Count = 0
    recalls: Count = 0
    overtime_hours: Hours = 0
    nights_share: PartOfDuties | None = None
    weekends_share: PartOfDuties | None = None
    holidays_share: PartOfDuties | None = None
    eves_share: PartOfDuties | None = None
    recalls_share: PartOfDuties | None = None
    overtime_hours_share: PartOfDuties | None = None
    unit: Id | None = None
    team: Id | None = None
    role: RoleWord | None = None
    first: Date | None = None
    last: Date | None = None


class LieuRow(Shape):
    """What a planner writes; what is earned and spent follows from duties and absences."""

    officer_id: Id
    date: Date
    entry: LieuWord
    hours: SignedHours
    note: Label = ""


class CarriedLieuRow(Shape):
    """`carried/lieu.csv`: what was earned and spent in earlier rosters."""

    officer_id: Id
    date: Date
    entry: Literal[EntryKind.EARN, EntryKind.SPEND]
    hours: Hours
    note: Label = ""


class BegunDutyRow(Shape):
    """`carried/begun.csv`: a duty that had begun when an absence was entered that has its date in it.

    `duty` is its date; the absence begins `at` a time of `date`.
    """

    officer_id: Id
    duty: Date
    date: Date
    at: Minute


class HistoryRow(Shape):
    """One slice of a duty: the columns of roster.csv that are read; the others are for people."""

    date: Date
    officer_id: Id
    unit_id: Id
    shift: Id
    start: Minute
    end: Minute
    post_id: Label = ""
    vehicle: Label = ""
    status: Origin = Origin.ROTATION
    note: Label = ""


BROKEN_OFF = "broken-off"
"""What stands in `note` of a duty that ended before its shift, because the officer fell away."""

ROSTER_COLUMNS = (
    *("date", "weekday", "holiday", "unit_id", "unit", "team", "officer_id", "badge", "name", "role", "rank"),
    *("shift", "start", "end", "end_next_day", "hours", "post_id", "post", "zone_id", "vehicle", "callsign"),
    *("leader", "status", "note"),
)
"""All columns of an exported roster.csv; `HistoryRow` reads some of them."""

LIEU_COLUMNS = ("lieu_earned_hours", "lieu_spent_hours", "lieu_left_hours", "lieu_overdrawn_hours")
"""The columns of an exported ledger.csv that follow those of `LedgerRow`."""


def columns_of(kind: type[BaseModel]) -> tuple[str, ...]:
    """The columns of a file by the shape of its rows."""
    return tuple(kind.model_fields)


UNREAD: Mapping[type[BaseModel], frozenset[str]] = {
    HistoryRow: frozenset(ROSTER_COLUMNS) - frozenset(columns_of(HistoryRow)),
    LedgerRow: frozenset(LIEU_COLUMNS),
}
"""Columns that `export csv` writes and that are passed over when its files are read again."""
