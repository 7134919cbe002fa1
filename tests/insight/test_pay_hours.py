"""Hours that count for pay, of a roster and of dates put together from several."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.insight.pay_hours import pay_hours, pay_hours_by
from tests.support.bureaus import MONDAY, plain_duties, plain_roster, rotation, small_bureau

PATTERN = rotation("DO", (0, 1))
PAID = small_bureau(
    teams="AB", rotation=PATTERN, rules={"pay-threshold": {"from": MONDAY.isoformat(), "hours": "160"}}
)
HOUR = timedelta(hours=1)


def test_where_no_rule_counts_them_there_are_none() -> None:
    bureau = small_bureau(rules={"rest": {}})
    assert pay_hours(bureau, plain_roster(bureau, MONDAY, 28)) == ()


def test_officers_with_hours_period_by_period() -> None:
    """Fourteen of 28 dates are 168 h, eight above; on the 29th a works again. The weeks before are over."""
    found = pay_hours(PAID, plain_roster(PAID, MONDAY, 29))
    assert [(one.officer, (one.first - MONDAY).days, one.known, one.above / HOUR) for one in found] == [
        ("a", 0, 28, 8),
        ("b", 0, 28, 8),
        ("a", 28, 1, 0),
    ]


def test_dates_count_up_to_one_of_them() -> None:
    worked = {MONDAY + timedelta(days=n): plain_duties(PAID, MONDAY + timedelta(days=n), 1) for n in range(6)}
    found = pay_hours_by(PAID, worked, MONDAY + timedelta(days=2))
    assert [(one.officer, one.known, one.time / HOUR) for one in found] == [("a", 3, 24), ("b", 3, 12)]
    assert pay_hours_by(PAID, {}, MONDAY) == ()


def test_people_who_are_gone_are_left_out() -> None:
    others = PAID.of_people({"b"})
    worked = {MONDAY + timedelta(days=n): plain_duties(PAID, MONDAY + timedelta(days=n), 1) for n in range(2)}
    assert [one.officer for one in pay_hours_by(others, worked, MONDAY + timedelta(days=1))] == ["b"]
