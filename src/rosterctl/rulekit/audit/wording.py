"""How findings speak of duties, dates and hours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from rosterctl import wording
from rosterctl.rulekit.audit.record import WorkedDuty
from rosterctl.timeline.clock import clock_text
from rosterctl.wording import say

WHOLE_HOURS = "{hours} h"
HOURS_AND_MINUTES = "{hours} h {minutes} min"
ONLY_MINUTES = "{minutes} min"
DUTY_OF_DATE = "{shift} {start}-{end} of {day}"
AND_BETWEEN = " and "
"""Between a few units or skills."""


def hours_text(amount: timedelta | int) -> str:
    """`11 h` or `10 h 30 min`, of a duration or of minutes."""
    minutes = amount if isinstance(amount, int) else int(amount.total_seconds()) // 60
    hours, rest = divmod(minutes, 60)
    if not rest:
        return say(WHOLE_HOURS, hours=hours)
    return say(HOURS_AND_MINUTES, hours=hours, minutes=rest) if hours else say(ONLY_MINUTES, minutes=rest)


def duty_text(worked: WorkedDuty) -> str:
    """`night 19:00-07:00 of 2026-12-08`."""
    shift = worked.shift
    start, end = clock_text(shift.start), clock_text(shift.end)
    return say(DUTY_OF_DATE, shift=shift.was or shift.id, start=start, end=end, day=worked.day)


def officers_text(officers: Iterable[str]) -> str:
    """`P1, P2`, of ids in order."""
    return say(wording.LISTED).join(officers)


def these_together(names: Iterable[str]) -> str:
    """`north and south`, of the ids of units or skills."""
    return say(AND_BETWEEN).join(names)
