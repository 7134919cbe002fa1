"""Who is meant by a row of an edited roster.csv, where id and name are not those of one person.

In a spreadsheet people type a name over another and leave the id, or the id and leave the name. Which of the
two was typed shows in the roster that was exported: what stood there before was not. Where that does not
tell, or nobody has the name, the row is a mistake.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from pydantic import model_validator

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin
from rosterctl.domain.rotation import REST
from rosterctl.domain.shift import own_id
from rosterctl.intake.build.zeros import without_zeros
from rosterctl.intake.shapes.csv_columns import HistoryRow
from rosterctl.intake.text.csv_rows import CsvRow
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.intake.text.scalars import Hours, Label
from rosterctl.storage.roster import edited_wording as wording
from rosterctl.timeline.clock import DAY
from rosterctl.wording import say

PEOPLE_COLUMNS = frozenset(("name", "badge", "hours"))
"""What is read of an edited roster beside what makes a duty."""


BY_NAME = "?"
"""Stands for an id where the cell is empty and the name says who it is."""


class RosterRow(HistoryRow):
    """A row of a file that may have been through a spreadsheet. The id may be empty where there is a name."""

    name: Label = ""
    badge: Label = ""
    hours: Hours | None = None

    @model_validator(mode="before")
    @classmethod
    def _unguarded(cls, cells: Any) -> Any:
        """Take off the apostrophe that keeps a spreadsheet from seeing a formula; no id has one."""
        if any(cell.startswith("'") for cell in cells.values()):
            cells = {column: cell.removeprefix("'") for column, cell in cells.items()}
        if "officer_id" not in cells and "name" in cells:
            return {**cells, "officer_id": BY_NAME}
        return cells


Spot = tuple[str, date, str, int, str]
"""Officer, date, shift, clock time at which the slice starts, and post."""


@dataclass(frozen=True)
class EditedPeople:
    """`exported` are the duties before the edit, if they are known."""

    bureau: Bureau
    mistakes: Mistakes
    exported: Collection[Duty]

    def row(self, row: CsvRow[RosterRow]) -> CsvRow[RosterRow]:
        """The row with the id of whom it means; without a shape, and a mistake, where nobody can tell."""
        one = row.shape
        if one is None:
            return row
        id = self._restored(one.officer_id)
        known = self.bureau.officers.get(id)
        if id != BY_NAME and (known is None or not one.name or _plain(known.name) == _plain(one.name)):
            return (
                row if id == one.officer_id else replace(row, shape=one.model_copy(update={"officer_id": id}))
            )
        meant = self._meant(row, one, known)
        return replace(row, shape=one.model_copy(update={"officer_id": meant}) if meant else None)

    def origin(self, duty: Duty) -> Duty:
        """Of a duty that was not in the roster before, by the rotation of whoever has it now."""
        if (duty.officer, duty.day, duty.shift) in self._duties or duty.origin is Origin.EXCHANGE:
            return duty
        rests = self.bureau.letter(self.bureau.officers[duty.officer], duty.day) == REST
        return replace(duty, origin=Origin.RECALL if rests else Origin.ROTATION)

    def _meant(self, row: CsvRow[RosterRow], one: RosterRow, known: Officer | None) -> str:
        """The id; empty, and a mistake, where it cannot be told."""
        named = self._named.get(_plain(one.name), ())
        if len(named) > 1:
            named = tuple(id for id in named if self.bureau.officers[id].badge == one.badge) or named
        if not named:
            what = say(wording.NOBODY_CALLED, name=one.name, id=one.officer_id)
            self.mistakes.add(row.at("name"), *(what if known else say(wording.NO_SUCH_NAME, name=one.name)))
            return ""
        if len(named) > 1:
            told = say(wording.SEVERAL_CALLED, name=one.name, ids=say(wording.BETWEEN_NAMESAKES).join(named))
            self.mistakes.add(row.at("name"), *told)
            return ""
        if known is None:
            return named[0]
        for was in (self._spots, self._duties):
            of_id, of_name = self._was(was, known.id, one), self._was(was, named[0], one)
            if of_id != of_name:
                return named[0] if of_id else known.id
        told = say(wording.ID_AND_NAME, id=known.id, known=known.name, name=one.name, named=named[0])
        self.mistakes.add(row.at("name"), *told)
        return ""

    def _was(self, table: Collection[tuple[Any, ...]], id: str, one: RosterRow) -> bool:
        """Did the roster have the officer there before?"""
        whole: Spot = (id, one.date, one.shift, one.start % DAY, one.post_id)
        return (whole if table is self._spots else whole[:3]) in table

    @cached_property
    def _spots(self) -> frozenset[Spot]:
        return frozenset(
            (duty.officer, duty.day, own_id(self.bureau.shifts, duty.shift), piece.start % DAY, piece.post)
            for duty in self.exported
            for piece in duty.slices
        )

    @cached_property
    def _duties(self) -> frozenset[tuple[str, date, str]]:
        """By the id that the file has of a shift, and by that within the program."""
        names = (
            (duty, name)
            for duty in self.exported
            for name in (duty.shift, own_id(self.bureau.shifts, duty.shift))
        )
        return frozenset((duty.officer, duty.day, name) for duty, name in names)

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((_plain(one.name), id) for id, one in self.bureau.officers.items())

    @cached_property
    def _numbered(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((without_zeros(id), id) for id in self.bureau.officers)

    def _restored(self, id: str) -> str:
        """The id with the zeros that a spreadsheet took from it, where one fits."""
        fitting = () if id in self.bureau.officers else self._numbered.get(without_zeros(id), ())
        return fitting[0] if len(fitting) == 1 else id


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, id in pairs:
        found[key] = (*found.get(key, ()), id)
    return found


def _plain(name: str) -> str:
    """A name without spaces, which people put in to make columns straight."""
    return "".join(name.split())
