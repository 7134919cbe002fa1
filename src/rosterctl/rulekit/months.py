"""The pieces of calendar months that a horizon covers."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.rulekit.plain_hours import PlainLines


@dataclass(frozen=True)
class Part:
    """Consecutive dates of one month in a horizon, with the plain hours of the month up to their last."""

    decided: Sequence[date]
    lines: PlainLines

    @property
    def bureau(self) -> Bureau:
        return self.lines.bureau

    @property
    def days(self) -> Sequence[date]:
        """The dates of the month up to the horizon's last in it."""
        return self.lines.days

    def of(self, officer: Officer) -> Mapping[date, int]:
        """The plain hours on these dates, present or not."""
        return self.lines.of(officer)

    def __contains__(self, day: date) -> bool:
        return self.decided[0] <= day <= self.decided[-1]

    def follows(self, day: date) -> bool:
        """Does a date lie earlier in the same month?"""
        return self.days[0] <= day < self.decided[0]

    def present(self, officer: Officer) -> list[date]:
        """The dates of the horizon on which the officer is there."""
        return [day for day in self.decided if self.bureau.is_present(officer, day)]

    @cached_property
    def dates(self) -> int:
        """Dates of the whole month."""
        return monthrange(self.days[0].year, self.days[0].month)[1]

    @cached_property
    def workdays(self) -> int:
        """Working days of the whole month."""
        month = (self.days[0].replace(day=n + 1) for n in range(self.dates))
        return sum(self.bureau.calendar.is_workday(day) for day in month)


def parts(bureau: Bureau, days: Sequence[date]) -> list[Part]:
    """The dates month by month, for the constraint; the check cuts them itself."""
    found = []
    for _, month in groupby(days, key=lambda day: (day.year, day.month)):
        decided = list(month)
        last = decided[-1]
        so_far = [last.replace(day=n + 1) for n in range(last.day)]
        found.append(Part(decided, PlainLines(bureau, so_far)))
    return found
