"""The dates a roster is made for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Horizon:
    """`days` consecutive dates from `first`.

    A roster that is carried on from night to night begins later every time; `since` is the date from which
    its reference periods are counted all the while, `first` unless given. `today` is the date on which it was
    carried on: the dates before it are there because duties of theirs were not over yet. It is `first` unless
    given, and `end` where only such duties are left.
    """

    first: date
    days: int
    since: date = field(default=date.min)
    today: date = field(default=date.min)

    def __post_init__(self) -> None:
        if self.since == date.min:
            object.__setattr__(self, "since", self.first)
        if self.today == date.min:
            object.__setattr__(self, "today", self.first)

    @property
    def last(self) -> date:
        return self.first + timedelta(days=self.days - 1)

    @property
    def end(self) -> date:
        """The date after the last: the half-open end."""
        return self.first + timedelta(days=self.days)

    @property
    def ahead(self) -> int:
        """How many dates there are from today on."""
        return (self.end - self.today).days

    @property
    def to_come(self) -> Horizon:
        """The dates from today on."""
        return Horizon(self.today, self.ahead, self.since)

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(self.days))

    def __len__(self) -> int:
        return self.days

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.end


def within(first: date | None, day: date, last: date | None) -> bool:
    """Does the date lie between the two, both included? None is no bound."""
    return (first is None or first <= day) and (last is None or day <= last)
