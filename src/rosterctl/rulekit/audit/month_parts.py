"""A horizon cut into calendar months, for the check of monthly overtime."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rosterctl.domain.people.officer import Officer
from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.plain_times import PlainTimes
from rosterctl.timeline.calendar import DayType
from rosterctl.timeline.horizon import ONE_DAY


@dataclass(frozen=True)
class MonthPart:
    """`decided` are the dates of the horizon in one month.

    `plain` has the month's dates from its first to the last decided one; `month` all its dates.
    """

    decided: Sequence[date]
    plain: PlainTimes
    month: Sequence[date]

    def earlier(self, day: date) -> bool:
        """Does a date lie in the month before the decided ones?"""
        return self.month[0] <= day < self.decided[0]

    def present(self, officer: Officer) -> list[date]:
        """The decided dates on which the officer is there."""
        return [day for day in self.decided if self.plain.facts.is_there(officer, day)]

    @property
    def standard(self) -> timedelta:
        """Eight hours for each working day of the month, of which the dates so far have their even part.

        Source: 劳动法 art. 36. The part is by dates, not by working days, so that a roster that is carried on
        within the month meets the same standard.
        """
        facts = self.plain.facts
        workdays = sum(DayType.WORKDAY in facts.kinds_of(day) for day in self.month)
        return timedelta(hours=8) * workdays * len(self.plain.days) / len(self.month)


def month_parts(facts: Facts, horizon: Iterable[date]) -> Iterator[MonthPart]:
    """The dates month by month, in order."""
    by_month: dict[date, list[date]] = {}
    for day in horizon:
        by_month.setdefault(day.replace(day=1), []).append(day)
    for first, decided in by_month.items():
        month = _month_of(first)
        so_far = [day for day in month if day <= decided[-1]]
        yield MonthPart(decided, PlainTimes(facts, so_far), month)


def _month_of(first: date) -> list[date]:
    """Every date of the month that begins on `first`."""
    return [first + n * ONE_DAY for n in range(31) if (first + n * ONE_DAY).month == first.month]
