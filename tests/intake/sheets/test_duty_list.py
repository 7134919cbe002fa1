"""Last month's duties, from a month table and from a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.intake.sheets.duty_list import duties_in
from rosterctl.intake.sheets.headings import ListKind
from rosterctl.intake.sheets.lines import TakenList
from rosterctl.problems import BadInput
from tests.support.lists import headers, noted, station_register, write_workbook


def taken(file: Path, month: tuple[int, int] | None = None) -> TakenList:
    return duties_in(headers(file, ListKind.HISTORY), station_register(), month)


def test_last_months_duties_from_a_month_table(tmp_path: Path) -> None:
    rows = [
        ["2026年11月排班表"],
        ["姓名", "班组", *range(1, 31), "合计"],
        ["朱旭杰", "甲", "白", "夜", "下", "休", "白*", *["休"] * 24, "飞", 3],
    ]
    found = taken(write_workbook(tmp_path / "a.xlsx", {"s": rows}))
    picked = [(row["date"], row["shift"], row["start"], row["end"], row.get("status")) for row in found.rows]
    assert picked == [
        ("2026-11-01", "day", "07:00", "19:00", None),
        ("2026-11-02", "night", "19:00", "07:00", None),
        ("2026-11-05", "day", "07:00", "19:00", "recall"),
    ]
    assert {(row["officer_id"], row["unit_id"]) for row in found.rows} == {("P001", "S01")}
    assert noted(found) == {"the sign '飞' is that of ": (3,)}


def test_a_month_table_without_its_month(tmp_path: Path) -> None:
    file = write_workbook(tmp_path / "a.xlsx", {"s": [["姓名", *range(1, 29)], ["朱旭杰", *["白"] * 28]]})
    with pytest.raises(BadInput) as refused:
        taken(file)
    assert "--month" in refused.value.problems[0].hint
    assert [row["date"] for row in taken(file, (2027, 2)).rows][-1] == "2027-02-28"


def test_last_months_duties_from_a_list(tmp_path: Path) -> None:
    rows = [
        ("日期", "姓名", "班次", "岗位", "性质"),
        ("2026-11-30", "朱旭杰", "夜班", "站内值班台", "召回"),
        ("2026-11-29", "叶子", "飞行", "天上", "轮值"),
    ]
    found = taken(write_workbook(tmp_path / "a.xlsx", {"s": rows}))
    first, second = found.rows
    assert (first["shift"], first["start"], first["end"], first["post_id"], first["status"]) == (
        *("night", "19:00", "07:00", "S01-desk", "recall"),
    )
    assert (second["shift"], "start" in second, second["post_id"]) == ("飞行", False, "")
    assert noted(found) == {"shift '飞行' is none of th": (3,), "post '天上' is none of the": (3,)}
