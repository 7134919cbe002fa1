"""Local wall-clock times of one time zone as instants in UTC.

A duty is stored as a local date and minutes since that date's midnight; 1,860 is 07:00 the next morning.
Rest and hours are counted between instants, so a 22:00-06:00 night is 7 or 9 hours when the clocks change.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NewType
from zoneinfo import ZoneInfo

from rosterctl.timeline.span import Span

WallMinute = NewType("WallMinute", int)
"""Minutes since local midnight of a duty's date by the clock on the wall; may pass 1,440."""

Instant = NewType("Instant", int)
"""Whole minutes since 1970-01-01 00:00 UTC."""

DAY = 1440
MIDNIGHT = WallMinute(0)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Clock:
    """Turns (date, minutes since local midnight) into instants of the zone named by an IANA key."""

    def __init__(self, zone: str) -> None:
        self.zone = ZoneInfo(zone)
        self._instants: dict[tuple[date, int], datetime] = {}
        self._spans: dict[tuple[date, int, int], Span] = {}

    def instant(self, day: date, minute: WallMinute) -> datetime:
        """The UTC instant of a wall-clock time; `minute` may run past 1,440 into the following dates.

        A time that the clocks skip is moved forward by the skipped amount; of a time that comes twice the
        first is meant (PEP 495, fold=0).
        """
        key = (day, minute)
        found = self._instants.get(key)
        if found is None:
            days, rest = divmod(minute, DAY)
            wall = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60), tzinfo=self.zone)
            found = self._instants[key] = wall.astimezone(UTC)
        return found

    def span(self, day: date, start: WallMinute, end: WallMinute) -> Span:
        key = (day, start, end)
        found = self._spans.get(key)
        if found is None:
            found = self._spans[key] = Span(self.instant(day, start), self.instant(day, end))
        return found

    def number(self, day: date, minute: WallMinute) -> Instant:
        """The same instant as whole minutes since 1970-01-01 UTC, which is what the solver counts in."""
        return Instant(int((self.instant(day, minute) - EPOCH).total_seconds()) // 60)

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone(self.zone)


def clock_text(minute: int) -> str:
    """`HH:MM` of minutes since midnight, wrapped into the day: 1,860 is `07:00`."""
    return f"{minute % DAY // 60:02d}:{minute % 60:02d}"
