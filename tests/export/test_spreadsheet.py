"""Cells that a spreadsheet would take for a formula are guarded; everything else stays as it is."""

from __future__ import annotations

import csv
import io

import pytest

from rosterctl.export.spreadsheet import Sheet, decimal_hours, guarded

FORMULAS = [
    "=1+1",
    "+86 139",
    "-cmd",
    "-2+3",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "-1+1",
]
HARMLESS = [
    "",
    "-",
    "-5",
    "-5.5",
    "+3",
    "-12%",
    "8-16",
    "07:00",
    "2026-12-01",
    "张三",
    "a=b",
    "'quoted",
    "007",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_guards(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_leaves_alone(text: str) -> None:
    assert guarded(text) == text


def test_a_file_for_spreadsheets() -> None:
    sheet = Sheet()
    data = sheet.file(("name", "note"), [sheet.row(('李 "四"', "=1,2")), sheet.row(("a\nb", 7))])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == 'name,note\r\n"李 ""四""","\'=1,2"\r\n"a\nb",7\r\n'


def test_a_raw_file() -> None:
    sheet = Sheet(raw=True)
    assert sheet.file(("name",), [sheet.row(("=1",))]) == b"name\r\n=1\r\n"


def test_the_csv_module_reads_back_what_went_in() -> None:
    sheet = Sheet(raw=True)
    cells = [*FORMULAS, *HARMLESS, '"', ",", " lead", "trail ", 'a"b', "a\r\nb"]
    text = sheet.file(("x",), [sheet.row((cell, "end")) for cell in cells]).decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows == [["x"], *([cell, "end"] for cell in cells)]


@pytest.mark.parametrize(("minutes", "text"), [(720, "12"), (80, "1.33"), (90, "1.5"), (0, "0"), (600, "10")])
def test_hours(minutes: int, text: str) -> None:
    assert decimal_hours(minutes) == text
