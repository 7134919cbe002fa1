"""Kinds of days, windows, posts, sites and vehicles: both sides of every date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from rosterctl.domain.vehicle import Outage
from rosterctl.rulekit.audit.facts.wanted import (
    WantedPost,
    event_sites,
    holds_on,
    in_workshop,
    kinds_of_day,
    lies_between,
    wanted_posts,
    who_may_stand,
)
from rosterctl.timeline.calendar import Calendar, DayType, Term
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, small_bureau, unit
from tests.support.places import ONE, event, post, post_type, vehicle, window

SUNDAY, TUESDAY, WEDNESDAY, SATURDAY = (MONDAY + timedelta(days=n) for n in (-1, 1, 2, 5))
THURSDAY, NEXT_MONDAY = MONDAY + timedelta(days=3), MONDAY + timedelta(days=7)
ALWAYS = frozenset((DayType.WORKDAY,))


def kinds(day: date, **calendar: object) -> set[DayType]:
    return set(kinds_of_day(Calendar("c", "c", **calendar), day))  # type: ignore[arg-type]


def test_a_week_without_news_has_five_workdays_and_a_weekend() -> None:
    """Without terms school may be on each of the five."""
    found = [kinds(MONDAY + timedelta(days=n)) for n in range(7)]
    assert found == [{DayType.WORKDAY, DayType.SCHOOL}] * 5 + [{DayType.WEEKEND}] * 2


def test_a_term_has_its_first_and_its_last_date() -> None:
    terms = (Term(TUESDAY, WEDNESDAY), Term(NEXT_MONDAY, NEXT_MONDAY))
    days = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, SATURDAY, NEXT_MONDAY)
    school = [DayType.SCHOOL in kinds(day, terms=terms) for day in days]
    assert school == [False, True, True, False, False, True]


def test_after_the_last_term_school_may_be_on_any_workday() -> None:
    terms = (Term(WEDNESDAY, WEDNESDAY), Term(MONDAY, MONDAY))
    school = [DayType.SCHOOL in kinds(day, terms=terms) for day in (TUESDAY, THURSDAY, SATURDAY, NEXT_MONDAY)]
    assert school == [False, True, False, True]


def test_no_school_on_a_saturday_in_term_unless_it_is_made_up() -> None:
    terms = (Term(MONDAY, SATURDAY),)
    assert kinds(SATURDAY, terms=terms) == {DayType.WEEKEND}
    made_up = kinds(SATURDAY, terms=terms, make_up_days=frozenset((SATURDAY,)))
    assert made_up == {DayType.WORKDAY, DayType.MAKE_UP, DayType.SCHOOL}


def test_a_holiday_is_nothing_else_but_may_be_an_eve() -> None:
    holidays, eves = {SATURDAY: "feast"}, frozenset((SATURDAY, MONDAY))
    assert kinds(SATURDAY, holidays=holidays) == {DayType.HOLIDAY}
    assert kinds(SATURDAY, holidays=holidays, eves=eves) == {DayType.HOLIDAY, DayType.EVE}
    assert kinds(MONDAY, eves=eves) == {DayType.WORKDAY, DayType.SCHOOL, DayType.EVE}


def test_a_bridging_day_is_a_weekend() -> None:
    assert kinds(MONDAY, days_off={MONDAY: "bridge"}) == {DayType.WEEKEND}


@pytest.mark.parametrize(
    ("day", "inside"), [(SUNDAY, False), (MONDAY, True), (TUESDAY, True), (WEDNESDAY, False)]
)
def test_bounds_are_included(day: date, inside: bool) -> None:
    assert lies_between(MONDAY, day, TUESDAY) is inside
    dated = replace(window(8, 10, minimum=ONE), first=MONDAY, last=TUESDAY)
    assert holds_on(dated, day, ALWAYS) is inside


def test_a_window_holds_on_days_of_any_of_its_kinds() -> None:
    school = replace(window(8, 10, minimum=ONE), days=frozenset((DayType.SCHOOL, DayType.HOLIDAY)))
    assert holds_on(school, MONDAY, frozenset((DayType.WORKDAY, DayType.SCHOOL)))
    assert not holds_on(school, MONDAY, frozenset((DayType.WORKDAY,)))
    assert holds_on(window(8, 10, minimum=ONE), MONDAY, frozenset((DayType.WORKDAY,)))


def test_every_window_of_a_post_that_stands_is_wanted() -> None:
    kind = post_type("street", window(8, 10, minimum=ONE), window(17, 19, plan=ONE))
    here, gone = post("P", "street"), post("Q", "street", last=SUNDAY)
    bureau = small_bureau(post_types=[kind], posts=[here, gone])
    assert list(wanted_posts(bureau, MONDAY, ALWAYS)) == [
        WantedPost(here, kind, MONDAY, one.start, one.end, one.crews) for one in kind.windows
    ]
    assert [one.post.id for one in wanted_posts(bureau, SUNDAY, ALWAYS)] == ["P", "P", "Q", "Q"]


def test_sites_are_numbered_from_one_and_manned_by_the_event_s_units() -> None:
    check = event("E", 20, 24, units=("U1", "U2"), sites=2)
    bureau = small_bureau(
        units=[unit("U1"), unit("U2")],
        post_types=[post_type("street", window(8, 10, minimum=ONE))],
        posts=[post("P", "street", "U2")],
        events=[check],
    )
    assert event_sites(check) == ("E/1", "E/2")
    assert who_may_stand(bureau) == {"P": ("U2",), "E/1": ("U1", "U2"), "E/2": ("U1", "U2")}


def test_a_vehicle_is_in_the_workshop_on_both_duty_days_or_from_and_until_some_hour() -> None:
    bureau = small_bureau()
    whole = Outage(MONDAY, TUESDAY)
    timed = Outage(MONDAY, TUESDAY, WallMinute(26 * 60), WallMinute(30 * 60))
    found = list(in_workshop(bureau, vehicle("C", outages=(whole, timed))))
    assert [[bureau.clock.local(one) for one in (span.start, span.end)] for span in found] == [
        [local(MONDAY, 7), local(WEDNESDAY, 7)],
        [local(TUESDAY, 2), local(WEDNESDAY, 6)],
    ]


def local(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), small_bureau().clock.zone)
