"""A number that rises and falls with time, such as heads on duty, read slot by slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator


class Tide:
    """Starts at 0; times are minutes of one scale, whatever its origin."""

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
