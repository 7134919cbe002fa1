"""A workbook as another program reads it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.xlsx.book import Book

Add = Callable[[Book, Bureau, Roster], None]


def sheet_of(add: Add, bureau: Bureau, roster: Roster) -> Worksheet:
    """The only sheet of a book that has one."""
    book = Book(date(2026, 12, 1))
    add(book, bureau, roster)
    (sheet,) = openpyxl.load_workbook(BytesIO(book.bytes)).worksheets
    return sheet


def rows_of(sheet: Worksheet) -> list[list[Any]]:
    """Without the empty cells at the end of each row; dates as dates."""
    found = []
    for row in sheet.iter_rows(values_only=True):
        cells = [cell.date() if hasattr(cell, "date") else cell for cell in row]
        while cells and cells[-1] is None:
            cells.pop()
        found.append(cells)
    return found
