"""Lists as planners keep them in Excel, written as real workbooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import openpyxl

from rosterctl.intake.sheets.grid import read_grids
from rosterctl.intake.sheets.headings import ListKind
from rosterctl.intake.sheets.lines import TakenList
from rosterctl.intake.sheets.register import Register, read_register
from rosterctl.intake.sheets.top_row import Header, UnknownHeading, find_header
from tests.support.station_roster import STATION

Cell = str | int | float | date | None
HEADINGS = ("序号", "姓  名", "警号", "单位", "班组", "身份", "职务", "联系电话", "准驾车型", "性别", "备注")
PEOPLE: Sequence[Sequence[Cell]] = [
    (1, "张 三", 90101.0, "人民路警务站", "甲班", "民警", "站长", 13800000001, "C1", "男", "周三上课，照顾"),
    (2, "李四", 90102, None, "甲", "民警", "民警", 13800000002, "C1D", "女", None),
    (3, "王五", "Ｆ９０１０３", "S01", "乙班", "辅警", "辅警", "138 0000 0003", "A2", "男", None),
    (4, "赵六", None, "人民路警务站", "D", "协警", None, None, "无", "男", None),
]
"""The unit of the first two is one merged cell; full-width digits, a badge that Excel made a float."""


def write_workbook(
    file: Path, sheets: dict[str, Iterable[Sequence[Cell]]], merged: Sequence[str] = ()
) -> Path:
    """A workbook of these sheets, in order; the ranges of the first that are merged."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    book.save(file)
    return file


def staff_list(file: Path) -> Path:
    """Title, a line below, headings in row 3, four people, a sum and a signature, empty rows and columns."""
    rows = [
        ["人民路警务站人员花名册"],
        ["填表日期：", date(2027, 1, 1)],
        HEADINGS,
        *PEOPLE,
        [],
        ["合计", 4],
        ["填表人：某某"],
        *([None] * 20 for _ in range(3)),
    ]
    return write_workbook(file, {"花名册": rows}, ["A1:K1", "D4:D5"])


def station_register() -> Register:
    return read_register(STATION)


def unasked(one: UnknownHeading) -> str:
    raise AssertionError(one)


def left_out(one: UnknownHeading) -> str:  # noqa: ARG001
    return ""


def headers(file: Path, kind: ListKind) -> list[Header]:
    """Those of the first sheet."""
    found = find_header(read_grids(file)[0], kind)
    assert found is not None
    return [found]


def noted(found: TakenList) -> dict[str, tuple[int, ...]]:
    """What is said of which rows, by the first 24 characters."""
    return {note.message[:24]: note.rows for note in found.notes}
