"""Hours that count for pay as a table: a line for each officer and period."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.export.report.pay import above_text, pay_rows, pay_text
from rosterctl.rulekit.parts import PayPeriod
from tests.support.bureaus import MONDAY, small_bureau

BUREAU = small_bureau()
HOUR = timedelta(hours=1)


def period(officer: str, hours: float, known: int = 28) -> PayPeriod:
    return PayPeriod(officer, MONDAY, MONDAY + timedelta(days=27), known, hours * HOUR, 171 * HOUR)


def test_a_row() -> None:
    assert pay_rows(BUREAU, [period("a", 180.5, 20)]) == [
        {
            "officer": "a",
            "name": "a",
            "unit": "U1",
            "from": "2026-12-07",
            "to": "2027-01-03",
            "dates known": "20 of 28",
            "hours": "180.5",
            "threshold": "171",
            "above": "9.5",
        }
    ]


def test_the_table_has_a_line_for_each() -> None:
    lines = pay_text(BUREAU, [period("a", 171), period("b", 12)]).splitlines()
    assert [line.split()[-1] for line in lines[2:]] == ["0", "0"]


def test_those_above_are_named_and_the_others_counted() -> None:
    text = above_text(BUREAU, [period("a", 171), period("b", 171.25)])
    assert text.startswith("1 of 2 periods of officers are above the threshold.")
    assert text.splitlines()[-1].split()[0] == "b"
    assert above_text(BUREAU, [period("a", 171)]) == "0 of 1 period of officers are above the threshold."
    assert above_text(BUREAU, []) == ""
