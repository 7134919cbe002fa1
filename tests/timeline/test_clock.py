"""A night of 22:00-06:00 is 8 hours, and 7 or 9 when the clocks change in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from rosterctl.timeline.clock import (
    EPOCH,
    Clock,
    WallMinute,
    clock_text,
    happening,
    happening_fields,
    minute_from,
    when_text,
)

NIGHT = (22 * 60, 30 * 60)

CHANGES = [
    # Europe/Berlin: 02:00 → 03:00 on 29 March, 03:00 → 02:00 on 25 October 2026.
    ("Europe/Berlin", date(2026, 3, 28), 7.0),
    ("Europe/Berlin", date(2026, 3, 29), 8.0),
    ("Europe/Berlin", date(2026, 10, 24), 9.0),
    # America/New_York: 8 March and 1 November 2026, at 02:00 local.
    ("America/New_York", date(2026, 3, 7), 7.0),
    ("America/New_York", date(2026, 10, 31), 9.0),
    # Lord Howe moves by half an hour: back on 5 April, forward on 4 October 2026, at 02:00 local.
    ("Australia/Lord_Howe", date(2026, 4, 4), 8.5),
    ("Australia/Lord_Howe", date(2026, 10, 3), 7.5),
    # China has not changed its clocks since 1991.
    ("Asia/Shanghai", date(2026, 3, 28), 8.0),
    ("Asia/Shanghai", date(2026, 10, 24), 8.0),
]


@pytest.mark.parametrize(("zone", "day", "hours"), CHANGES)
def test_a_night_is_as_long_as_it_is(zone: str, day: date, hours: float) -> None:
    assert Clock(zone).span(day, *NIGHT).length == timedelta(hours=hours)


@pytest.mark.parametrize(("zone", "day", "hours"), CHANGES)
def test_the_solver_counts_the_same_minutes(zone: str, day: date, hours: float) -> None:
    clock = Clock(zone)
    assert clock.number(day, NIGHT[1]) - clock.number(day, NIGHT[0]) == hours * 60


def test_a_minute_past_midnight_lies_on_the_next_date() -> None:
    clock = Clock("Asia/Shanghai")
    # 07:00 in Shanghai is 23:00 UTC of the date before.
    assert clock.instant(date(2026, 12, 1), 31 * 60) == datetime(2026, 12, 1, 23, tzinfo=UTC)
    assert clock.instant(date(2026, 12, 1), 31 * 60) == clock.instant(date(2026, 12, 2), 7 * 60)
    assert clock.instant(date(2026, 12, 31), 48 * 60) == clock.instant(date(2027, 1, 2), 0)


def test_numbers_count_minutes_since_1970() -> None:
    clock = Clock("Europe/Berlin")
    assert clock.number(date(1970, 1, 1), 60) == 0  # 01:00 in Berlin was midnight UTC
    assert EPOCH + timedelta(minutes=clock.number(date(2026, 7, 1), 540)) == datetime(
        2026, 7, 1, 7, tzinfo=UTC
    )


@pytest.mark.parametrize("minute", [-1, 0, 840, 1439, 1440, 1860])
def test_a_wall_minute_is_read_back(minute: int) -> None:
    clock, day = Clock("Asia/Shanghai"), date(2026, 12, 2)
    assert clock.wall_minute(day, clock.number(day, WallMinute(minute))) == minute


def test_a_skipped_time_moves_forward_by_what_was_skipped() -> None:
    # 02:30 does not exist in Berlin on 29 March 2026; it is 03:30 there, 01:30 UTC.
    clock = Clock("Europe/Berlin")
    assert clock.instant(date(2026, 3, 29), 150) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert clock.local(clock.instant(date(2026, 3, 29), 150)).hour == 3


def test_of_a_time_that_comes_twice_the_first_is_meant() -> None:
    # 02:30 on 25 October 2026 in Berlin: first in summer time (00:30 UTC), an hour later again.
    assert Clock("Europe/Berlin").instant(date(2026, 10, 25), 150) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )


def test_rest_over_the_spring_change_is_an_hour_shorter_than_the_wall_clock_says() -> None:
    # Off at 20:00, on again at 07:00: eleven hours by the clock on the wall, ten to sleep in.
    clock = Clock("America/New_York")
    late, early = clock.instant(date(2026, 3, 7), 20 * 60), clock.instant(date(2026, 3, 8), 7 * 60)
    assert early - late == timedelta(hours=10)


@pytest.mark.parametrize(
    ("minute", "text"), [(0, "00:00"), (425, "07:05"), (1439, "23:59"), (1440, "00:00"), (1860, "07:00")]
)
def test_clock_text_wraps_into_the_day(minute: int, text: str) -> None:
    assert clock_text(minute) == text


SIXTH, SEVENTH = date(2026, 12, 6), date(2026, 12, 7)


@pytest.mark.parametrize(
    ("start", "end", "told", "text"),
    [
        (23 * 60, 27 * 60, (SIXTH, 1380, 1620), "2026-12-06 23:00-03:00"),
        (1439, 1441, (SIXTH, 1439, 1441), "2026-12-06 23:59-00:01"),
        (1440, 1500, (SEVENTH, 0, 60), "2026-12-07 00:00-01:00 (night of 2026-12-06)"),
        (27 * 60, 28 * 60, (SEVENTH, 180, 240), "2026-12-07 03:00-04:00 (night of 2026-12-06)"),
    ],
)
def test_what_begins_after_midnight_is_of_the_next_date(
    start: int, end: int, told: tuple[date, int, int], text: str
) -> None:
    assert happening(SIXTH, start, end) == told
    assert when_text(SIXTH, start, end) == text


def test_programs_hear_the_duty_date_where_it_is_another() -> None:
    assert happening_fields(SIXTH, 420, 480) == {"date": "2026-12-06", "start": 420, "end": 480}
    night = {"date": "2026-12-07", "start": 180, "end": 240, "duty_date": "2026-12-06"}
    assert happening_fields(SIXTH, 1620, 1680) == night
    assert happening_fields(None, 0, 0) == {"date": None, "start": 0, "end": 0}


@pytest.mark.parametrize(("seconds", "minute"), [(-1, 0), (0, 0), (1, 1), (59, 1), (60, 1), (61, 2)])
def test_a_minute_that_has_begun_is_not_counted_from(seconds: int, minute: int) -> None:
    assert minute_from(EPOCH + timedelta(seconds=seconds)) == minute
