"""The sheet for the wall: heads of dates, teams, lines with their sums, and who leads."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.export.xlsx.month_sheet import add_month_table
from tests.support.bureaus import (
    MONDAY,
    absence,
    duty,
    officer,
    plain_roster,
    roster_of,
    rotation,
    small_bureau,
    unit,
)
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
    title, *legend, numbers, heads, team, a, b, by_day, by_night = rows_of(
        sheet_of(add_month_table, bureau, plain_roster(bureau, MONDAY, 4))
    )
    assert title == [f"small: {MONDAY} to {plain_roster(bureau, MONDAY, 4).horizon.last}"]
    assert legend[0][0].startswith("d day 07:00-19:00   n night 19:00-07:00+1   * recall")
    assert numbers == [None] * 4 + [f"{MONDAY.month}/{MONDAY.day}", *(str(MONDAY.day + n) for n in (1, 2, 3))]
    sums = ["duties", "hours", "nights", "weekends", "holidays", "recalls", "overtime h"]
    assert heads == ["name", "badge", "telephone", "role", "Mon", "Tue", "Wed", "Thu", *sums]
    assert team == ["U1, team A: 2 heads"]
    assert [a, b, by_day, by_night] == [
        ["a", "a", "139", "sworn", "d", "n", "下", "休", 2, 24, 1, 0, 0, 0, 0],
        ["b", "b", "", "auxiliary", "假", "n", "下", "休", 1, 12, 1, 0, 0, 0, 0],
        ["leading by day", None, None, None, "a"],
        ["leading by night", None, None, None, None, "a"],
    ]


def test_days_off_and_kinds_of_duty_stand_out() -> None:
    """From Friday on: the heads of Saturday and Sunday differ from Friday's, a night from a day."""
    bureau = small_bureau([officer("a")], units=[unit(teams="A", rotation=DNOO)], rotation=DNOO)
    sheet = sheet_of(add_month_table, bureau, plain_roster(bureau, MONDAY, 8))
    (row,) = (one for one in range(1, sheet.max_row) if sheet.cell(one, 1).value == "name")
    heads = [sheet.cell(row, column).fill.fgColor.rgb for column in range(5, 13)]
    assert heads[:5] == [heads[0]] * 5
    assert heads[5] == heads[6] != heads[0] == heads[7]
    day, night = (sheet.cell(row + 2, column).fill.fgColor.rgb for column in (5, 6))
    assert day != night


def test_whoever_is_lent_leads_where_the_duty_is_served() -> None:
    """a of U1 works in U2 on Tuesday; both units have their leaders below their last team."""
    units = [unit("U1", teams="AB"), unit("U2", teams="AB")]
    bureau = small_bureau([officer("a"), officer("b", "B"), officer("c", unit="U2")], units=units)
    tuesday = MONDAY + timedelta(days=1)
    duties = [
        duty(bureau, "a", MONDAY, "day"),
        duty(bureau, "b", MONDAY, "day"),
        duty(bureau, "a", tuesday, "day", unit="U2"),
    ]
    rows = rows_of(sheet_of(add_month_table, bureau, roster_of(bureau, MONDAY, 2, duties)))
    first = rows.index(["U1, team A: 1 heads"])
    assert [row if row[0] == "leading by day" else row[0] for row in rows[first:]] == [
        "U1, team A: 1 heads",
        "a",
        "U1, team B: 1 heads",
        "b",
        ["leading by day", None, None, None, "a b"],
        "U2, team A: 1 heads",
        "c",
        ["leading by day", None, None, None, None, "a"],
    ]
