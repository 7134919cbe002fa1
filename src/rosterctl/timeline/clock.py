"""Local wall-clock times of one time zone as instants in UTC.

A duty is stored as a local date and minutes since that date's midnight; 1,860 is 07:00 the next morning.
Rest and hours are counted between instants, so a 22:00-06:00 night is 7 or 9 hours when the clocks change.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NewType
from zoneinfo import ZoneInfo

from rosterctl.timeline import wording
from rosterctl.timeline.span import Span
from rosterctl.wording import say

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

    def wall_minute(self, day: date, number: Instant) -> WallMinute:
        """An instant as minutes since midnight of `day` by the wall clock; it may lie on another date."""
        local = self.local(EPOCH + timedelta(minutes=number))
        return WallMinute((local.date() - day).days * DAY + local.hour * 60 + local.minute)

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone(self.zone)


def minute_from(now: datetime) -> Instant:
    """The first whole minute that has not begun before an instant."""
    return Instant(-((EPOCH - now) // timedelta(minutes=1)))


def clock_text(minute: int) -> str:
    """`HH:MM` of minutes since midnight, wrapped into the day: 1,860 is `07:00`."""
    return f"{minute % DAY // 60:02d}:{minute % 60:02d}"


def happening(day: date, start: int, end: int) -> tuple[date, int, int]:
    """The date on which a stretch of a duty day begins, and its minutes since that date's midnight.

    03:00 of the duty day of 6 December, minute 1,620, is minute 180 of 7 December.
    """
    ahead = start // DAY
    return day + timedelta(days=ahead), start - ahead * DAY, end - ahead * DAY


def when_text(day: date, start: int, end: int) -> str:
    """`2026-12-06 23:00-03:00`; after midnight `2026-12-07 03:00-04:00 (night of 2026-12-06)`."""
    date_, since, until = happening(day, start, end)
    when = f"{date_} {clock_text(since)}-{clock_text(until)}"
    return when if date_ == day else say(wording.AFTER_MIDNIGHT, when=when, day=day)


def happening_fields(day: date | None, start: int, end: int) -> dict[str, str | int | None]:
    """For programs: the date on which a stretch begins, with minutes of that date.

    `duty_date` is there where the duty day began on another date.
    """
    if day is None:
        return {"date": None, "start": start, "end": end}
    date_, since, until = happening(day, start, end)
    duty = {} if date_ == day else {"duty_date": day.isoformat()}
    return {"date": date_.isoformat(), "start": since, "end": until, **duty}
