"""Whoever is absent is not on duty.

An officer works on no date on which they are on leave, in training, sick, at court or otherwise absent,
or not on the roll (before `joined`, after `left`). A duty belongs to the date it starts on, so a night that
begins on the evening before the first date of an absence is worked to its end. Write `night_before: no` to
forbid that too: then no duty may run into a date on which the officer is absent.

Where an absence begins at a time of its first date, or ends at one of its last, no duty has a moment within
it: whoever falls ill at 02:00 is on duty until then. What is left of a duty is no duty.

Source: absences and roll of the bureau; annual leave 职工带薪年休假条例 art. 2.

Allowed: leave on the 10th; day duty 07:00-19:00 on the 9th, and the night 19:00 of the 9th to 07:00 of the
10th unless `night_before: no`.
Forbidden: leave on the 10th; a duty 07:00-19:00, or 19:00-07:00, of the 10th.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.officer import Officer
from rosterctl.intake.text.scalars import Flag
from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.nights import date_of_end
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.audit.wording import duty_text
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rules import wording
from rosterctl.timeline.clock import MIDNIGHT, clock_text
from rosterctl.wording import say

PERSONAL = True


class Options(RuleOptions):
    """`night_before`: may a duty run over midnight into the first date of an absence?"""

    night_before: Flag = True


def allows(options: Options, bureau: Bureau, officer: Officer, choice: Choice) -> bool:
    away = bureau.absence(officer, choice.day)
    by_time = away is not None and away.start is not None and away.first == choice.day
    if not officer.serves(choice.day) or (away is not None and not by_time):
        return False
    if bureau.absence_at(officer, choice.start, choice.end) is not None:
        return False
    morning = choice.day + timedelta(days=1)
    return (
        options.night_before
        or bureau.is_present(officer, morning)
        or choice.end <= bureau.clock.number(morning, MIDNIGHT)
    )


def check(options: Options, record: Record) -> Iterator[Finding]:
    facts, clock = record.facts, record.bureau.clock
    for worked in record.duties:
        last = worked.day if options.night_before else date_of_end(clock, worked)
        within, missing = facts.away_at(worked.officer, worked.span), _missing(facts, worked, last)
        message = ""
        if within is not None:
            message = _within(within, worked)
        elif missing is not None:
            message = _on(missing, worked, facts)
        if message:
            yield Finding(
                "availability",
                message,
                unit=worked.unit,
                officer=worked.officer.id,
                day=worked.day,
            )


def _missing(facts: Facts, worked: WorkedDuty, last: date) -> date | None:
    """The first date up to `last` on which the officer is not there, but for one on which they fall away.

    Absences with times are looked at by their instants.
    """
    officer, first = worked.officer, worked.day
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        row = facts.away(officer, day)
        timed = row is not None and row.start is not None and row.first == day
        if not facts.is_there(officer, day) and not timed:
            return day
    return None


def _within(row: Absence, worked: WorkedDuty) -> str:
    since = f"{row.first}" if row.start is None else f"{row.first} {clock_text(row.start)}"
    until = f"{row.last}" if row.end is None else f"{row.last} {clock_text(row.end)}"
    kind = row.kind.words
    return say(wording.ABSENT_FROM, duty=duty_text(worked), since=since, until=until, kind=kind)


def _on(day: date, worked: WorkedDuty, facts: Facts) -> str:
    row, duty = facts.away(worked.officer, day), duty_text(worked)
    if row is None:
        return say(wording.NOT_ON_THE_ROLL_ON, duty=duty, day=day)
    return say(wording.ABSENT_ON, duty=duty, day=day, kind=row.kind.words)
