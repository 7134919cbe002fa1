"""CSV files by row and column. A place's column is that of the cell's first character in the user's line."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from rosterctl.intake.sheets import wording as of_sheets
from rosterctl.intake.text import wording
from rosterctl.intake.text.complaints import keyed_fields, worded
from rosterctl.intake.text.folder import Folder
from rosterctl.problems import Place
from rosterctl.wording import say

R = TypeVar("R", bound=BaseModel)
FOR_PEOPLE = frozenset(("remarks", "备注"))
"""A column of this heading is for people: it may stand in every file, and stays in it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A file whose header is right: its columns in order, and its text by lines."""

    name: str
    columns: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CsvRow(Generic[R]):
    """One row: the shape, None when it is wrong, and the cells as written (empty ones left out)."""

    table: Table
    line: int
    cells: Mapping[str, str]
    shape: R | None = field(default=None)

    @property
    def place(self) -> Place:
        return Place(self.table.name, self.line, 1)

    def at(self, column: str) -> Place:
        number = self.table.columns.index(column) if column in self.table.columns else 0
        return Place(self.table.name, self.line, cell_column(self.table.lines[self.line - 1], number))


def cell_column(line: str, number: int) -> int:
    """The 1-based column in which cell `number` (from 0) starts."""
    inside = False
    for column, mark in enumerate(line, 1):
        if number == 0:
            return column
        if mark == '"':
            inside = not inside
        elif mark == "," and not inside:
            number -= 1
    return len(line) + 1


def read_rows(
    folder: Folder, name: str, kind: type[R], ignored: frozenset[str] = frozenset()
) -> Iterator[CsvRow[R]] | None:
    """The rows of a file; None, and a mistake, when its text or header cannot be understood.

    Columns may stand in any order; those in `ignored`, remarks and columns with nothing in them are passed
    over. OSError when unreadable.
    """
    text = folder.text(name)
    if text is None:
        return None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
    except csv.Error as error:
        _broken(folder, name, 1, error)
        return None
    columns = _named(unicodedata.normalize("NFKC", cell).strip() for cell in header)
    ignored |= {column for column in columns if column.casefold() in FOR_PEOPLE}
    if not _header(folder, name, columns, kind, ignored):
        return None
    return _rows(folder, Table(name, columns, tuple(text.split("\n"))), reader, kind, ignored)


def _named(header: Iterable[str]) -> tuple[str, ...]:
    """The columns to the last one that has a name: a spreadsheet adds empty ones."""
    columns = list(header)
    while columns and not columns[-1]:
        columns.pop()
    return tuple(columns)


def _header(
    folder: Folder, name: str, columns: tuple[str, ...], kind: type[BaseModel], ignored: frozenset[str]
) -> bool:
    """Every column known, none twice, none missing."""
    mistakes, before = folder.mistakes, len(folder.mistakes.problems)
    line = folder.texts[name].split("\n", 1)[0]
    if len(columns) == 1 and any(mark in line for mark in ";\t"):
        mistakes.add(Place(name, 1, 1), *say(wording.NO_COMMAS))
        return False
    known = keyed_fields(kind)
    for number, column in ((number, column) for number, column in enumerate(columns) if column):
        place = Place(name, 1, cell_column(line, number))
        if column in columns[:number]:
            mistakes.add(place, *say(wording.COLUMN_TWICE, column=column))
        elif column not in known and column not in ignored:
            mistakes.add(place, *wording.unknown_column(column, tuple(known)))
    missing = [column for column, one in known.items() if one.is_required() and column not in columns]
    if missing:
        mistakes.add(Place(name, 1, 1), *wording.missing_columns(missing))
    return len(mistakes.problems) == before


def _rows(
    folder: Folder, table: Table, reader: Iterator[list[str]], kind: type[R], ignored: frozenset[str]
) -> Iterator[CsvRow[R]]:
    line, width = 2, len(table.columns)
    passed = {*ignored, ""}
    wanted = [(number, column) for number, column in enumerate(table.columns) if column not in passed]
    nameless = [number for number, column in enumerate(table.columns) if not column]
    try:
        for cells in reader:
            start, line = line, reader.line_num + 1  # type: ignore[attr-defined]
            if not any(cells):
                continue
            if len(cells) < width or any(cells[width:]):
                _wrong_length(folder, table, start, len(cells))
                continue
            for number in nameless:
                if cells[number].strip():
                    place = Place(table.name, start, cell_column(table.lines[start - 1], number))
                    folder.mistakes.add(place, *say(of_sheets.NO_HEADING_ABOVE, text=cells[number].strip()))
            filled = {column: cells[number] for number, column in wanted if cells[number].strip()}
            yield _row(folder, CsvRow(table, start, filled), kind)
    except csv.Error as error:
        _broken(folder, table.name, line, error)


def _row(folder: Folder, row: CsvRow[R], kind: type[R]) -> CsvRow[R]:
    try:
        return CsvRow(row.table, row.line, row.cells, kind.model_validate(row.cells))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            column = str(detail["loc"][0]) if detail["loc"] else row.table.columns[0]
            missing = detail["type"] == "missing"
            message, hint = say(wording.EMPTY_CELL, column=column) if missing else worded(detail)
            folder.mistakes.add(row.at(column), *wording.keyed(column, message, hint))
        return row


def _wrong_length(folder: Folder, table: Table, line: int, cells: int) -> None:
    folder.mistakes.add(
        Place(table.name, line, 1),
        *say(wording.WRONG_NUMBER_OF_CELLS, cells=cells, columns=len(table.columns)),
    )


def _broken(folder: Folder, name: str, line: int, error: csv.Error) -> None:
    folder.mistakes.add(
        Place(name, line, 1),
        *wording.not_csv(str(error)),
    )
