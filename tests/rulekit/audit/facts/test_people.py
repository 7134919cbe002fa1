"""Who is there, where they belong, whom the law protects: both sides of every date."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.officer import Officer
from rosterctl.rulekit.audit.facts.people import (
    absences_by_name,
    belongs_to,
    is_on_roll,
    is_shielded,
    row_that_covers,
    span_away,
)
from rosterctl.timeline.clock import Clock
from tests.support.bureaus import MONDAY, absence, officer, transfer

TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 3))
SUNDAY = MONDAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "away"), [(MONDAY, False), (TUESDAY, True), (WEDNESDAY, True), (THURSDAY, False)]
)
def test_the_first_and_the_last_date_of_an_absence_belong_to_it(day: date, away: bool) -> None:
    row = absence("a", TUESDAY, WEDNESDAY)
    assert row_that_covers([row], day) == (row if away else None)


HOUR = timedelta(hours=1)


def test_an_absence_of_one_date_is_that_date() -> None:
    row = absence("a", TUESDAY)
    assert [row_that_covers([row], day) for day in (MONDAY, TUESDAY, WEDNESDAY)] == [None, row, None]


def test_rows_are_found_by_officer_and_come_in_the_order_of_their_dates() -> None:
    late, early, other = absence("a", THURSDAY), absence("a", MONDAY), absence("b", MONDAY)
    assert absences_by_name([late, other, early]) == {"a": (early, late), "b": (other,)}


@pytest.mark.parametrize(
    ("day", "there"), [(MONDAY, False), (TUESDAY, True), (WEDNESDAY, True), (THURSDAY, False)]
)
def test_the_day_they_join_and_the_day_they_leave_are_served(day: date, there: bool) -> None:
    assert is_on_roll(officer("a", joined=TUESDAY, left=WEDNESDAY), day) is there


@pytest.mark.parametrize("day", [date.min, MONDAY, date.max])
def test_without_dates_they_always_serve(day: date) -> None:
    assert is_on_roll(officer("a"), day)


@pytest.mark.parametrize(("day", "team"), [(SUNDAY, "A"), (MONDAY, "A"), (TUESDAY, "B"), (WEDNESDAY, "B")])
def test_a_transfer_holds_from_its_own_date_on(day: date, team: str) -> None:
    assert belongs_to(officer("a", transfers=[transfer(TUESDAY, "B")]), day).team == team


@pytest.mark.parametrize(("day", "team"), [(TUESDAY, "B"), (WEDNESDAY, "C"), (THURSDAY, "C")])
def test_the_last_transfer_that_has_begun_holds(day: date, team: str) -> None:
    moved = officer("a", transfers=[transfer(TUESDAY, "B"), transfer(WEDNESDAY, "C")])
    assert belongs_to(moved, day).team == team


def shielded(**bounds: date) -> Officer:
    return officer("a", **bounds)


@pytest.mark.parametrize(
    ("day", "kept"), [(MONDAY, False), (TUESDAY, True), (WEDNESDAY, True), (THURSDAY, False)]
)
def test_protection_has_both_its_dates(day: date, kept: bool) -> None:
    assert is_shielded(shielded(protected_from=TUESDAY, protected_until=WEDNESDAY), day) is kept


def test_one_date_of_protection_is_enough_and_none_is_none() -> None:
    since, until = shielded(protected_from=TUESDAY), shielded(protected_until=TUESDAY)
    assert [is_shielded(since, day) for day in (MONDAY, TUESDAY, date.max)] == [False, True, True]
    assert [is_shielded(until, day) for day in (date.min, TUESDAY, WEDNESDAY)] == [True, True, False]
    assert not is_shielded(officer("a"), MONDAY)


def test_an_absence_with_times_lasts_from_instant_to_instant() -> None:
    """Shanghai is eight hours ahead of UTC; without a time it begins and ends with the date."""
    tuesday = MONDAY + timedelta(days=1)

    def hours(one: Absence) -> tuple[float, float] | None:
        span = span_away(one, Clock("Asia/Shanghai"))
        midnight = datetime(2026, 12, 7, tzinfo=ZoneInfo("Asia/Shanghai"))
        return span and ((span.start - midnight) / HOUR, (span.end - midnight) / HOUR)

    assert hours(absence("a", MONDAY, tuesday)) is None
    assert hours(absence("a", MONDAY, tuesday, start=2)) == (2, 48)
    assert hours(absence("a", MONDAY, tuesday, end=10)) == (0, 34)


def test_on_the_date_on_which_they_are_back_nobody_is_away() -> None:
    rows = [absence("a", MONDAY, MONDAY + timedelta(days=1), end=10)]
    assert row_that_covers(rows, MONDAY) is rows[0]
    assert row_that_covers(rows, MONDAY + timedelta(days=1)) is None
