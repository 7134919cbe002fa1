"""How findings speak of duties, dates and hours."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.rulekit.audit.record import WorkedDuty
from rosterctl.timeline.clock import clock_text


def hours_text(amount: timedelta | int) -> str:
    """`11 h` or `10 h 30 min`, of a duration or of minutes."""
    minutes = amount if isinstance(amount, int) else int(amount.total_seconds()) // 60
    hours, rest = divmod(minutes, 60)
    if not rest:
        return f"{hours} h"
    return f"{hours} h {rest} min" if hours else f"{rest} min"


def duty_text(worked: WorkedDuty) -> str:
    """`night 19:00-07:00 of 2026-12-08`."""
    shift = worked.shift
    return f"{shift.was or shift.id} {clock_text(shift.start)}-{clock_text(shift.end)} of {worked.day}"
