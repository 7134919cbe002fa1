"""A stretch of time in pieces, cut wherever something changes, and a number that changes with time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, Protocol, TypeVar


class Ordered(Protocol):
    """Whatever has a before and an after: minutes of one scale, instants, dates."""

    def __lt__(self, other: Any, /) -> bool: ...


TimeT = TypeVar("TimeT", bound=Ordered)


def cut_at(start: TimeT, end: TimeT, changes: Iterable[TimeT]) -> Iterator[tuple[TimeT, TimeT]]:
    """From `start` to `end` in half-open pieces, in order, with a cut at every change that lies between.

    Changes may come in any order and more than once; those at the two ends or outside cut nothing. A stretch
    without length has no piece.
    """
    inside = {at for at in changes if start < at < end}
    return pairwise(sorted({start, end} | inside))


class Tide:
    """A number that rises and falls with time, such as heads on duty, read slot by slot.

    It starts at 0; times are minutes of one scale, whatever its origin.
    """

    def __init__(self) -> None:
        self._changes: Counter[int] = Counter()

    def add(self, start: int, end: int, amount: int = 1) -> None:
        """`amount` more from `start` (included) to `end` (excluded)."""
        if start < end:
            self._changes[start] += amount
            self._changes[end] -= amount

    def slots(self, start: int, end: int, length: int) -> Iterator[tuple[int, int]]:
        """The least and the greatest value in each slot of `length` minutes from `start` to `end`."""
        changes = sorted(change for change in self._changes.items() if change[1])
        place = level = 0
        changes.append((end + length, 0))
        for since in range(start, end, length):
            while changes[place][0] <= since:
                level += changes[place][1]
                place += 1
            least = most = level
            while changes[place][0] < since + length:
                level += changes[place][1]
                place += 1
                least, most = min(least, level), max(most, level)
            yield least, most
