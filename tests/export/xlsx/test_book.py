"""Cells are what they are: text never a formula, numbers, dates; the same bytes every time."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from rosterctl.export.xlsx.book import Book, Content
from tests.support.read_back import rows_of

MADE = date(2026, 12, 1)


def book_of(*cells: Content) -> bytes:
    book = Book(MADE)
    book.sheet("S", [10.0]).row(cells)
    return book.bytes


@pytest.mark.parametrize("text", ["=1+1", "+861390000", "@SUM(A1)", "007", "http://x.example", "{=A1}"])
def test_text_stays_text(text: str) -> None:
    (sheet,) = openpyxl.load_workbook(BytesIO(book_of(text))).worksheets
    assert (sheet["A1"].value, sheet["A1"].data_type, sheet["A1"].hyperlink) == (text, "s", None)


def test_numbers_dates_and_empty_cells_are_what_they_are() -> None:
    (sheet,) = openpyxl.load_workbook(BytesIO(book_of(12.5, date(2026, 12, 7), None, 3))).worksheets
    assert rows_of(sheet) == [[12.5, date(2026, 12, 7), None, 3]]


def test_what_could_move_the_cursor_is_a_space() -> None:
    (sheet,) = openpyxl.load_workbook(BytesIO(book_of("a\x1b[2Jb"))).worksheets
    assert sheet["A1"].value == "a [2Jb"


def test_the_same_content_is_the_same_bytes() -> None:
    assert book_of("a", 1) == book_of("a", 1)
    assert book_of("a", 1) != book_of("a", 2)


def test_the_foot_of_a_page_names_the_book_and_counts() -> None:
    book = Book(MADE, "A & B")
    book.sheet("S", [10.0]).row(["x"])
    (found,) = openpyxl.load_workbook(BytesIO(book.bytes)).worksheets
    assert (found.oddFooter.left.text, found.oddFooter.right.text) == ("A && B", "&P/&N")


def test_headings_stay_in_sight_and_on_every_page() -> None:
    book = Book(MADE)
    sheet = book.sheet("S", [10.0, 10.0])
    sheet.printed_wide()
    sheet.head(("a", "b"), frozen_columns=1)
    sheet.row(("x", 1))
    (found,) = openpyxl.load_workbook(BytesIO(book.bytes)).worksheets
    assert (found.freeze_panes, found.print_title_rows, found.print_title_cols) == ("B2", "$1:$1", "$A:$A")
    assert (found.page_setup.orientation, found.page_setup.paperSize, found.page_setup.fitToHeight) == (
        "landscape",
        8,
        0,
    )


def test_hours_are_rounded_to_two_places_and_counts_have_none() -> None:
    """440 minutes are 7.33 hours; twelve hours are 12 and not `12.`."""
    book = Book(MADE)
    book.sheet("S", [10.0]).row((440 / 60, 720 / 60, 3), ("hours", "hours", "count"))
    (found,) = openpyxl.load_workbook(BytesIO(book.bytes)).worksheets
    assert [(cell.value, cell.number_format) for cell in found[1]] == [
        (7.33, "General"),
        (12, "General"),
        (3, "0"),
    ]


def test_a_long_foot_is_cut_and_not_lost() -> None:
    book = Book(MADE, "x" * 300)
    book.sheet("S", [10.0]).row(["x"])
    (found,) = openpyxl.load_workbook(BytesIO(book.bytes)).worksheets
    assert found.oddFooter.left.text == "x" * 200
