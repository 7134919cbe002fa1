"""Stays: the slices of duties in instants, and how a stretch of time is cut where somebody comes or goes."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate, pairwise

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty
from rosterctl.timeline.clock import DAY, WallMinute
from rosterctl.timeline.span import Span


@dataclass(frozen=True, slots=True)
class Stay:
    """A time at a post (empty: reserve) of a unit, in instants (UTC), with the same vehicles.

    Slices of a duty that follow each other and differ in nothing are one stay.
    """

    officer: Officer
    unit: str
    day: date
    post: str
    vehicles: tuple[str, ...]
    span: Span


class Stays:
    """The stays of many duties, found by post, in the order of the duties."""

    def __init__(self, bureau: Bureau, duties: Sequence[Duty]) -> None:
        self._bureau = bureau
        self._days: dict[tuple[int, int], range] = {}
        self._by_post: dict[str, list[Stay]] = {}
        self._by_day: dict[tuple[str, date], list[Stay]] = {}
        for duty in duties:
            self._add(duty)

    def __iter__(self) -> Iterator[Stay]:
        for stays in self._by_post.values():
            yield from stays

    def of(self, post: str) -> tuple[Stay, ...]:
        """Every stay at a post."""
        return tuple(self._by_post.get(post, ()))

    def at(self, post: str, day: date) -> tuple[Stay, ...]:
        """The stays at a post that touch the duty day of a date."""
        return tuple(self._by_day.get((post, day), ()))

    def _add(self, duty: Duty) -> None:
        officer, clock = self._bureau.officers[duty.officer], self._bureau.clock
        for start, end, post, vehicles in _joined(duty):
            span = clock.span(duty.day, start, end)
            stay = Stay(officer, duty.unit, duty.day, post, vehicles, span)
            self._by_post.setdefault(post, []).append(stay)
            for ahead in self._duty_days(start, end):
                day = duty.day + timedelta(days=ahead) if ahead else duty.day
                self._by_day.setdefault((post, day), []).append(stay)

    def _duty_days(self, start: int, end: int) -> range:
        """The duty days touched, counted from that of the date whose minutes these are."""
        days = self._days.get((start, end))
        if days is None:
            starts = self._bureau.day_starts
            days = range((start - starts) // DAY, (end - starts - 1) // DAY + 1)
            self._days[start, end] = days
        return days


def _joined(duty: Duty) -> Iterator[tuple[WallMinute, WallMinute, str, tuple[str, ...]]]:
    """Start, end, post and vehicles of each stay."""
    open_: tuple[WallMinute, WallMinute, str, tuple[str, ...]] | None = None
    for piece in duty.slices:
        if open_ and open_[1:] == (piece.start, piece.post, piece.vehicles):
            open_ = (open_[0], piece.end, piece.post, piece.vehicles)
            continue
        if open_:
            yield open_
        open_ = (piece.start, piece.end, piece.post, piece.vehicles)
    if open_:
        yield open_


def by_time(stay: Stay) -> tuple[datetime, datetime, str]:
    """Sorts stays by start, then end; equal ones by the officer, so that the order is always the same."""
    return stay.span.start, stay.span.end, stay.officer.id


def pieces(stays: tuple[Stay, ...], within: Span) -> Iterator[tuple[Span, tuple[Stay, ...]]]:
    """Cut `within` wherever somebody comes or goes; each piece with the stays that cover it, if any."""
    start, end = within.start, within.end
    inside = tuple(stay for stay in stays if stay.span.start < end and start < stay.span.end)
    cuts = {start, end}
    for stay in inside:
        cuts.update(at for at in (stay.span.start, stay.span.end) if start < at < end)
    if len(cuts) == 2:
        yield within, inside
        return
    for since, until in pairwise(sorted(cuts)):
        yield (
            Span(since, until),
            tuple(stay for stay in inside if stay.span.start <= since and until <= stay.span.end),
        )


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
