"""The whole calendar periods of a horizon, as the check cuts them."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.whole_periods import whole_periods
from rosterctl.rulekit.calendar_periods import calendar_periods
from rosterctl.rulekit.period_kinds import PeriodKind
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import small_bureau

FACTS = Facts(small_bureau())
LAST_OF_YEAR, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)


@pytest.mark.parametrize(
    ("over", "lengths"),
    [
        (PeriodKind.WEEK, [7]),  # Thursday and Friday of one week
        (PeriodKind.MONTH, [31, 31]),
        (PeriodKind.QUARTER, [92, 90]),
        (PeriodKind.YEAR, [365, 365]),
    ],
)
def test_a_period_has_all_its_dates_and_ends_with_the_year(over: PeriodKind, lengths: list[int]) -> None:
    found = list(whole_periods(FACTS, Horizon(LAST_OF_YEAR, 2), over))
    assert [len(one.days) for one in found] == lengths
    assert [day for one in found for day in one.decided] == [LAST_OF_YEAR, NEW_YEAR]


def test_february_of_a_leap_year_has_29_dates() -> None:
    (month,) = whole_periods(FACTS, Horizon(date(2028, 2, 10), 2), PeriodKind.MONTH)
    assert month.days[-1] == date(2028, 2, 29)


def test_four_weeks_of_february_are_a_month_and_a_week_is_none() -> None:
    """February 2027 begins on a Monday; so does the week of 1 February."""
    first = date(2027, 2, 1)
    (month,) = whole_periods(FACTS, Horizon(first, 1), PeriodKind.MONTH)
    (week,) = whole_periods(FACTS, Horizon(first, 1), PeriodKind.WEEK)
    assert month.months == 1
    assert week.months == Fraction(28, 1461) * 12


@pytest.mark.parametrize("over", list(PeriodKind))
def test_the_constraint_cuts_the_same_periods(over: PeriodKind) -> None:
    """Two readings, asked for every date of four years."""
    for n in range(1461):
        horizon = Horizon(date(2026, 1, 1) + timedelta(days=n), 1)
        (mine,) = whole_periods(FACTS, horizon, over)
        (other,) = calendar_periods(over, tuple(horizon))
        assert (tuple(mine.days), mine.months) == (other.days, other.months)
