"""The shipped calendars against the law and the `chinesecalendar` package."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.calendar import Calendar, DayType
from tests.support.presets import tiny_bureau

YEARS = range(2020, 2027)


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Bureau:
    return tiny_bureau(tmp_path_factory.mktemp("china"))


@pytest.fixture(scope="module")
def china(bureau: Bureau) -> Calendar:
    return bureau.calendar


def dates(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def test_every_day_is_a_workday_or_free_as_the_package_says(china: Calendar) -> None:
    assert china.known == (date(2020, 1, 1), date(2026, 12, 31))
    for day in dates(*china.known):
        assert china.is_workday(day) == chinese_calendar.is_workday(day), day


def test_make_up_days_are_the_weekends_on_which_the_package_works(china: Calendar) -> None:
    worked = {day for day in dates(date(2020, 1, 1), date(2026, 12, 31)) if day.weekday() >= 5}
    assert china.make_up_days == {day for day in worked if chinese_calendar.is_workday(day)}


def test_the_law_gives_eleven_statutory_days_to_2024_and_thirteen_from_2025(china: Calendar) -> None:
    counts = Counter(day.year for day in china.holidays)
    assert counts == {year: 11 if year < 2025 else 13 for year in YEARS}


def test_the_days_that_2025_added_are_the_eve_and_the_second_of_may(china: Calendar) -> None:
    assert china.festival(date(2025, 1, 28)) == "除夕"
    assert DayType.HOLIDAY in china.types(date(2025, 5, 2))
    assert DayType.HOLIDAY not in china.types(date(2024, 2, 9))  # the eve of 2024: not even a day off
    assert DayType.HOLIDAY not in china.types(date(2024, 5, 2))


def test_an_eve_is_the_day_before_the_first_day_of_spring_festival(china: Calendar) -> None:
    eves = sorted(china.eves)
    assert [day.year for day in eves] == list(YEARS)
    assert all(china.festival(eve + timedelta(days=1)) == "春节" for eve in eves)
    assert all(china.festival(eve) != "春节" or eve not in china.holidays for eve in eves)


def test_statutory_duties_of_2020_fall_unevenly_on_the_four_teams(bureau: Bureau, china: Calendar) -> None:
    # Computed by hand from the dates of 2020 and DNOO anchored on 2020-01-01: day / night / off.
    rotation = bureau.rotations["cn4x2"]
    days = [day for day in china.holidays if day.year == 2020]
    counts = [
        Counter(rotation.letter(day, offset, date(2020, 1, 1)) for day in days) for offset in rotation.offsets
    ]
    assert [(one["D"], one["N"], one["O"]) for one in counts] == [(4, 3, 4), (1, 4, 6), (3, 1, 7), (3, 3, 5)]


def test_a_make_up_saturday_in_term_is_a_school_day(china: Calendar) -> None:
    assert china.types(date(2026, 9, 20)) == {DayType.WORKDAY, DayType.MAKE_UP, DayType.SCHOOL}
    assert china.types(date(2026, 12, 1)) == {DayType.WORKDAY, DayType.SCHOOL}
    assert china.types(date(2026, 8, 31)) == {DayType.WORKDAY}


def test_england_and_wales_have_eight_bank_holidays_a_year_none_of_them_at_a_weekend(tmp_path: Path) -> None:
    calendar = tiny_bureau(tmp_path, calendar="england-and-wales").calendar
    assert Counter(day.year for day in calendar.holidays) == {2026: 8, 2027: 8}
    assert all(day.weekday() < 5 for day in calendar.holidays)


def test_the_weekend_calendar_knows_no_holiday(tmp_path: Path) -> None:
    calendar = tiny_bureau(tmp_path, calendar="weekends").calendar
    assert calendar.types(date(2026, 10, 1)) == {DayType.WORKDAY}
    assert calendar.types(date(2026, 10, 3)) == {DayType.WEEKEND}


@pytest.mark.parametrize("name", ["china-police", "eu-wtd", "us-flsa-7k", "uk-police"])
def test_every_rule_and_option_of_a_shipped_rulebook_exists(tmp_path: Path, name: str) -> None:
    rulebook = tiny_bureau(tmp_path, rulebook=name).rulebook
    in_force = {rule.id for rule in rules_in_force(rulebook)}
    assert {"rest", "one-place", "posts", "leaders", "fairness"} <= in_force
    assert rulebook.source
