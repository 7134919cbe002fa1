"""The lines of a list by the columns of the bureau's file, and what is noted about them on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rosterctl.intake.shapes.csv_columns import OfficerRow
from rosterctl.intake.sheets import wording
from rosterctl.intake.sheets.grid import folded
from rosterctl.intake.sheets.headings import REMARKS_COLUMN, WHO, ListKind
from rosterctl.intake.sheets.register import Register, plain_name
from rosterctl.intake.sheets.top_row import Header
from rosterctl.wording import say

FOOT = ("合计", "小计", "总计", "共计", "填表", "制表", "审核", "审批", "备注:", "说明:", "注:", "total")
"""With these a line begins that is of nobody."""

RowCells = dict[str, str]


@dataclass(frozen=True)
class ListNote:
    """What somebody should know of some rows of the list, by their numbers in the sheet; of none: of all."""

    message: str
    rows: tuple[int, ...]


@dataclass
class ListNotes:
    """Collects them; what is said of several rows is said once."""

    said: dict[str, list[int]] = field(default_factory=dict)

    def add(self, message: str, row: int = 0) -> None:
        rows = self.said.setdefault(message, [])
        if row:
            rows.append(row)

    def all(self) -> tuple[ListNote, ...]:
        return tuple(ListNote(message, tuple(rows)) for message, rows in self.said.items())


@dataclass(frozen=True)
class ListLine:
    """One row of the list: its number in the sheet, and what stands in its known columns."""

    number: int
    cells: Mapping[str, str]
    days: Mapping[int, str] = field(default_factory=dict)

    def __getitem__(self, column: str) -> str:
        """Full-width marks made plain; empty where there is no such column."""
        return folded(self.cells.get(column, ""))

    @property
    def remarks(self) -> RowCells:
        """As they were written."""
        return {REMARKS_COLUMN: self.cells[REMARKS_COLUMN]} if self.cells.get(REMARKS_COLUMN) else {}


@dataclass(frozen=True)
class TakenList:
    """What became of a list: rows for the bureau's file in the columns of their kind, and notes."""

    kind: ListKind
    headers: tuple[Header, ...]
    rows: tuple[RowCells, ...]
    notes: tuple[ListNote, ...]


def lines_under(header: Header, notes: ListNotes) -> Iterator[ListLine]:
    """Those that are of somebody; the others that have something in them are noted."""
    for number, row in header.rows():
        cells = {column: row[index] for column, index in header.columns.items() if row[index]}
        first = folded(next((cell for cell in row if cell), "")).casefold()
        if first.startswith(FOOT):
            notes.add(say(wording.FOOT_LEFT_OUT), number)
        elif not cells.keys() & WHO.keys():
            notes.add(say(wording.NOBODY_LEFT_OUT), number)
        else:
            yield ListLine(number, cells, {index: row[index] for index in header.days if row[index]})


def officer_of_line(line: ListLine, register: Register, notes: ListNotes) -> tuple[str, OfficerRow | None]:
    """The id of whom a line means, and their row; what stands there, noted, where that is not one officer.

    A name that is not that of the id or badge beside it is noted, and the name counts as mistaken.
    """
    name = plain_name(line["name"])
    found = register.people(line["officer_id"], line["badge"], name)
    stands = line["officer_id"] or line["badge"] or name
    if not found:
        notes.add(say(wording.OFFICER_UNKNOWN, who=stands), line.number)
        return stands, None
    if len(found) > 1:
        ids = say(wording.BETWEEN_IDS).join(one.officer_id for one in found)
        notes.add(say(wording.NAMESAKES, who=stands, ids=ids), line.number)
        return stands, None
    one = found[0]
    if name and plain_name(one.name) != name:
        notes.add(say(wording.OTHER_NAME, id=one.officer_id, name=one.name, written=name), line.number)
    return one.officer_id, one


def lacking_columns(headers: Sequence[Header], wanted: Sequence[tuple[str, ...]]) -> list[str]:
    """Of each group of columns of which one is wanted the first, if a header has none of them."""
    return [group[0] for group in wanted if any(not set(group) & header.columns.keys() for header in headers)]
