"""Times of day, laid into the duty day [day_starts, day_starts + 1440)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from rosterctl.intake.build import wording
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.problems import Place
from rosterctl.timeline.clock import DAY, WallMinute


def length(start: int, end: int) -> int:
    """Minutes from start to end; an end at or before the start lies on the next date."""
    return end - start if end > start else end - start + DAY


def in_duty_day(
    start: WallMinute, end: WallMinute, day_starts: WallMinute
) -> tuple[tuple[WallMinute, WallMinute], ...]:
    """One or two stretches, in minutes since midnight of the duty day's date.

    What lies before the morning handover belongs to the night before it; a stretch across the handover is
    cut there; a whole day is one stretch, whenever it begins.
    """
    minutes, day_ends = length(start, end), WallMinute(day_starts + DAY)
    if minutes >= DAY:
        return ((day_starts, day_ends),)
    first = WallMinute(day_starts + (start - day_starts) % DAY)
    last = WallMinute(first + minutes)
    if last <= day_ends:
        return ((first, last),)
    return (day_starts, WallMinute(last - DAY)), (first, day_ends)


Bounds = tuple[date | None, date | None]
"""The first and the last date, both included; None where there is no bound."""


def are_in_order(mistakes: Mistakes, place: Place, keys: tuple[str, str], bounds: Bounds) -> bool:
    """False, and a mistake at the second key, when the last date lies before the first."""
    first, last = bounds
    if first is None or last is None or first <= last:
        return True
    mistakes.add(place, *wording.wrong_order(keys[1], last, keys[0], first))
    return False


def together(several: Iterable[Bounds]) -> Bounds:
    """The dates that lie within all of the bounds; the last may come out before the first."""
    every = list(several)
    return (
        max((first for first, _ in every if first is not None), default=None),
        min((last for _, last in every if last is not None), default=None),
    )


def time_zone_of(contents: BureauContents) -> ZoneInfo | None:
    """None, and a mistake, when there is no such zone; None too when the key is a mistake by its shape."""
    head = contents.head
    if "timezone" in contents.wrong:
        return None
    try:
        return ZoneInfo(head.shape.timezone)
    except (KeyError, OSError, ValueError):
        contents.mistakes.add(head.at("timezone"), *wording.unknown_time_zone(head.shape.timezone))
        return None
