"""What Excel and CSV files hold, as text."""

from __future__ import annotations

import os
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest

from rosterctl.intake.sheets.grid import folded, read_grids
from rosterctl.problems import BadInput
from tests.support.lists import write_workbook


def test_numbers_dates_and_times_are_as_people_read_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append([12345.0, 7.5, datetime(2027, 1, 1), date(2027, 1, 2), time(7, 0), True, " 张三\n"])
    book.active.append([datetime(2027, 1, 1, 19, 30), timedelta(hours=7), None, "０３０１"])
    book.save(tmp_path / "a.xlsx")
    (grid,) = read_grids(tmp_path / "a.xlsx")
    assert grid.rows == (
        ("12345", "7.5", "2027-01-01", "2027-01-02", "07:00", "yes", "张三"),
        ("2027-01-01 19:30", "07:00", "", "０３０１", "", "", ""),
    )
    assert folded("０３０１") == "0301"


def test_what_is_merged_over_rows_stands_in_each_and_empty_edges_are_cut_off(tmp_path: Path) -> None:
    rows = [["单位", "名"], ["甲", "a"], [None, "b"], [None, "c"], [None] * 9, [None]]
    (grid, second) = read_grids(
        write_workbook(tmp_path / "a.xlsx", {"一": rows, "空": [], "二": [["x"]]}, ["A2:A3"])
    )
    assert grid.rows == (("单位", "名"), ("甲", "a"), ("甲", "b"), ("", "c"))
    assert (grid.sheet, second.sheet) == ("一", "二")


@pytest.mark.parametrize(
    ("data", "is_gbk"),
    [
        ("姓名,警号\n张三,01\n".encode(), False),
        ("姓名,警号\n张三,01\n".encode("utf-8-sig"), False),
        ("姓名,警号\r\n张三,01\r\n".encode("gbk"), True),
        ("姓名\t警号\n张三\t01\n".encode("utf-16"), False),  # what Excel calls Unicode text
        ("姓名;警号\n张三;01\n".encode(), False),
    ],
)
def test_a_csv_file_in_the_ways_of_excel(tmp_path: Path, data: bytes, is_gbk: bool) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    (grid,) = read_grids(tmp_path / "a.csv")
    assert (grid.rows, grid.is_gbk) == ((("姓名", "警号"), ("张三", "01")), is_gbk)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.xlsx", b"PK\x03\x04 and no more", "the workbook cannot be read"),
        ("a.xlsx", b"", "the workbook cannot be read"),
        ("a.csv", b"\x81\xff\xff", "this is neither a workbook nor a text"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadInput) as refused:
        read_grids(tmp_path / name)
    assert refused.value.problems[0].message.startswith(message)


def test_no_file_a_folder_and_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for file, message in (
        (tmp_path, "this is a folder"),
        (tmp_path / "x", "there is no such list"),
        (tmp_path / "pipe.csv", "this is no ordinary file"),
    ):
        with pytest.raises(BadInput) as refused:
            read_grids(file)
        assert refused.value.problems[0].message.startswith(message)
