"""A shift: a template with clock times. A duty is one officer's shift on one date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from rosterctl.problems import NOWHERE, Place
from rosterctl.timeline.clock import WallMinute

NIGHT_FROM, NIGHT_UNTIL = 22 * 60, 30 * 60
CORE_NIGHT_FROM, CORE_NIGHT_UNTIL = 24 * 60, 29 * 60


@dataclass(frozen=True, slots=True)
class Shift:
    """Clock times in minutes since midnight of the date the duty belongs to; `end` may pass 1,440.

    `break_minutes` is unpaid rest inside the duty, `handover` the minutes at its start during which the
    officer is briefed and not yet usable strength. `symbol` fills a matrix cell (白, 夜). Of a shift as it
    was before it was edited, `was` is the id of what it is now and `until` the last date on which it was so.
    """

    id: str
    name: str
    symbol: str
    start: WallMinute
    end: WallMinute
    break_minutes: int = 0
    handover: int = 0
    place: Place = field(default=NOWHERE, compare=False)
    was: str = ""
    until: date | None = None

    @property
    def length(self) -> int:
        """Minutes from start to end by the wall clock."""
        return self.end - self.start

    def broken_off(self, at: WallMinute) -> Shift:
        """The shift as it was worked until `at`, with its part of the break; itself if that is its end.

        Nobody knows whether the break was taken by then, so it counts in proportion.
        """
        if at >= self.end:
            return self
        part = self.break_minutes * (at - self.start) // self.length
        return replace(self, end=at, break_minutes=part, handover=min(self.handover, at - self.start))

    @property
    def all_night(self) -> bool:
        """Covers 00:00-05:00, the core of the night (EU directive 2003/88 art. 2(3))."""
        return _covers(self, CORE_NIGHT_FROM, CORE_NIGHT_UNTIL) or _covers(self, 0, CORE_NIGHT_UNTIL - 1440)

    @property
    def touches_night(self) -> bool:
        """Has any minute in 22:00-06:00, when protected officers must not work."""
        return any(
            self.start < until and from_ < self.end
            for from_, until in (
                (-120, 360),
                (NIGHT_FROM, NIGHT_UNTIL),
                (NIGHT_FROM + 1440, NIGHT_UNTIL + 1440),
            )
        )


def own_id(shifts: Mapping[str, Shift], id: str) -> str:
    """The id by which people know a shift: as it was before it was edited it has that of what it is since."""
    found = shifts.get(id)
    return id if found is None else found.was or id


def shift_as_of(shifts: Mapping[str, Shift], id: str, day: date) -> Shift:
    """The shift as it is on a date: as it was before it was edited, on the dates until then."""
    older = {one.until: one for one in shifts.values() if one.was == id and one.until is not None}
    first = min((until for until in older if day <= until), default=None)
    return shifts[id] if first is None else older[first]


def _covers(shift: Shift, start: int, end: int) -> bool:
    return shift.start <= start and end <= shift.end
