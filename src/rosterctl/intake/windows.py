"""Times of day, laid into the duty day [day_starts, day_starts + 1440)."""

from __future__ import annotations

from rosterctl.timeline.clock import DAY


def length(start: int, end: int) -> int:
    """Minutes from start to end; an end at or before the start lies on the next date."""
    return end - start if end > start else end - start + DAY


def in_duty_day(start: int, end: int, day_starts: int) -> tuple[tuple[int, int], ...]:
    """One or two stretches, in minutes since midnight of the duty day's date.

    What lies before the morning handover belongs to the night before it; a stretch across the handover is
    cut there; a whole day is one stretch, whenever it begins.
    """
    minutes = length(start, end)
    if minutes >= DAY:
        return ((day_starts, day_starts + DAY),)
    first = day_starts + (start - day_starts) % DAY
    last = first + minutes
    if last <= day_starts + DAY:
        return ((first, last),)
    return (day_starts, last - DAY), (first, day_starts + DAY)
