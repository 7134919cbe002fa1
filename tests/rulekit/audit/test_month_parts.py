"""A horizon cut into months, and the standard hours of each part."""

from __future__ import annotations

from datetime import date, timedelta

from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.month_parts import month_parts
from rosterctl.timeline.calendar import Calendar
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import absence, small_bureau

LAST_OF_NOVEMBER, FIRST, SECOND = date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2)
BUREAU = small_bureau(absences=[absence("a", SECOND)])
FACTS = Facts(BUREAU)


def test_a_month_ends_with_its_last_date() -> None:
    november, december = month_parts(FACTS, Horizon(LAST_OF_NOVEMBER, 3))
    assert list(november.decided) == [LAST_OF_NOVEMBER]
    assert list(december.decided) == [FIRST, SECOND]
    assert (len(november.month), len(december.month)) == (30, 31)
    # The plain hours are those of the month so far, from its first date on.
    assert (len(november.plain.days), len(december.plain.days)) == (30, 2)


def test_earlier_is_what_lies_in_the_month_before_the_horizon() -> None:
    (part,) = month_parts(FACTS, Horizon(SECOND, 2))
    assert [part.earlier(day) for day in (LAST_OF_NOVEMBER, FIRST, SECOND)] == [False, True, False]


def test_february_of_a_leap_year_has_29_dates() -> None:
    (part,) = month_parts(FACTS, Horizon(date(2028, 2, 10), 2))
    assert part.month[-1] == date(2028, 2, 29)


def test_the_standard_is_eight_hours_a_working_day_by_the_part_of_the_month() -> None:
    """December 2026 has 23 working days: 184 h, of which two of 31 dates have 2/31."""
    (part,) = month_parts(FACTS, Horizon(FIRST, 2))
    assert part.standard == timedelta(hours=184) * 2 / 31
    (whole,) = month_parts(FACTS, Horizon(FIRST, 31))
    assert whole.standard == timedelta(hours=184)


def test_a_holiday_is_no_working_day() -> None:
    feast = Facts(small_bureau(calendar=Calendar("c", "c", holidays={FIRST: "feast"})))
    (whole,) = month_parts(feast, Horizon(FIRST, 31))
    assert whole.standard == timedelta(hours=176)


def test_the_dates_present_are_those_decided() -> None:
    (part,) = month_parts(FACTS, Horizon(SECOND, 2))
    assert part.present(BUREAU.officers["a"]) == [SECOND + timedelta(days=1)]
