"""The calendar: every date once, stretches in order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rosterctl.intake.build.work.calendar import NO_CALENDAR, calendar_of
from rosterctl.timeline.calendar import Calendar, Term
from tests.support.folders import contents_of, flawless, told, write

HEAD = "calendar: plain\nname: x\n"
DAY = date(2027, 1, 1)


def with_calendar(folder: Path, text: str) -> Path:
    bureau = flawless(folder)
    write(bureau / "presets/calendars/plain.yaml", HEAD + text)
    return bureau


def test_a_calendar_with_everything(tmp_path: Path) -> None:
    text = """known: {from: 2027-01-01, until: 2027-01-01}
holidays: [{date: 2027-01-01, name: 元旦}]
days_off: [{date: 2027-01-02, name: 调休}]
make_up_days: [2027-01-03]
eves: [2027-01-01]
terms: [{from: 2027-01-01, until: 2027-01-01}]
"""
    second, third = date(2027, 1, 2), date(2027, 1, 3)
    assert calendar_of(contents_of(with_calendar(tmp_path, text))) == Calendar(
        "plain",
        "x",
        {DAY: "元旦"},
        {second: "调休"},
        frozenset([third]),
        frozenset([DAY]),
        (Term(DAY, DAY),),
        (DAY, DAY),
    )


def test_nothing_is_known_where_nothing_is_said(tmp_path: Path) -> None:
    assert calendar_of(contents_of(with_calendar(tmp_path, ""))) == Calendar("plain", "x")


def test_of_a_calendar_that_cannot_be_read_the_reader_has_told_already(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    (bureau / "presets/calendars/plain.yaml").write_bytes(b"\xff\xfe")
    contents = contents_of(bureau)
    before = len(contents.mistakes.problems)
    assert calendar_of(contents) is NO_CALENDAR
    assert len(contents.mistakes.problems) == before == 1


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        (
            "holidays: [{date: 2027-01-01, name: a}, {date: 2027-01-01, name: b}]",
            ["3:41: holidays: 2027-01-01 stands already under `holidays`"],
        ),
        (
            "days_off: [{date: 2027-01-01, name: a}]\nholidays: [{date: 2027-01-01, name: b}]",
            ["3:12: days_off: 2027-01-01 stands already under `holidays`"],
        ),
        (
            "days_off: [{date: 2027-01-01, name: a}]\nmake_up_days: [2026-01-01, 2027-01-01]",
            ["4:28: make_up_days: 2027-01-01 stands already under `days_off`"],
        ),
        (
            "known: {from: 2027-01-02, until: 2027-01-01}",
            ["3:34: known: 2027-01-01 lies before 2027-01-02"],
        ),
        (
            "terms: [{from: 2027-01-01, until: 2027-01-01}, {from: 2027-01-02, until: 2027-01-01}]",
            ["3:74: terms: 2027-01-01 lies before 2027-01-02"],
        ),
    ],
)
def test_what_is_wrong(tmp_path: Path, text: str, mistakes: list[str]) -> None:
    found = told(with_calendar(tmp_path, text))
    assert [one.removeprefix("presets/calendars/plain.yaml:") for one in found] == mistakes
