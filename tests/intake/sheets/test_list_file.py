"""A list in its file: which sheets, which headings, what must be there."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.intake.sheets.headings import ListKind
from rosterctl.intake.sheets.list_file import ListOrder, read_list
from rosterctl.problems import BadInput
from tests.support.lists import left_out, station_register, unasked, write_workbook


def test_sheets_the_first_with_headings_unless_they_are_named(tmp_path: Path) -> None:
    head = ("姓名", "警号", "身份", "班组")
    file = write_workbook(
        tmp_path / "a.xlsx",
        {
            "说明": [["请填写"]],
            "一": [head, ("a", "1", "民警", "甲")],
            "二": [head, ("b", "2", "民警", "甲")],
        },
    )
    register = station_register()
    found, others = read_list(file, ListOrder(ListKind.OFFICERS), register, unasked)
    assert ([row["name"] for row in found.rows], others) == (["a"], ("二",))
    both, others = read_list(file, ListOrder(ListKind.OFFICERS, ("一", "二")), register, unasked)
    assert ([row["name"] for row in both.rows], others) == (["a", "b"], ())
    with pytest.raises(BadInput) as refused:
        read_list(file, ListOrder(ListKind.OFFICERS, ("三",)), register, unasked)
    assert refused.value.problems[0].hint == "there are: 说明, 一, 二"


def test_a_list_without_what_it_is_of(tmp_path: Path) -> None:
    file = write_workbook(tmp_path / "a.xlsx", {"s": [("姓名", "警号", "事"), ("a", "1", "病")]})
    with pytest.raises(BadInput) as refused:
        read_list(file, ListOrder(ListKind.ABSENCES), station_register(), left_out)
    assert [one.message for one in refused.value.problems] == [
        "no column is '假别' (`kind`)",
        "no column is '开始' (`first`)",
    ]
    with pytest.raises(BadInput) as refused:
        read_list(
            write_workbook(tmp_path / "b.xlsx", {"s": [["x"]]}),
            ListOrder(ListKind.OFFICERS),
            station_register(),
            unasked,
        )
    assert refused.value.problems[0].message.startswith("no row of headings")


def test_a_heading_is_asked_for_once(tmp_path: Path) -> None:
    rows = [("姓名", "警号", "身份", "岗组"), ("a", "1", "民警", "甲")]
    file = write_workbook(tmp_path / "a.xlsx", {"一": rows, "二": rows})
    asked = []

    def ask(one: object) -> str:
        asked.append(one)
        return "team"

    found, _ = read_list(file, ListOrder(ListKind.OFFICERS, ("一", "二")), station_register(), ask)
    assert (len(asked), {row["team"] for row in found.rows}) == (1, {"A"})
