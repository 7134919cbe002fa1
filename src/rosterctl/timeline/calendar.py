"""What kind of day a date is: workday, weekend, statutory holiday, make-up working day, school day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rosterctl.problems import NOWHERE, Place

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class DayType(StrEnum):
    """A date has several: a make-up working day is also a workday and, in term, a school day.

    `holiday` is a statutory holiday; `weekend` is any other day off, be it a Saturday or a bridging day.
    """

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make-up"
    SCHOOL = "school"
    EVE = "new-year-eve"


@dataclass(frozen=True, slots=True)
class Term:
    """A school term, both dates included."""

    first: date
    last: date


@dataclass(frozen=True)
class Calendar:
    """Holidays by date with their names, days off and make-up working days, school terms, festival eves.

    `known` bounds the dates for which the arrangement of days off and make-up days was published. On later
    dates the holidays that are listed are those that the law names; every other weekday is a workday. After
    the last term, and where there are no terms, it is not known when school is: there any workday counts as a
    school day, because a gate that is manned for nothing harms nobody. `place` is where the calendar stands.
    """

    id: str
    name: str
    holidays: Mapping[date, str] = field(default_factory=dict)
    days_off: Mapping[date, str] = field(default_factory=dict)
    make_up_days: frozenset[date] = frozenset()
    eves: frozenset[date] = frozenset()
    terms: tuple[Term, ...] = ()
    known: tuple[date, date] | None = None
    place: Place = field(default=NOWHERE, compare=False)

    def types(self, day: date) -> frozenset[DayType]:
        if day in self.holidays:
            found = {DayType.HOLIDAY}
        elif day in self.days_off or (day.weekday() >= 5 and day not in self.make_up_days):
            found = {DayType.WEEKEND}
        else:
            found = {DayType.WORKDAY}
            if day in self.make_up_days:
                found.add(DayType.MAKE_UP)
            if self._may_be_in_term(day):
                found.add(DayType.SCHOOL)
        if day in self.eves:
            found.add(DayType.EVE)
        return frozenset(found)

    def _may_be_in_term(self, day: date) -> bool:
        if all(term.last < day for term in self.terms):
            return True
        return any(term.first <= day <= term.last for term in self.terms)

    def is_workday(self, day: date) -> bool:
        return DayType.WORKDAY in self.types(day)

    def festival(self, day: date) -> str:
        """The name of the holiday or day off on this date, or an empty text."""
        return self.holidays.get(day) or self.days_off.get(day, "")
