"""Whole calendar periods and the dates of a horizon in each, for constraints; the checks have their own."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from rosterctl.rulekit.period_kinds import PeriodKind

MONTHS: dict[PeriodKind, int] = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12}
MONTHS_IN_A_WEEK = Fraction(12 * 7 * 4, 1461)
"""Four years have 48 months and 1,461 dates."""


@dataclass(frozen=True)
class CalendarPeriod:
    """The dates of a whole period, how many months it counts as, and those of its dates that are decided."""

    first: date
    length: int
    months: Fraction
    decided: Sequence[date]

    @cached_property
    def days(self) -> tuple[date, ...]:
        """All its dates, in order."""
        return tuple(self.first + timedelta(days=n) for n in range(self.length))

    @property
    def earlier(self) -> tuple[date, ...]:
        """Its dates before the decided ones."""
        return self.days[: (self.decided[0] - self.first).days]


def calendar_periods(over: PeriodKind, days: Sequence[date]) -> Iterator[CalendarPeriod]:
    """The periods that consecutive dates touch, in order."""
    start = 0
    while start < len(days):
        first, length = _bounds(over, days[start])
        end = start + length - (days[start] - first).days
        months = Fraction(MONTHS[over]) if over in MONTHS else MONTHS_IN_A_WEEK
        yield CalendarPeriod(first, length, months, days[start:end])
        start = end


def first_of_period(over: PeriodKind, day: date) -> date:
    """The first date of the period that a date lies in."""
    return _bounds(over, day)[0]


def _bounds(over: PeriodKind, day: date) -> tuple[date, int]:
    """First date and number of dates."""
    if over not in MONTHS:
        return day - timedelta(days=day.weekday()), 7
    months = MONTHS[over]
    month = (day.month - 1) // months * months + 1
    length = sum(monthrange(day.year, month + n)[1] for n in range(months))
    return date(day.year, month, 1), length
