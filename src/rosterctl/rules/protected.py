"""No nights and no overtime for those the law protects.

From the seventh month of pregnancy, and while nursing a child under one year (`protected_from` to
`protected_until`, both included), an officer works no duty that touches 22:00-06:00 and no overtime: no
recall, and no duty with more paid hours than the plain shift of the rotation on that date. A night that
begins on the evening before the first protected date and runs into it is forbidden too. A duty taken over in
a swap is measured against the plain shift of the officer whose duty it was.

Source: 女职工劳动保护特别规定 (国务院令第619号) arts. 6 and 9.

Allowed: protected, the rotation gives a day: 07:00-19:00, or 09:00-17:00.
Forbidden: protected, 19:00-07:00; 15:00-22:01; the recall 17:00-19:00 on a day off; 07:00-20:00 where the
plain day is 07:00-19:00.
"""

# ruff: noqa: ARG001 - the parts of all rules take the same arguments

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Origin
from rosterctl.rulekit.audit.nights import date_of_end, touches_night
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.audit.wording import duty_text
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.plain_hours import plain_minutes
from rosterctl.rules import wording
from rosterctl.timeline.clock import MIDNIGHT
from rosterctl.wording import say

PERSONAL = True


class Options(RuleOptions):
    """Nothing to set: the law leaves no room."""


def allows(options: Options, bureau: Bureau, officer: Officer, choice: Choice) -> bool:
    morning = choice.day + timedelta(days=1)
    if not officer.is_protected(choice.day):
        runs_into = officer.is_protected(morning) and choice.end > bureau.clock.number(morning, MIDNIGHT)
        return not (runs_into and choice.touches_night)
    if choice.touches_night or choice.origin is Origin.RECALL:
        return False
    return choice.paid <= plain_minutes(bureau, officer, choice.day)


def check(options: Options, record: Record) -> Iterator[Finding]:
    for worked in record.duties:
        wrong = _wrong(record, worked)
        if wrong:
            yield Finding(
                "protected",
                wrong,
                unit=worked.unit,
                officer=worked.officer.id,
                day=worked.day,
            )


def _wrong(record: Record, worked: WorkedDuty) -> str:
    """What the law forbids about this duty, or an empty text."""
    facts, clock, officer = record.facts, record.bureau.clock, worked.officer
    dates = {worked.day, date_of_end(clock, worked)}
    if any(facts.is_shielded(officer, day) for day in dates) and touches_night(clock, worked):
        return say(wording.NIGHT_OF_PROTECTED, duty=duty_text(worked))
    if not facts.is_shielded(officer, worked.day):
        return ""
    if worked.recalled:
        return say(wording.RECALL_OF_PROTECTED, duty=duty_text(worked))
    if worked.paid > facts.usual_time(worked.owner, worked.day):
        return say(wording.OVERTIME_OF_PROTECTED, duty=duty_text(worked))
    return ""
