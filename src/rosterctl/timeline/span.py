"""Half-open stretches of time between two instants (aware datetimes in UTC)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T", bound=Any)
ZERO = timedelta()
"""No time at all."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` (included) to `end` (excluded)."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        return self.end - self.start

    @property
    def minutes(self) -> int:
        """Whole minutes of its length."""
        return self.length // timedelta(minutes=1)

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def overlap(self, other: Span) -> timedelta:
        """How long the two spans have in common; zero when they only touch."""
        return max(min(self.end, other.end) - max(self.start, other.start), timedelta())

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


def unbroken(stretches: Iterable[tuple[T, T]]) -> Iterator[tuple[T, T]]:
    """From when to when, in order; stretches that touch or overlap are one."""
    found: list[tuple[T, T]] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    yield from found
