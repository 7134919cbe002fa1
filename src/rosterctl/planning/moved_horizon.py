"""A published horizon that has moved on: what is left of it, and the past that rules still look at."""

from __future__ import annotations

from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.rules.reference_periods import reference_periods
from rosterctl.timeline.horizon import Horizon

LOOK_BACK = 28
"""Days before the horizon whose duties a carried roster keeps at least: the longest stretch rules sum."""


def carried_horizon(published: Roster, first: date) -> Horizon:
    """What is left of a published horizon from `first` on; it must not be over."""
    days = (published.horizon.end - first).days
    return Horizon(first, days, published.horizon.since)


def past_duties(bureau: Bureau, published: Roster, horizon: Horizon) -> tuple[Duty, ...]:
    """The duties before the horizon that rules still look at, of people and shifts the bureau still knows."""
    periods = (day for period in reference_periods(horizon) for day in period.earlier)
    month = horizon.first.replace(day=1)
    since = min((*periods, month, horizon.first - timedelta(days=LOOK_BACK)))
    return tuple(
        duty
        for duty in (*published.before, *published.duties)
        if since <= duty.day < horizon.first
        and duty.officer in bureau.officers
        and duty.shift in bureau.shifts
    )
