"""How many people are on duty from moment to moment."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import accumulate

from rosterctl.timeline.span import Span


class Headcount:
    """A number of heads as a step function of time, from the spans of their duties."""

    def __init__(self, spans: Iterable[Span]) -> None:
        changes: Counter[datetime] = Counter()
        for span in spans:
            changes[span.start] += 1
            changes[span.end] -= 1
        self._at = sorted(instant for instant, change in changes.items() if change)
        self._heads = list(accumulate(changes[instant] for instant in self._at))

    def between(self, within: Span) -> Iterator[tuple[Span, int]]:
        """`within` cut where the number changes, each piece with its number."""
        place = bisect_right(self._at, within.start)
        start, heads = within.start, self._heads[place - 1] if place else 0
        while place < len(self._at) and self._at[place] < within.end:
            yield Span(start, self._at[place]), heads
            start, heads = self._at[place], self._heads[place]
            place += 1
        yield Span(start, within.end), heads
