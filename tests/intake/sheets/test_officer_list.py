"""A list of people becomes officers."""

from __future__ import annotations

from pathlib import Path

from rosterctl.intake.sheets.headings import ListKind
from rosterctl.intake.sheets.lines import TakenList
from rosterctl.intake.sheets.officer_list import officers_in
from tests.support.lists import headers, noted, staff_list, station_register, write_workbook


def taken(file: Path) -> TakenList:
    return officers_in(headers(file, ListKind.OFFICERS), station_register())


def test_officers_of_a_workbook_as_people_keep_it(tmp_path: Path) -> None:
    found = taken(staff_list(tmp_path / "a.xlsx"))
    picked = [
        tuple(
            row.get(key, "")
            for key in ("officer_id", "badge", "name", "role", "unit", "team", "leader", "skills")
        )
        for row in found.rows
    ]
    assert picked == [
        ("90101", "90101", "张三", "sworn", "S01", "A", "yes", "driver"),
        ("90102", "90102", "李四", "sworn", "S01", "A", "no", "driver"),
        ("F90103", "F90103", "王五", "auxiliary", "S01", "B", "no", "driver"),
        ("U001", "", "赵六", "auxiliary", "S01", "D", "no", ""),
    ]
    assert [row["phone"] for row in found.rows] == ["13800000001", "13800000002", "13800000003", ""]
    assert [row.get("remarks") for row in found.rows] == ["周三上课，照顾", None, None, None]
    assert noted(found) == {
        "left out, because it loo": (9, 10),
        "no column says who leads": (4,),
        "neither a number nor a b": (7,),
    }


def test_whoever_is_in_the_bureau_already_keeps_the_id(tmp_path: Path) -> None:
    """By the badge, which lost its zero elsewhere; by a name that one person has; a namesake is another."""
    rows = [
        ("姓名", "警号", "身份", "班组"),
        ("朱旭杰", 30101, "民警", "甲"),
        ("叶子", None, "民警", "甲"),
        ("邓芳", "F99999", "辅警", "甲"),
    ]
    found = taken(write_workbook(tmp_path / "a.xlsx", {"s": rows}))
    assert [row["officer_id"] for row in found.rows] == ["P001", "P003", "F99999"]
    assert [row["badge"] for row in found.rows] == ["030101", "", "F99999"]


def test_what_is_not_understood_stands_there_as_written_and_is_told(tmp_path: Path) -> None:
    rows = [
        ("姓名", "警号", "单位", "班组", "身份", "准驾"),
        ("甲某", "1", "别的站", "甲", "工人", "直升机"),
        ("甲某", "1", "别的站", "甲", "工人", "直升机"),
        ("乙某", "1", "S01", "戊", None, None),
    ]
    found = taken(write_workbook(tmp_path / "a.xlsx", {"s": rows}))
    assert [(row["officer_id"], row["unit"], row["team"], row["role"]) for row in found.rows] == [
        ("1", "别的站", "甲", "工人"),
        ("U001", "S01", "戊", ""),
    ]
    assert noted(found) == {
        "unit '别的站' is none of th": (2,),
        "'工人' is neither sworn no": (2,),
        "'直升机' is no skill that t": (2,),
        "left out, because it is ": (3,),
        "the badge 1 is that of r": (4,),
        "neither a number nor a b": (4,),
        "team '戊' is none of unit": (4,),
        "whether sworn or auxilia": (4,),
    }
