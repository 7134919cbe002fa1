"""The row of headings is found below titles, and each heading is what people mean by it."""

from __future__ import annotations

from datetime import date

import pytest

from rosterctl.intake.sheets.grid import Grid
from rosterctl.intake.sheets.headings import (
    KNOWN_HEADINGS,
    ListKind,
    column_named,
    columns_named,
    plain_heading,
    usual_heading,
)
from rosterctl.intake.sheets.top_row import dates_of, find_header, month_of


def grid(*rows: list[str]) -> Grid:
    width = max(map(len, rows))
    return Grid("f", "s", tuple(tuple(row + [""] * (width - len(row))) for row in rows))


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("姓名", "name"),
        ("姓  名", "name"),
        ("警号", "badge"),
        ("警 号：", "badge"),
        ("单位", "unit"),
        ("班组", "team"),
        ("身份（民警/辅警）", "role"),
        ("职务", "rank"),
        ("电话", "phone"),
        ("手机号码", "phone"),
        ("准驾", "skills"),
        ("备注", "remarks"),
        ("Badge No.", "badge"),
        ("Name", "name"),
        ("Unit", "unit"),
        ("Mobile", "phone"),
    ],
)
def test_the_usual_headings_are_known(heading: str, column: str) -> None:
    assert next(iter(columns_named(ListKind.OFFICERS, heading))) == column
    assert column_named(ListKind.OFFICERS, heading) == column


def test_every_column_has_a_chinese_heading_and_none_twice() -> None:
    for kind, columns in KNOWN_HEADINGS.items():
        assert all(usual_heading(kind, one) for one in columns)
        words = [(word, one) for one, known in columns.items() for word in known.split("|")]
        assert len(words) == len(set(words))
        assert all(plain_heading(word) == word for word, _ in words)


def test_headings_are_found_below_titles_with_what_is_unwanted_and_unknown() -> None:
    header = find_header(
        grid(["花名册"], ["姓名见下"], ["序号", "姓名", "警号", "岗组", ""], ["1", "张三", "01", "步巡", ""]),
        ListKind.OFFICERS,
    )
    assert header is not None
    assert (header.row, header.columns, header.unwanted) == (2, {"name": 1, "badge": 2}, ("序号",))
    assert [(one.heading, one.samples) for one in header.unknown.values()] == [("岗组", ("步巡",))]
    assert list(header.rows()) == [(4, ("1", "张三", "01", "步巡", ""))]


def test_of_two_headings_for_one_column_the_better_counts() -> None:
    header = find_header(grid(["姓名", "警衔", "职务"], ["a", "一级", "站长"]), ListKind.OFFICERS)
    assert header is not None
    assert header.columns == {"name": 0, "rank": 2}
    assert [one.heading for one in header.unknown.values()] == ["警衔"]


def test_headings_that_come_again_on_each_page_are_no_row() -> None:
    header = find_header(grid(["姓名", "警号"], ["a", "1"], ["姓名", "警号"], ["b", "2"]), ListKind.OFFICERS)
    assert header is not None
    assert [number for number, _ in header.rows()] == [2, 4]


def test_one_heading_alone_is_none() -> None:
    assert find_header(grid(["姓名", "x"], ["a", "b"]), ListKind.OFFICERS) is None
    assert find_header(grid(["单位", "班组"], ["a", "b"]), ListKind.OFFICERS) is None  # of nobody


def test_what_is_said_of_a_heading_counts_whatever_is_known_of_it() -> None:
    header = find_header(grid(["姓名", "警号", "类别", "岗组"], ["a", "1", "甲", "b"]), ListKind.OFFICERS)
    assert header is not None
    told = header.told({"类别": "team", "岗组": "rank", "没有": "zone"})
    assert (told.columns, told.unknown) == ({"name": 0, "badge": 1, "team": 2, "rank": 3}, {})
    asked = header.answered(lambda one: {"岗组": "team"}[one.heading])
    assert (asked.columns["team"], asked.unknown) == (3, {})


DAYS = [str(day) for day in range(1, 32)]


def test_a_month_table_has_its_month_above_it() -> None:
    header = find_header(grid(["2026年12月排班表"], ["姓名", *DAYS], ["a", *["白"] * 31]), ListKind.HISTORY)
    assert header is not None and month_of(header) == (2026, 12)
    dates = dates_of(header, month_of(header))
    assert (dates[1], dates[31]) == (date(2026, 12, 1), date(2026, 12, 31))
    assert dates_of(header, (2027, 2))[31] is None
    assert set(dates_of(header, None).values()) == {None}


@pytest.mark.parametrize("heading", ["2026-12-05", "12月5日", "5日", "5", "12/5"])
def test_a_day_in_many_spellings(heading: str) -> None:
    header = find_header(grid(["姓名", *[heading] * 5], ["a", *["白"] * 5]), ListKind.HISTORY)
    assert header is not None
    assert set(dates_of(header, (2026, 12)).values()) == {date(2026, 12, 5)}
