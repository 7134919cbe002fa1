"""When a vehicle is in the workshop, after it has broken down or come back.

Outages are kept by duty day. A time before the morning handover lies in the duty day of the date before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rosterctl.domain.vehicle import Outage
from rosterctl.timeline.clock import DAY, WallMinute
from rosterctl.timeline.span import unbroken

_Wall = int
"""Minutes by the wall clock since the midnight before 0001-01-01, counted in days of 24 hours."""


def broken_down(
    outages: Iterable[Outage], first: date, last: date, at: WallMinute | None, day_starts: WallMinute
) -> Iterator[Outage]:
    """All outages with a new one, joined where they touch.

    It lasts from the handover of `first`, or from `at` by the clock of that date, to the handover after
    `last`; past the handover that follows `at` in any case.
    """
    since = _moment(first, at, day_starts)
    until = max(_moment(last, None, day_starts) + DAY, since - (since - day_starts) % DAY + DAY)
    times = [*(_times(one, day_starts) for one in outages), (since, until)]
    yield from (_outage(*one, day_starts) for one in unbroken(times))


def run_again(
    outages: Iterable[Outage], first: date, at: WallMinute | None, day_starts: WallMinute
) -> Iterator[Outage]:
    """The outage that lasts at the handover of `first`, or at `at` of that date, ends then."""
    back = _moment(first, at, day_starts)
    for one in outages:
        since, until = _times(one, day_starts)
        if not since <= back < until:
            yield one
        elif since < back:
            yield _outage(since, back, day_starts)


def _moment(day: date, at: WallMinute | None, day_starts: WallMinute) -> _Wall:
    return day.toordinal() * DAY + (day_starts if at is None else at)


def _times(one: Outage, day_starts: WallMinute) -> tuple[_Wall, _Wall]:
    until = one.last.toordinal() * DAY + (day_starts + DAY if one.end is None else one.end)
    return _moment(one.first, one.start, day_starts), until


def _outage(since: _Wall, until: _Wall, day_starts: WallMinute) -> Outage:
    first, start = divmod(since - day_starts, DAY)
    last, end = divmod(until - day_starts - 1, DAY)
    return Outage(
        date.fromordinal(first),
        date.fromordinal(last),
        WallMinute(start + day_starts) if start else None,
        WallMinute(end + 1 + day_starts) if end + 1 < DAY else None,
    )
