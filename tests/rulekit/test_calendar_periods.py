"""Whole calendar periods: their bounds, how many months they count as, which of their dates are decided."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from rosterctl.rulekit.calendar_periods import calendar_periods, first_of_period
from rosterctl.rulekit.period_kinds import PeriodKind
from rosterctl.timeline.horizon import Horizon

NEW_YEAR = date(2027, 1, 1)  # a Friday
TURN = tuple(Horizon(date(2026, 12, 29), 5))
"""29 December to 2 January."""


@pytest.mark.parametrize(
    ("over", "bounds"),
    [
        (PeriodKind.WEEK, [(date(2026, 12, 28), date(2027, 1, 3))]),  # no edge at New Year
        (
            PeriodKind.MONTH,
            [(date(2026, 12, 1), date(2026, 12, 31)), (NEW_YEAR, date(2027, 1, 31))],
        ),
        (
            PeriodKind.QUARTER,
            [(date(2026, 10, 1), date(2026, 12, 31)), (NEW_YEAR, date(2027, 3, 31))],
        ),
        (PeriodKind.YEAR, [(date(2026, 1, 1), date(2026, 12, 31)), (NEW_YEAR, date(2027, 12, 31))]),
    ],
)
def test_a_period_has_all_its_dates(over: PeriodKind, bounds: list[tuple[date, date]]) -> None:
    found = list(calendar_periods(over, TURN))
    assert [(one.days[0], one.days[-1]) for one in found] == bounds
    assert [day for one in found for day in one.decided] == list(TURN)
    assert found[0].earlier[-1] == TURN[0] - timedelta(days=1)
    assert [one.earlier for one in found[1:]] == [()] * (len(found) - 1)


def test_months() -> None:
    """A week is 12 x 7 / 365.25 of a month."""
    months = {over: next(calendar_periods(over, TURN)).months for over in PeriodKind}
    assert months == {
        PeriodKind.WEEK: Fraction(84 * 100, 36525),
        PeriodKind.MONTH: 1,
        PeriodKind.QUARTER: 3,
        PeriodKind.YEAR: 12,
    }


def test_a_long_horizon_has_every_period_between() -> None:
    found = list(calendar_periods(PeriodKind.MONTH, tuple(Horizon(date(2028, 1, 31), 31))))
    assert [len(one.decided) for one in found] == [1, 29, 1]  # a leap year
    weeks = list(calendar_periods(PeriodKind.WEEK, tuple(Horizon(date(2026, 12, 6), 9))))
    assert [len(one.decided) for one in weeks] == [1, 7, 1]  # Sunday, a week, Monday


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2026, 4, 1), date(2026, 4, 1)),
        (date(2026, 12, 31), date(2026, 10, 1)),
    ],
)
def test_a_quarter_begins_in_january_april_july_october(day: date, first: date) -> None:
    assert first_of_period(PeriodKind.QUARTER, day) == first
