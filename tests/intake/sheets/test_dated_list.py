"""Absences and requests: whose, when, and which."""

from __future__ import annotations

from pathlib import Path

from rosterctl.intake.sheets.dated_list import absences_in, requests_in
from rosterctl.intake.sheets.headings import ListKind
from tests.support.lists import headers, noted, station_register, write_workbook


def test_absences_by_two_dates_by_a_period_and_by_days(tmp_path: Path) -> None:
    rows = [
        ("姓名", "警号", "开始日期", "结束日期", "天数", "请假类别", "备注"),
        ("朱旭杰", None, "2027/1/3", "2027/1/5", 3, "年休假", None),
        (None, 30103, "2027-01-06", None, 2, "病假", "医院证明"),
        ("邓芳", None, "2027年1月8日至1月9日", None, None, "培训", None),
        ("叶子", None, "2027-01-10", "2027-01-12", 2, "事假", None),
        ("某某", None, "1月3日", None, None, "旷工", None),
    ]
    found = absences_in(
        headers(write_workbook(tmp_path / "a.xlsx", {"s": rows}), ListKind.ABSENCES), station_register()
    )
    assert [tuple(row.values()) for row in found.rows] == [
        ("P001", "2027-01-03", "2027-01-05", "leave"),
        ("P003", "2027-01-06", "2027-01-07", "sickness", "医院证明"),
        ("P006", "2027-01-08", "2027-01-09", "training"),
        ("P003", "2027-01-10", "2027-01-12", "leave"),
        ("某某", "1月3日", "", "旷工"),
    ]
    assert noted(found) == {
        "2027-01-10 to 2027-01-12": (5,),
        "'某某' is none of the bure": (6,),
        "'1月3日' is no whole date": (6,),
        "'旷工' is no kind of absen": (6,),
    }


def test_a_number_and_a_name_that_are_not_the_same_persons_are_told(tmp_path: Path) -> None:
    rows = [("编号", "姓名", "日期", "意愿"), ("P001", "叶子", "2027-01-03", "休")]
    found = requests_in(
        headers(write_workbook(tmp_path / "a.xlsx", {"s": rows}), ListKind.REQUESTS), station_register()
    )
    assert found.rows == ({"officer_id": "P001", "date": "2027-01-03", "wish": "off", "weight": ""},)
    assert [(note.message, note.rows) for note in found.notes] == [
        ("P001 is 朱旭杰, but the list has '叶子' there; the number counts", (2,))
    ]
