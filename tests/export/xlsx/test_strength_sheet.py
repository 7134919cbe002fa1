"""The sheet of strength: the fewest heads of each hour, by date, red where more are wanted."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.export.xlsx.strength_sheet import add_strength
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau
from tests.support.read_back import rows_of, sheet_of


def test_heads_by_hour_and_date() -> None:
    """One from 07:00 to 19:00; the duty day lasts until 07:00 of Tuesday. Two are wanted from 17:00."""
    target = StrengthTarget("T", "peak", 2, 17 * 60, 18 * 60)
    bureau = small_bureau([officer("a")], strengths=[target])
    roster = roster_of(bureau, MONDAY, 1, [duty(bureau, "a", MONDAY, "day")])
    sheet = sheet_of(add_strength, bureau, roster)
    heads, *rows = rows_of(sheet)
    assert heads == ["where", "date", "weekday", *(f"{hour:02}" for hour in range(24))]
    whole = ["whole bureau", MONDAY, "Mon", *[None] * 7, *[1] * 12, *[0] * 5]
    tuesday = ["whole bureau", MONDAY + timedelta(days=1), "Tue", *[0] * 7]
    assert rows[:2] == [whole, tuesday]
    assert rows[2][0] == "U1"
    assert rows[4] == ["peak", MONDAY, "Mon", *[None] * 17, 1]
    short, enough = sheet.cell(6, 4 + 17), sheet.cell(2, 4 + 17)
    assert short.value == enough.value == 1
    assert short.fill.fgColor.rgb != enough.fill.fgColor.rgb
