"""Hours that count for pay in the published rosters: the period that a date lies in, and the one before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.insight.pay_hours import pay_hours_by
from rosterctl.operations.accounts.periods import Period
from rosterctl.rulekit.parts import PayPeriod
from rosterctl.rulekit.registry import rules_in_force

LONGEST = 28
"""Dates of the longest period that a rule may count; two of them are looked back on."""


def pay_account(bureau: Bureau, periods: Sequence[Period], on: date) -> tuple[PayPeriod, ...]:
    """Of every officer by the end of a date; `periods` are the published rosters, the newest first.

    A date's duties are those of the latest published roster whose horizon holds it.

    None are read, and nothing is found, where no rule in force counts for pay.
    """
    if not any(rule.pay_periods for rule in rules_in_force(bureau.rulebook)):
        return ()
    first = on - timedelta(days=2 * LONGEST - 1)
    worked = _worked(periods, first, on)
    return tuple(one for one in pay_hours_by(bureau, worked, on) if one.first >= first or first not in worked)


def _worked(periods: Sequence[Period], first: date, on: date) -> dict[date, list[Duty]]:
    """The duties of each published date from `first` to `on`, both included."""
    worked: dict[date, list[Duty]] = {}
    for period in periods:
        fresh = {day for day in period.roster.horizon if first <= day <= on and day not in worked}
        worked |= {day: [] for day in sorted(fresh)}
        for duty in period.roster.duties:
            if duty.day in fresh:
                worked[duty.day].append(duty)
        if len(worked) == 2 * LONGEST:
            break
    return worked
