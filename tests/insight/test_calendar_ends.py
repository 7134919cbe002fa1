"""Where a calendar ends: what is told, from when on, how often by night, and which file it names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.insight.calendar_ends import calendar_ends, ends_near, ends_to_remind
from rosterctl.problems import Place
from rosterctl.timeline.calendar import Calendar, DayType, Term
from rosterctl.timeline.horizon import ONE_DAY, Horizon
from tests.support.bureaus import MONDAY, small_bureau
from tests.support.places import ONE, post, post_type, window

LAST = date(2026, 12, 31)
NEAR = date(2026, 11, 1)
"""60 days before the last."""
KNOWN = (date(2026, 1, 1), LAST)
TERM = (Term(date(2026, 9, 1), LAST),)


def bureau(*, school: bool = False, **calendar: object) -> Bureau:
    """With a post on school days, or without any post."""
    kind = post_type("gate", replace(window(7, 8, plan=ONE), days=frozenset({DayType.SCHOOL})))
    posts = {"post_types": [kind], "posts": [post("P", "gate")]} if school else {}
    return small_bureau(calendar=Calendar("own", "own", **calendar), **posts)  # type: ignore[arg-type]


def told(known: Bureau, first: date, days: int = 1) -> int:
    return len(ends_near(known, Horizon(first, days)))


def nights(known: Bureau, first: date, number: int, days: int = 28) -> list[int]:
    """The nights, by their number from `first` on, that tell of the calendar; the one before it ran too."""
    dates = [first + timedelta(days=n) for n in range(number)]
    return [
        n
        for n, day in enumerate(dates)
        if ends_to_remind(known, Horizon(day - ONE_DAY, days), Horizon(day, days))
    ]


def test_it_is_told_from_sixty_days_before_the_last_date_and_ever_after() -> None:
    known = bureau(known=KNOWN)
    assert [told(known, day) for day in (NEAR - ONE_DAY, NEAR, LAST, date(2028, 1, 1))] == [0, 1, 1, 1]


def test_it_is_told_earlier_where_dates_beyond_it_are_planned() -> None:
    """90 dates from 3 October end on 31 December; from the 4th on New Year's Day."""
    known = bureau(known=KNOWN)
    assert [told(known, date(2026, 10, day), 90) for day in (3, 4)] == [0, 1]


def test_what_lies_before_it_is_told_too() -> None:
    (sentence,) = ends_near(bureau(known=KNOWN), Horizon(date(2025, 12, 31), 1))
    assert sentence.startswith("the calendar 'own' knows nothing before 2026-01-01")
    assert told(bureau(known=KNOWN), date(2026, 1, 1)) == 0


def test_by_night_it_is_told_once_when_it_comes_near_and_then_every_wednesday() -> None:
    """From Thursday, 29 October: near on Sunday the 1st, then Wednesday the 4th and the 11th."""
    assert nights(bureau(known=KNOWN), date(2026, 10, 29), 20) == [3, 6, 13]


def test_a_last_date_that_stays_beyond_it_is_no_reason_to_tell_it_every_night() -> None:
    """90 dates from 4 October, a Sunday, end on 1 January; the nights after it have a date less each."""
    known, last = bureau(known=KNOWN), date(2027, 1, 1)
    horizons = [Horizon(day, (last - day).days + 1) for day in Horizon(date(2026, 10, 3), 12)]
    told = [
        now.first.day
        for before, now in pairwise(horizons)
        if ends_to_remind(known, replace(before, days=min(before.days, 90)), now)
    ]
    assert told == [4, 7, 14]


def test_a_night_that_was_missed_tells_it_later() -> None:
    """On Friday the 6th after the night of Tuesday the 3rd, not after that of Wednesday."""
    known, now = bureau(known=KNOWN), Horizon(date(2026, 11, 6), 28)
    assert ends_to_remind(known, Horizon(date(2026, 11, 3), 28), now)
    assert not ends_to_remind(known, Horizon(date(2026, 11, 4), 28), now)


def test_the_first_night_of_all_tells_it_at_once() -> None:
    assert ends_to_remind(bureau(known=KNOWN), None, Horizon(NEAR + 3 * ONE_DAY, 28))
    assert not ends_to_remind(bureau(known=KNOWN), None, Horizon(NEAR - ONE_DAY, 28))


@pytest.mark.parametrize(
    ("listed", "after"),
    [
        ({date(2027, 1, 1): "feast"}, "the holidays stand in it until 2027-01-01"),
        ({date(2026, 1, 1): "feast"}, "it has no holiday"),
    ],
)
def test_it_says_what_is_known_of_later_dates(listed: dict[date, str], after: str) -> None:
    (sentence,) = ends_near(bureau(known=KNOWN, holidays=listed), Horizon(NEAR, 1))
    assert after in sentence


def test_without_known_the_last_year_that_is_listed_ends_it() -> None:
    assert [one.last for one in calendar_ends(bureau(make_up_days=frozenset({date(2026, 2, 14)})))] == [LAST]
    assert list(calendar_ends(bureau())) == [], "a calendar without any date never knew one"


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("presets/calendars/own.yaml", "enter them in presets/calendars/own.yaml, and move"),
        ("rosterctl/configs/calendars/own.yaml", "/own.yaml to presets/calendars/own.yaml in the bureau's"),
    ],
)
def test_it_names_the_file_to_write_to(file: str, said: str) -> None:
    (one,) = calendar_ends(bureau(known=KNOWN, place=Place(file, 1, 1)))
    assert said in one.remedy


def test_terms_count_where_a_post_is_wanted_on_school_days() -> None:
    assert [one.last for one in calendar_ends(bureau(terms=TERM, school=True))] == [LAST]
    assert list(calendar_ends(bureau(terms=TERM))) == []


def test_without_terms_it_is_told_to_whoever_plans_but_not_by_night() -> None:
    known = bureau(school=True)
    (sentence,) = ends_near(known, Horizon(MONDAY, 1))
    assert sentence.startswith("the calendar 'own' has no school terms")
    assert nights(known, MONDAY, 10) == []
