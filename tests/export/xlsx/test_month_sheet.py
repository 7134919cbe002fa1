"""The sheet for the wall: heads of dates, teams, lines with their sums, and who leads."""

from __future__ import annotations

from rosterctl.export.xlsx.month_sheet import add_month_table
from tests.support.bureaus import MONDAY, absence, officer, plain_roster, rotation, small_bureau, unit
from tests.support.read_back import rows_of, sheet_of

DNOO = rotation("DNOO", (0,))


def test_the_sheet_of_a_team() -> None:
    """MONDAY is 2 March 2026. Two of one team, D N O O; b is on leave on the first date."""
    people = [officer("a", phone="139"), officer("b", role="auxiliary")]
    bureau = small_bureau(
        people,
        units=[unit(teams="A", rotation=DNOO)],
        rotation=DNOO,
        absences=[absence("b", MONDAY)],
    )
    title, legend, numbers, heads, team, *lines = rows_of(
        sheet_of(add_month_table, bureau, plain_roster(bureau, MONDAY, 4))
    )
    assert title == [f"small: {MONDAY} to {plain_roster(bureau, MONDAY, 4).horizon.last}"]
    assert "rest" in legend[0]
    assert numbers == [None] * 4 + [f"{MONDAY.month}/{MONDAY.day}", *(str(MONDAY.day + n) for n in (1, 2, 3))]
    sums = ["duties", "hours", "nights", "weekends", "holidays", "recalls", "overtime h"]
    assert heads == ["name", "badge", "telephone", "role", "Mon", "Tue", "Wed", "Thu", *sums]
    assert team == ["U1, team A: 2 heads"]
    assert lines == [
        ["a", "a", "139", "sworn", "d", "n", "下", "休", 2, 24, 1, 0, 0, 0, 0],
        ["b", "b", "", "auxiliary", "假", "n", "下", "休", 1, 12, 1, 0, 0, 0, 0],
        ["leading by day", None, None, None, "a"],
        ["leading by night", None, None, None, None, "a"],
    ]


def test_days_off_and_kinds_of_duty_stand_out() -> None:
    """From Friday on: the heads of Saturday and Sunday differ from Friday's, a night from a day."""
    bureau = small_bureau([officer("a")], units=[unit(teams="A", rotation=DNOO)], rotation=DNOO)
    sheet = sheet_of(add_month_table, bureau, plain_roster(bureau, MONDAY, 8))
    heads = [sheet.cell(4, column).fill.fgColor.rgb for column in range(5, 13)]
    assert heads[:5] == [heads[0]] * 5
    assert heads[5] == heads[6] != heads[0] == heads[7]
    day, night = (sheet.cell(6, column).fill.fgColor.rgb for column in (5, 6))
    assert day != night
