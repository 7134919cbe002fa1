"""The shipped calendars against the law and the `chinesecalendar` package."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest
from lunar_python import Lunar, Solar
from lunardate import LunarDate

from rosterctl.domain.bureau import Bureau
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.calendar import Calendar, DayType
from tests.support.presets import tiny_bureau

YEARS = range(2020, 2027)
BY_LAW = range(2027, 2041)
"""Nobody has announced these years; their holidays follow from 国务院令第795号 and the moon."""


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
    assert counts == {year: 11 if year < 2025 else 13 for year in (*YEARS, *BY_LAW)}


def by_the_moon(year: int, month: int, day: int) -> date:
    """By the tables of one package and by the astronomy of another."""
    found = LunarDate(year, month, day).to_solar_date()
    assert found == as_date(Lunar.fromYmd(year, month, day).getSolar())
    return found


def as_date(solar: Solar) -> date:
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


@pytest.mark.parametrize("year", range(2025, 2041))
def test_the_holidays_of_every_year_from_2025_are_those_of_the_law(china: Calendar, year: int) -> None:
    """元旦, 除夕 and three days, 清明, 1 and 2 May, 端午, 中秋, 1 to 3 October (国务院令第795号, article 2).

    Where Mid-Autumn meets National Day, 4 October is the fourth statutory day, as it was in 2020.
    """
    new_year, moved = by_the_moon(year, 1, 1), by_the_moon(year, 8, 15)
    qingming = as_date(Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()["清明"])
    national = [date(year, 10, day) for day in (1, 2, 3)]
    if moved in national:
        moved = date(year, 10, 4)
    expected = {date(year, 1, 1): "元旦", new_year - timedelta(days=1): "除夕"}
    expected |= {new_year + timedelta(days=n): "春节" for n in range(3)}
    expected |= {qingming: "清明节", date(year, 5, 1): "劳动节", date(year, 5, 2): "劳动节"}
    expected |= {by_the_moon(year, 5, 5): "端午节", moved: "中秋节"} | dict.fromkeys(national, "国庆节")
    listed = {day: name for day, name in china.holidays.items() if day.year == year}
    assert listed.keys() == expected.keys()
    assert all(expected[day] in name for day, name in listed.items())


def test_no_gate_on_new_year_s_day_of_a_year_that_nobody_has_announced(china: Calendar) -> None:
    """Friday, 1 January 2027; the Saturday after is a weekend, for all that is known."""
    found = [china.types(date(2027, 1, day)) for day in (1, 2, 4)]
    assert found == [{DayType.HOLIDAY}, {DayType.WEEKEND}, {DayType.WORKDAY, DayType.SCHOOL}]
    assert china.types(date(2027, 2, 5)) == {DayType.HOLIDAY, DayType.EVE}


def test_the_days_that_2025_added_are_the_eve_and_the_second_of_may(china: Calendar) -> None:
    assert china.festival(date(2025, 1, 28)) == "除夕"
    assert DayType.HOLIDAY in china.types(date(2025, 5, 2))
    assert DayType.HOLIDAY not in china.types(date(2024, 2, 9))  # the eve of 2024: not even a day off
    assert DayType.HOLIDAY not in china.types(date(2024, 5, 2))


def test_an_eve_is_the_day_before_the_first_day_of_spring_festival(china: Calendar) -> None:
    eves = sorted(china.eves)
    assert [day.year for day in eves] == [*YEARS, *BY_LAW]
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
    assert Counter(day.year for day in calendar.holidays) == dict.fromkeys(range(2026, 2041), 8)
    assert all(day.weekday() < 5 for day in calendar.holidays)
    for year in range(2026, 2041):
        assert {day for day in calendar.holidays if day.year == year} == bank_holidays(year)


def bank_holidays(year: int) -> set[date]:
    """By the schedule of the Act of 1971 and the proclamations that follow it every year."""
    easter = easter_sunday(year)
    may, late_may, august = date(year, 5, 1), date(year, 5, 31), date(year, 8, 31)
    found = {easter - timedelta(days=2), easter + timedelta(days=1)}
    found |= {may + timedelta(days=-may.weekday() % 7)}
    found |= {day - timedelta(days=day.weekday()) for day in (late_may, august)}
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        later = (day + timedelta(days=n) for n in range(4))
        found.add(next(one for one in later if one.weekday() < 5 and one not in found))
    return found


def easter_sunday(year: int) -> date:
    """The Gregorian computus of 1961 (Butcher's), the letters as he has them."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    m = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114, 31)
    return date(year, month, day + 1)


def test_the_weekend_calendar_knows_no_holiday(tmp_path: Path) -> None:
    calendar = tiny_bureau(tmp_path, calendar="weekends").calendar
    assert calendar.types(date(2026, 10, 1)) == {DayType.WORKDAY, DayType.SCHOOL}
    assert calendar.types(date(2026, 10, 3)) == {DayType.WEEKEND}


@pytest.mark.parametrize("name", ["china-police", "eu-wtd", "us-flsa-7k", "uk-police"])
def test_every_rule_and_option_of_a_shipped_rulebook_exists(tmp_path: Path, name: str) -> None:
    rulebook = tiny_bureau(tmp_path, rulebook=name).rulebook
    in_force = {rule.id for rule in rules_in_force(rulebook)}
    assert {"rest", "one-place", "posts", "leaders", "fairness"} <= in_force
    assert rulebook.source
    for setting in rulebook.settings.values():
        assert setting.source, f"{setting.rule}: the article of the law, or what is assumed"
