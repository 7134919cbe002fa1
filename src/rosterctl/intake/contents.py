"""What the files of a bureau hold, each held against its shape; nothing is compared with anything yet."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel

from rosterctl.intake.build.declared import Names
from rosterctl.intake.shapes.bureau import BureauShape
from rosterctl.intake.shapes.calendar import CalendarShape
from rosterctl.intake.shapes.csv_columns import (
    UNREAD,
    AbsenceRow,
    BegunDutyRow,
    CarriedLieuRow,
    ExchangeRow,
    HistoryRow,
    IncidentRow,
    LedgerRow,
    LieuRow,
    OfficerRow,
    RequestRow,
    TransferRow,
    VehicleRow,
)
from rosterctl.intake.shapes.events import EventShape
from rosterctl.intake.shapes.gone import GoneShape
from rosterctl.intake.shapes.rotations import RotationShape
from rosterctl.intake.shapes.rulebook import RulebookShape
from rosterctl.intake.shapes.shifts import ShiftShape
from rosterctl.intake.shapes.units import UnitShape
from rosterctl.intake.shapes.zones import PostShape, ZoneShape
from rosterctl.intake.text.csv_rows import CsvRow, read_rows
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.intake.text.scalars import read_id
from rosterctl.intake.text.yaml_documents import read_document
from rosterctl.intake.text.yaml_items import Item, check_shape
from rosterctl.intake.text.yaml_nodes import Mapped
from rosterctl.problems import Place

R = TypeVar("R", bound=BaseModel)
F = TypeVar("F", bound=BaseModel)
CARRIED_FOLDER = "carried"
"""The folder in a bureau for what was carried over from earlier rosters."""

BESIDE = {
    **{key: f"{key}.csv" for key in ("transfers", "absences", "incidents", "requests", "exchanges")},
    **{"vehicles": "vehicles.csv", "events": "events.yaml", "lieu": "lieu.csv"},
}
"""Files that belong to the bureau by standing beside bureau.yaml, unless it names others under the key.

