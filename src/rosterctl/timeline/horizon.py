"""The dates a roster is made for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Horizon:
    """`days` consecutive dates from `first`."""

    first: date
    days: int

    @property
    def last(self) -> date:
        return self.first + timedelta(days=self.days - 1)

    @property
    def end(self) -> date:
        """The date after the last: the half-open end."""
        return self.first + timedelta(days=self.days)

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(self.days))

    def __len__(self) -> int:
        return self.days

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.end
