"""Pieces of calendar months: which dates are decided, which went before, what the whole month has."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rosterctl.rulekit.months import parts
from rosterctl.timeline.calendar import Calendar
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import absence, small_bureau

NEW_YEAR = date(2027, 1, 1)
TURN = tuple(Horizon(date(2026, 12, 29), 5))
"""29 December to 2 January."""


def test_the_dates_are_cut_at_the_end_of_a_month() -> None:
    december, january = parts(small_bureau(), TURN)
    assert list(december.decided) == list(TURN[:3])
    assert list(december.days) == [date(2026, 12, n) for n in range(1, 32)]
    assert list(january.decided) == list(TURN[3:])
    assert list(january.days) == list(TURN[3:])


def test_one_month_of_two_years_is_two_parts() -> None:
    days = (date(2026, 12, 31), date(2027, 12, 31))
    assert [list(part.decided) for part in parts(small_bureau(), days)] == [
        [days[0]],
        [days[1]],
    ]


@pytest.mark.parametrize(
    ("day", "inside", "earlier"),
    [
        (date(2026, 11, 30), False, False),  # another month
        (date(2026, 12, 1), False, True),
        (date(2026, 12, 28), False, True),
        (date(2026, 12, 29), True, False),
        (date(2026, 12, 31), True, False),
        (NEW_YEAR, False, False),
    ],
)
def test_a_date_lies_in_the_part_or_earlier_in_its_month(day: date, inside: bool, earlier: bool) -> None:
    december = parts(small_bureau(), TURN)[0]
    assert (day in december, december.follows(day)) == (inside, earlier)


def test_the_whole_month_has_its_dates_and_working_days() -> None:
    """December 2026 has 23 workdays and January 2027 21, among them New Year's Day unless it is a holiday."""
    feast = Calendar("c", "c", holidays={NEW_YEAR: "New Year"})
    for calendar, workdays in ((None, [23, 21]), (feast, [23, 20])):
        found = parts(small_bureau(calendar=calendar), TURN)
        assert [part.dates for part in found] == [31, 31]
        assert [part.workdays for part in found] == workdays
    [first] = parts(small_bureau(), (date(2026, 12, 1),))
    assert (first.dates, first.workdays) == (31, 23)  # known from its first date alone
    [february] = parts(small_bureau(), (date(2028, 2, 3),))
    assert february.dates == 29


def test_hours_of_the_rotation_are_those_up_to_the_last_date_and_presence_is_of_the_decided_ones() -> None:
    bureau = small_bureau(anchor=NEW_YEAR, absences=[absence("a", NEW_YEAR)])
    january = parts(bureau, tuple(Horizon(NEW_YEAR, 3)))[0]
    a = bureau.officers["a"]
    assert january.bureau is bureau
    assert dict(january.of(a)) == {NEW_YEAR + timedelta(days=n): m for n, m in enumerate((720, 720, 0))}
    assert january.present(a) == [date(2027, 1, 2), date(2027, 1, 3)]
