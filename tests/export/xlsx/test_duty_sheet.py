"""The sheet of duties: a row a duty, with what calls for it and what is noted."""

from __future__ import annotations

from rosterctl.export.xlsx.duty_sheet import add_duties
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau, unit
from tests.support.read_back import rows_of, sheet_of


def test_a_row_a_duty() -> None:
    bureau = small_bureau([officer("a"), officer("b", role="auxiliary")], units=[unit("U1"), unit("U2")])
    duties = [duty(bureau, "b", MONDAY, "night", unit="U2"), duty(bureau, "a", MONDAY, "day", recall=True)]
    heads, *rows = rows_of(sheet_of(add_duties, bureau, roster_of(bureau, MONDAY, 1, duties)))
    assert heads == [
        *("date", "weekday", "festival", "unit", "team", "id", "badge", "name", "role", "shift"),
        *("from", "to", "hours", "by", "note"),
    ]
    assert rows == [
        [MONDAY, "Mon", None, "U1", "A", "a", "a", "a", "sworn", "day", "07:00", "19:00", 12, "recall"],
        [
            *(MONDAY, "Mon", None, "U2", "A", "b", "b", "b", "auxiliary", "night"),
            *("19:00", "07:00+1", 12, "rotation", "loan"),
        ],
    ]


def test_a_duty_that_was_broken_off_ends_when_it_did() -> None:
    bureau = small_bureau([officer("a")])
    broken = duty(bureau, "a", MONDAY, "day").broken_off(12 * 60)
    _, row = rows_of(sheet_of(add_duties, bureau, roster_of(bureau, MONDAY, 1, [broken])))
    assert row[10:] == ["07:00", "12:00", 5, "rotation", "broken off"]