`ledger.csv` and `history.csv` do not: `export csv` writes a ledger, and one that lies there by chance would
count everything twice.
"""


@dataclass
class BureauContents:
    """Everything that was read, item by item with its place, and the ids that were declared."""

    folder: Folder
    mistakes: Mistakes
    head: Item[BureauShape]
    wrong: frozenset[str]
    calendar: Item[CalendarShape] | None = None
    rulebook: Item[RulebookShape] | None = None
    shifts: list[Item[ShiftShape]] = field(default_factory=list)
    rotations: list[Item[RotationShape]] = field(default_factory=list)
    units: list[Item[UnitShape]] = field(default_factory=list)
    zones: list[Item[ZoneShape]] = field(default_factory=list)
    posts: list[Item[PostShape]] = field(default_factory=list)
    events: list[Item[EventShape]] = field(default_factory=list)
    officers: list[CsvRow[OfficerRow]] = field(default_factory=list)
    transfers: list[CsvRow[TransferRow]] = field(default_factory=list)
    absences: list[CsvRow[AbsenceRow]] = field(default_factory=list)
    incidents: list[CsvRow[IncidentRow]] = field(default_factory=list)
    begun: list[CsvRow[BegunDutyRow]] = field(default_factory=list)
    requests: list[CsvRow[RequestRow]] = field(default_factory=list)
    vehicles: list[CsvRow[VehicleRow]] = field(default_factory=list)
    ledger: list[CsvRow[LedgerRow]] = field(default_factory=list)
    history: list[CsvRow[HistoryRow]] = field(default_factory=list)
    exchanges: list[CsvRow[ExchangeRow]] = field(default_factory=list)
    lieu: list[CsvRow[LieuRow]] = field(default_factory=list)
    carried_lieu: list[CsvRow[CarriedLieuRow]] = field(default_factory=list)
    carried: bool = False
    gone: Item[GoneShape] | None = None

    def __post_init__(self) -> None:
        self.shift_ids = Names("shift", self.mistakes)
        self.rotation_ids = Names("rotation", self.mistakes)
        self.crew_ids = Names("crew", self.mistakes)
        self.type_ids = Names("post type", self.mistakes)
        self.unit_ids = Names("unit", self.mistakes)
        self.zone_ids = Names("zone", self.mistakes)
        self.post_ids = Names("post", self.mistakes)
        self.event_ids = Names("event", self.mistakes)
        self.strength_ids = Names("strength target", self.mistakes)
        self.officer_ids = Names("officer", self.mistakes)
        self.vehicle_ids = Names("vehicle", self.mistakes)

    def files(self, key: str, *names: Names) -> Iterator[str]:
        """The files under a key of bureau.yaml; a missing one leaves `names` incomplete.

        Without the key, the file that stands beside bureau.yaml by itself, if there is one.
        """
        if key in self.wrong:
            for one in names:
                one.complete = False
        beside = BESIDE.get(key)
        if beside and key not in self.head.node.values and key not in self.wrong:
            path, place = self.folder.root / beside, self.head.place
            if beside in self.folder.carried or (
                os.path.lexists(path) and self.folder.may_read(path, beside, place)
            ):
                yield beside
            return
        entries = getattr(self.head.shape, key)
        listed = not isinstance(entries, str | None)
        for number, pattern in enumerate(entries if listed else [entries] if entries else []):
            place = self.head.at(key, number) if listed else self.head.at(key)
            before = len(self.mistakes.problems)
            found = list(self.folder.includes(pattern, place))
            if len(self.mistakes.problems) > before:
                for one in names:
                    one.complete = False
            yield from found

    def document(self, name: str, kind: type[F], **ids: Names) -> tuple[F, Mapped] | None:
        """A YAML file in its shape; `ids` says for each top-level list which ids it declares."""
        text = self.folder.text(name)
        node = None if text is None else read_document(name, text, self.mistakes)
        return self.shaped(node, kind, **ids)

    def shaped(self, node: Mapped | None, kind: type[F], **ids: Names) -> tuple[F, Mapped] | None:
        for key, names in ids.items():
            names.declare_all(node, key)
        if node is None:
            return None
        found, wrong = check_shape(kind, node, self.mistakes)
        for key, names in ids.items():
            names.complete &= key not in wrong and found is not None
        return None if found is None else (found, node)

    def rows(self, key: str, kind: type[R], ids: Names | None = None) -> Iterator[CsvRow[R]]:
        """The rows of the CSV files under a key of bureau.yaml; wrong ones come without a shape."""
        for name in self.files(key, *([ids] if ids else [])):
            rows = read_rows(self.folder, name, kind, UNREAD.get(kind, frozenset()))
            if rows is None:
                if ids is not None:
                    ids.complete = False
                continue
            before = len(self.mistakes.problems)
            yield from rows
            broken = self.mistakes.problems[before:]
            if ids is not None and any(problem.place.column == 1 for problem in broken):
                ids.complete = False

    def is_carried(self, name: str) -> bool:
        """Is there a file of this name that was carried over from earlier rosters?"""
        file = f"{CARRIED_FOLDER}/{name}"
        return file in self.folder.carried or os.path.lexists(self.folder.root / file)

    def carried_rows(self, name: str, kind: type[R]) -> Iterator[CsvRow[R]]:
        """Its rows; no key of bureau.yaml names the file, it is found by being there."""
        file = f"{CARRIED_FOLDER}/{name}"
        if self._may_be_carried(name):
            yield from read_rows(self.folder, file, kind) or ()

    def carried_document(self, name: str, kind: type[F]) -> tuple[F, Mapped] | None:
        """The same for a YAML file in its shape. What it declares can be named nowhere else."""
        return self.document(f"{CARRIED_FOLDER}/{name}", kind) if self._may_be_carried(name) else None

    def _may_be_carried(self, name: str) -> bool:
        file = f"{CARRIED_FOLDER}/{name}"
        if file in self.folder.carried:
            return True
        return self.is_carried(name) and self.folder.may_read(self.folder.root / file, file, Place(file))


def refers(names: Names, name: str, row: CsvRow[Any], column: str) -> bool:
    """True when the id that a cell names exists; else a mistake at the cell."""
    return name in names.places or names.known(name, row.at(column), column)


def row_id(row: CsvRow[R], column: str) -> str:
    """The id in a row as far as it can be read; empty if it cannot."""
    try:
        return read_id(row.cells.get(column, ""))
    except ValueError:
        return ""
