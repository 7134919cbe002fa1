"""A list as it lies in a file: sheets of a workbook, or the one of a CSV file, every cell as text.

What Excel makes of numbers and dates is undone here: 12345.0 is `12345`, a date `2027-01-01`, a time `07:00`.
A cell that is merged over several rows stands in each of them; one merged over columns in its first alone.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from rosterctl.intake.sheets import wording
from rosterctl.intake.text.charsets import decoded, is_utf_16
from rosterctl.intake.text.folder import LARGEST
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.timeline.clock import clock_text
from rosterctl.wording import say

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".et")
SEPARATORS = ",\t;"
MOST_ROWS = 200_000
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
Row = tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """`rows` are equally long and have no empty ones at the end; the first is row 1 of the sheet."""

    file: str
    sheet: str
    rows: tuple[Row, ...]
    is_gbk: bool = False


def read_grids(file: Path) -> tuple[Grid, ...]:
    """The sheets of the file that have anything in them, in their order.

    BadInput when it is none of the files that can be read; OSError when the system refuses it.
    """
    if file.is_dir() or not file.exists():
        raise _refused(file, say(wording.LIST_IS_A_FOLDER if file.is_dir() else wording.NO_SUCH_LIST))
    if not file.is_file():
        raise _refused(file, say(wording.LIST_NOT_ORDINARY))
    if file.stat().st_size > LARGEST:
        raise _refused(file, say(wording.LIST_TOO_LARGE, most=LARGEST // 1024 // 1024))
    data = file.read_bytes()
    if file.suffix.lower() in WORKBOOKS or data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        return tuple(_sheets(file, data))
    return tuple(_text_file(file, data))


def folded(text: str) -> str:
    """As words are compared: full-width marks made plain (NFKC), without spaces at either end."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).strip()


def _sheets(file: Path, data: bytes) -> Iterator[Grid]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for about in book.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            rows = _squared(_filled_down(sheet))
            if rows:
                yield Grid(str(file), about.name, rows)
    except CalamineError as error:
        told = say(wording.LIST_LOCKED) if "assword" in str(error) else say(wording.NO_WORKBOOK, error=error)
        raise _refused(file, told) from None


def _filled_down(sheet: CalamineSheet) -> list[list[str]]:
    rows = [
        [_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS)
    ]
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and left < len(rows[top]):
                row[left] = rows[top][left]
    return rows


def _cell(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return str(int(value)) if value.is_integer() else f"{value:.10g}"
        case datetime():
            whole = value.time() == time()
            return value.date().isoformat() if whole else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case timedelta():
            return clock_text(round(value.total_seconds() / 60))
        case _:
            return UNSEEN.sub(" ", str(value)).strip()


def _text_file(file: Path, data: bytes) -> Iterator[Grid]:
    found = (data.decode("utf-16", "replace"), False) if is_utf_16(data) else decoded(data)
    if found is None:
        raise _refused(file, say(wording.LIST_NOT_TEXT))
    text, is_gbk = found
    first = next((line for line in text.splitlines() if any(mark in line for mark in SEPARATORS)), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(SEPARATORS, key=first.count))
    try:
        rows = _squared([[_cell(cell) for cell in row] for row in reader])
    except csv.Error as error:
        raise _refused(file, say(wording.LIST_NOT_CSV, error=error)) from None
    if rows:
        yield Grid(str(file), "", rows, is_gbk)


def _squared(rows: Iterable[Sequence[str]]) -> tuple[Row, ...]:
    """Equally long rows, none that is empty at the end, no column that is empty at the right."""
    kept = [list(row) for row in rows]
    while kept and not any(kept[-1]):
        kept.pop()
    width = max((number for row in kept for number, cell in enumerate(row, 1) if cell), default=0)
    return tuple(tuple((row + [""] * width)[:width]) for row in kept)


def _refused(file: Path, told: tuple[str, str]) -> BadInput:
    return BadInput([Problem(Place(str(file)), *told)])
