"""A horizon is its first date and a number of days; its end is the date after the last."""

from __future__ import annotations

from datetime import date

from rosterctl.timeline.horizon import ONE_DAY, Horizon


def test_28_days_from_the_first_of_december_end_with_the_28th() -> None:
    horizon = Horizon(date(2026, 12, 1), 28)
    assert (horizon.last, horizon.end, len(horizon)) == (date(2026, 12, 28), date(2026, 12, 29), 28)


def test_its_dates_come_in_order_over_the_year_and_the_leap_day() -> None:
    assert list(Horizon(date(2027, 12, 31), 2)) == [date(2027, 12, 31), date(2028, 1, 1)]
    assert list(Horizon(date(2028, 2, 28), 3))[1] == date(2028, 2, 29)


def test_the_first_date_is_in_it_and_the_end_is_not() -> None:
    horizon = Horizon(date(2026, 12, 1), 28)
    inside = [day for day in (date(2026, 11, 30), horizon.first, horizon.last, horizon.end) if day in horizon]
    assert inside == [horizon.first, horizon.last]


def test_a_single_day() -> None:
    horizon = Horizon(date(2026, 12, 1), 1)
    assert horizon.first == horizon.last
    assert list(horizon) == [date(2026, 12, 1)]
    assert horizon.first + ONE_DAY == horizon.end


def test_periods_are_counted_from_the_first_date_unless_it_was_carried_on() -> None:
    assert Horizon(date(2026, 12, 1), 28).since == date(2026, 12, 1)
    assert Horizon(date(2026, 12, 8), 28, since=date(2026, 12, 1)).since == date(2026, 12, 1)


def test_the_dates_ahead_are_counted_from_today() -> None:
    """A night of the date before is in it and counts as none of the dates that are asked for."""
    horizon = Horizon(date(2026, 12, 1), 28, today=date(2026, 12, 2))
    assert (len(horizon), horizon.ahead) == (28, 27)
    assert Horizon(date(2026, 12, 1), 28).ahead == 28
    assert Horizon(date(2026, 12, 1), 1, today=date(2026, 12, 2)).ahead == 0


def test_the_dates_to_come_leave_out_the_night_that_still_runs() -> None:
    horizon = Horizon(date(2026, 12, 1), 28, since=date(2026, 11, 1), today=date(2026, 12, 2))
    assert horizon.to_come == Horizon(date(2026, 12, 2), 27, since=date(2026, 11, 1))
