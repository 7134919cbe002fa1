"""The pieces of calendar months that a horizon covers."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer
from rosterctl.rules.plain import Amount, PlainLines


class Part(PlainLines[Amount]):
    """Consecutive dates of one month, with the plain hours of the rotation on them."""

    def __contains__(self, day: date) -> bool:
        return self.days[0] <= day <= self.days[-1]

    def follows(self, day: date) -> bool:
        """Does a date lie earlier in the same month?"""
        return day < self.days[0] and (day.year, day.month) == (self.days[0].year, self.days[0].month)

    @cached_property
    def dates(self) -> int:
        """Dates of the whole month."""
        return monthrange(self.days[0].year, self.days[0].month)[1]

    @cached_property
    def workdays(self) -> int:
        """Working days of the whole month."""
        month = (self.days[0].replace(day=n + 1) for n in range(self.dates))
        return sum(self.bureau.calendar.is_workday(day) for day in month)


def parts(
    bureau: Bureau, days: Sequence[date], reckon: Callable[[Bureau, Officer, date], Amount]
) -> list[Part[Amount]]:
    """The dates month by month."""
    months = groupby(days, key=lambda day: (day.year, day.month))
    return [Part(bureau, list(month), reckon) for _, month in months]
