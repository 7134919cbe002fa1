"""Team k works `cycle[(day + offset) mod length]`, before the anchor as after it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rosterctl.domain.rotation import Rotation
from rosterctl.domain.shift import Shift
from tests.support.rotations import mean_weekly_minutes

ANCHOR = date(2020, 1, 1)
DNOO = Rotation("cn4x2", "四班两运转", "DNOO", (0, 1, 2, 3), {"D": "day", "N": "night"})
SHIFTS = {
    "day": Shift("day", "白班", "白", 7 * 60, 19 * 60),
    "night": Shift("night", "夜班", "夜", 19 * 60, 31 * 60),
}


@pytest.mark.parametrize(
    ("offset", "letters"), [(0, "DNOODN"), (1, "NOODNO"), (2, "OODNOO"), (3, "ODNOOD")], ids=str
)
def test_a_team_starts_its_offset_into_the_cycle(offset: int, letters: str) -> None:
    assert "".join(DNOO.letter(ANCHOR + timedelta(days=n), offset, ANCHOR) for n in range(6)) == letters


def test_the_cycle_runs_on_before_the_anchor() -> None:
    assert [DNOO.letter(ANCHOR - timedelta(days=n), 0, ANCHOR) for n in (1, 2, 3, 4)] == ["O", "O", "N", "D"]


def test_years_later_the_arithmetic_still_holds() -> None:
    # 2026-12-01 is day 2,526, and 2,526 = 4 x 631 + 2: the first team is off, the third by day.
    assert (date(2026, 12, 1) - ANCHOR).days == 2526
    assert [DNOO.letter(date(2026, 12, 1), offset, ANCHOR) for offset in DNOO.offsets] == ["O", "O", "D", "N"]


def test_two_twelve_hour_duties_in_four_days_are_42_hours_a_week() -> None:
    assert mean_weekly_minutes(DNOO, SHIFTS) == 42 * 60


def test_a_break_is_not_paid() -> None:
    command = {"command": Shift("command", "指挥日班", "白", 7 * 60, 19 * 60, break_minutes=240)}
    week = Rotation("command-week", "指挥周班", "CCCCCOO", (2,), {"C": "command"})
    assert mean_weekly_minutes(week, command) == 5 * 8 * 60


def test_an_office_team_rests_at_the_weekend_with_offset_2_of_an_anchor_on_a_wednesday() -> None:
    office = Rotation("office", "机关行政班", "DDDDDOO", (0,), {"D": "day"})
    monday = date(2026, 12, 7)
    assert "".join(office.letter(monday + timedelta(days=n), 2, ANCHOR) for n in range(7)) == "DDDDDOO"
