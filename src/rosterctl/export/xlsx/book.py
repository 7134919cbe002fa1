"""A workbook being written row by row: formats by name, cells that never become formulas.

`xlsxwriter` writes: the field's own tool for formatted sheets, four times as fast as `openpyxl`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from rosterctl.export.plain_text import UNPRINTABLE
from rosterctl.insight.month_table import CellKind

Content = str | int | float | date | None
A3_PAPER, NARROW_MARGIN = 8, 0.4
FOOT_LENGTH = 200
"""Characters of the foot of a page. Excel takes 255 with all marks; of a longer foot it shows nothing."""
PLACES = 2
"""Of numbers after the point: hours to the minute are told as well as anybody reads them.

The format of hours is General, because `0.##` shows 12 as `12.`; so the values are rounded themselves.
"""
COLOURS: Mapping[CellKind, str] = {
    CellKind.DAY: "#FFF2CC",
    CellKind.NIGHT: "#BDD7EE",
    CellKind.RECALL: "#F8CBAD",
    CellKind.EXCHANGE: "#E2D0F0",
    CellKind.POST_NIGHT: "#EDEDED",
    CellKind.AWAY: "#C6E0B4",
    CellKind.LET_OFF: "#FFD966",
}
"""Light enough for black print on a grey printer; rest stays white."""
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "plain": {},
    "centre": {"align": "center"},
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#D9E1F2"},
    "day-off": {"bold": True, "bottom": 1, "align": "center", "bg_color": "#F4B084"},
    "day": {"bold": True, "bottom": 1, "align": "center", "bg_color": "#D9E1F2"},
    "title": {"bold": True, "font_size": 14},
    "group": {"bold": True, "bg_color": "#F2F2F2"},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "hours": {"num_format": "General"},
    "count": {"num_format": "0"},
    "mean": {"num_format": "0.0"},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "small": {"text_wrap": True, "valign": "top", "font_size": 8, "align": "center"},
    "short": {"bg_color": "#FF9999"},
    "alarm": {"bold": True, "bg_color": "#FF9999"},
}


class Book:
    """One workbook; `bytes` ends it. The same content gives the same bytes, whatever the hour."""

    def __init__(self, made: date, foot: str = "") -> None:
        self._file, self._foot = BytesIO(), foot[:FOOT_LENGTH].replace("&", "&&")
        self._book = xlsxwriter.Workbook(
            self._file,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._book.set_properties({"created": datetime.combine(made, time(), UTC)})
        self._formats = {name: self._book.add_format(dict(look)) for name, look in _LOOKS.items()}
        for kind in CellKind:
            look = {"align": "center", "border": 1, "border_color": "#BFBFBF"}
            self._formats[kind] = self._book.add_format(
                look | ({"bg_color": COLOURS[kind]} if kind in COLOURS else {})
            )

    def sheet(self, name: str, widths: Sequence[float]) -> PrintedSheet:
        """A new sheet with columns of these widths, in characters."""
        sheet = self._book.add_worksheet(name)
        sheet.set_footer(f"&L{self._foot}&R&P/&N")
        return PrintedSheet(sheet, self._formats, widths)

    @property
    def bytes(self) -> bytes:
        self._book.close()
        return self._file.getvalue()


class PrintedSheet:
    """Rows one after the other; no cell of a row already written can be changed."""

    def __init__(self, sheet: Worksheet, formats: Mapping[str, Format], widths: Sequence[float]) -> None:
        self._sheet, self._formats, self._next = sheet, formats, 0
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)

    def row(self, cells: Iterable[Content], look: str | Sequence[str] = "plain") -> None:
        """The next row; `look` is the format of all cells or of each. None leaves a cell empty."""
        for column, cell in enumerate(cells):
            self._write(column, cell, self._formats[look if isinstance(look, str) else look[column]])
        self._next += 1

    def head(self, cells: Sequence[str], frozen_columns: int = 0) -> None:
        """The headings: they stay in sight, and are printed on every page."""
        self.row(cells, "head")
        self.freeze(frozen_columns)
        self._sheet.autofilter(self._next - 1, 0, self._next - 1, len(cells) - 1)

    def freeze(self, columns: int = 0) -> None:
        """What stands above the next row and left of this column stays in sight and on every page."""
        self._sheet.freeze_panes(self._next, columns)
        self._sheet.repeat_rows(0, self._next - 1)
        if columns:
            self._sheet.repeat_columns(0, columns - 1)

    def printed_wide(self) -> None:
        """On A3 across, as many pages long as it takes and one wide."""
        self._sheet.set_landscape()
        self._sheet.set_paper(A3_PAPER)
        self._sheet.set_margins(*[NARROW_MARGIN] * 4)
        self._sheet.fit_to_pages(1, 0)

    def _write(self, column: int, cell: Content, look: Format) -> None:
        if cell is None:
            self._sheet.write_blank(self._next, column, None, look)
        elif isinstance(cell, str):
            self._sheet.write_string(self._next, column, UNPRINTABLE.sub(" ", cell), look)
        elif isinstance(cell, date):
            self._sheet.write_datetime(
                self._next, column, datetime.combine(cell, time()), self._formats["date"]
            )
        else:
            self._sheet.write_number(self._next, column, round(cell, PLACES), look)
