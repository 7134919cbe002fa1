"""Hours that count for pay, by officer and fixed period, where the rulebook has a threshold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.parts import PayPeriod
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon


def pay_hours(bureau: Bureau, roster: Roster) -> tuple[PayPeriod, ...]:
    """Of every officer who has any, period by period; none where no rule in force counts them."""
    rules = [rule.pay_periods for rule in rules_in_force(bureau.rulebook) if rule.pay_periods is not None]
    if not rules:
        return ()
    record = Record(bureau, roster)
    found = (one for periods in rules for one in periods(record) if one.time)
    return tuple(sorted(found, key=lambda one: one.first))


def pay_hours_by(bureau: Bureau, worked: Mapping[date, Sequence[Duty]], on: date) -> tuple[PayPeriod, ...]:
    """Of the periods that any of these dates up to `on` lies in, by what was worked on each of them.

    Duties of officers and shifts that the bureau no longer has are left out.
    """
    days = sorted(day for day in worked if day <= on)
    if not days:
        return ()
    horizon = Horizon(days[0], (on - days[0]).days + 1)
    duties = tuple(
        duty
        for day in days
        for duty in worked[day]
        if duty.officer in bureau.officers and duty.shift in bureau.shifts
    )
    return pay_hours(bureau, Roster(bureau.id, bureau.fingerprint, horizon, 0, {}, duties))
