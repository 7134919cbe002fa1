"""A date has several types at once; a holiday is neither a weekend nor a workday."""

from __future__ import annotations

from datetime import date

import pytest

from rosterctl.timeline.calendar import Calendar, DayType, Term

HOLIDAY, WEEKEND, WORKDAY = DayType.HOLIDAY, DayType.WEEKEND, DayType.WORKDAY
MAKE_UP, SCHOOL, EVE = DayType.MAKE_UP, DayType.SCHOOL, DayType.EVE

# Spring Festival 2026 as it was arranged, cut short: the eve and the first day are statutory, the 23rd (a
# Monday) is given in exchange for work on Saturday the 28th.
CALENDAR = Calendar(
    "test",
    "test",
    holidays={date(2026, 2, 16): "除夕", date(2026, 2, 17): "春节"},
    days_off={date(2026, 2, 23): "春节", date(2026, 2, 21): "春节"},
    make_up_days=frozenset({date(2026, 2, 28)}),
    eves=frozenset({date(2026, 2, 16)}),
    terms=(Term(date(2026, 2, 24), date(2026, 7, 3)), Term(date(2026, 9, 1), date(2027, 1, 22))),
)


@pytest.mark.parametrize(
    ("day", "types"),
    [
        (date(2026, 2, 13), {WORKDAY}),  # Friday before term
        (date(2026, 2, 14), {WEEKEND}),  # Saturday
        (date(2026, 2, 16), {HOLIDAY, EVE}),
        (date(2026, 2, 17), {HOLIDAY}),
        (date(2026, 2, 21), {WEEKEND}),  # a Saturday of the arrangement
        (date(2026, 2, 23), {WEEKEND}),  # a Monday off
        (date(2026, 2, 24), {WORKDAY, SCHOOL}),  # the first day of term
        (date(2026, 2, 28), {WORKDAY, MAKE_UP, SCHOOL}),  # the Saturday that is worked
        (date(2026, 3, 1), {WEEKEND}),
        (date(2026, 7, 3), {WORKDAY, SCHOOL}),  # the last day of term
        (date(2026, 7, 6), {WORKDAY}),  # between two terms it is known that there is no school
        (date(2026, 9, 1), {WORKDAY, SCHOOL}),
        (date(2027, 1, 22), {WORKDAY, SCHOOL}),  # the last day of the last term
        (date(2027, 1, 23), {WEEKEND}),
        (date(2027, 1, 25), {WORKDAY, SCHOOL}),  # after it nobody knows: a gate too many is manned
    ],
)
def test_types(day: date, types: set[DayType]) -> None:
    assert CALENDAR.types(day) == types
    assert CALENDAR.is_workday(day) is (WORKDAY in types)


def test_an_eve_that_is_worked_keeps_both_types() -> None:
    # To 2024 the eve was no statutory day, and in 2024 not even a day off.
    calendar = Calendar("test", "test", eves=frozenset({date(2024, 2, 9)}))
    assert calendar.types(date(2024, 2, 9)) - {SCHOOL} == {WORKDAY, EVE}


def test_without_terms_every_workday_may_be_a_school_day_and_no_other() -> None:
    calendar = Calendar(
        "test", "test", holidays={date(2027, 1, 1): "元旦"}, make_up_days=frozenset({date(2027, 1, 3)})
    )
    found = [day for day in range(1, 8) if SCHOOL in calendar.types(date(2027, 1, day))]
    assert found == [3, 4, 5, 6, 7], "not Friday the 1st, a holiday, and not Saturday the 2nd"


def test_the_festival_is_named_on_holidays_and_days_off_alone() -> None:
    names = [CALENDAR.festival(date(2026, 2, day)) for day in (16, 17, 21, 23, 24, 28)]
    assert names == ["除夕", "春节", "春节", "春节", "", ""]
