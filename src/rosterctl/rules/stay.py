"""Stays: the slices of duties in instants, and how a stretch of time is cut where somebody comes or goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer
from rosterctl.domain.roster import Duty
from rosterctl.timeline.clock import DAY
from rosterctl.timeline.span import Span


@dataclass(frozen=True, slots=True)
class Stay:
    """One slice of a duty in instants (UTC): an officer at a post (empty: reserve) of a unit.

    `given` marks a slice of a duty before the horizon, which this roster did not decide.
    """

    officer: Officer
    unit: str
    day: date
    post: str
    vehicles: tuple[str, ...]
    span: Span
    given: bool = False


class Stays:
    """The slices of many duties, found by post."""

    def __init__(self, bureau: Bureau, before: Sequence[Duty], duties: Sequence[Duty]) -> None:
        self._bureau = bureau
        self._by_post: dict[str, list[Stay]] = {}
        self._by_day: dict[tuple[str, date], list[Stay]] = {}
        for duty in before:
            self._add(duty, given=True)
        for duty in duties:
            self._add(duty, given=False)

    def __iter__(self) -> Iterator[Stay]:
        for stays in self._by_post.values():
            yield from stays

    def of(self, post: str) -> tuple[Stay, ...]:
        """Every stay at a post, in order of their start."""
        return tuple(sorted(self._by_post.get(post, ()), key=by_time))

    def at(self, post: str, day: date) -> tuple[Stay, ...]:
        """The stays at a post that touch the duty day of a date, in order of their start."""
        return tuple(sorted(self._by_day.get((post, day), ()), key=by_time))

    def _add(self, duty: Duty, given: bool) -> None:
        officer, starts = self._bureau.officers[duty.officer], self._bureau.day_starts
        for piece in duty.slices:
            span = self._bureau.clock.span(duty.day, piece.start, piece.end)
            stay = Stay(officer, duty.unit, duty.day, piece.post, tuple(piece.vehicle.split()), span, given)
            self._by_post.setdefault(piece.post, []).append(stay)
            for ahead in range((piece.start - starts) // DAY, (piece.end - starts - 1) // DAY + 1):
                day = duty.day + timedelta(days=ahead) if ahead else duty.day
                self._by_day.setdefault((piece.post, day), []).append(stay)


def by_time(stay: Stay) -> tuple[datetime, datetime, str]:
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
