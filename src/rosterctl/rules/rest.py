"""Rest between duties.

Between the end of a duty and the start of the next lie at least `hours`, counted between instants: when the
clocks go forward in the night, 19:00 to 06:00 is ten hours.

Source: directive 2003/88/EC art. 3 (eleven hours in twenty-four); for China an assumption of ours [A].

Allowed: 07:00-19:00, then from 06:00 of the next date (11 h).
Forbidden: 07:00-19:00, then from 05:59 of the next date (10 h 59 min).

The constraint looks at pairs of dates, as far apart as the hours reach, and presumes one duty a date (rule
one-place); why its sums are exact also for several interchangeable officers stands in `succession`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rosterctl.intake.text.scalars import Hours
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.audit.wording import duty_text, hours_text
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.model.board import LineBoard
from rosterctl.rulekit.model.succession import keep_apart
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rules import wording
from rosterctl.wording import say


class Options(RuleOptions):
    """`hours`: the least rest between two duties."""

    hours: Hours = 11 * 60


def constrain(options: Options, board: LineBoard) -> None:
    keep_apart(board, options.hours)


def check(options: Options, record: Record) -> Iterator[Finding]:
    wanted = timedelta(minutes=options.hours)
    for line in record.lines.values():
        before: WorkedDuty | None = None
        for worked in line:
            if before is not None and not (before.given and worked.given):
                short = wanted - (worked.span.start - before.span.end)
                if short > timedelta():
                    yield _finding(before, worked, wanted, short)
            if before is None or worked.span.end >= before.span.end:
                before = worked


def _finding(before: WorkedDuty, worked: WorkedDuty, wanted: timedelta, short: timedelta) -> Finding:
    rest = max(wanted - short, timedelta())
    return Finding(
        "rest",
        say(
            wording.TOO_LITTLE_REST,
            duty=duty_text(worked),
            rest=hours_text(rest),
            before=duty_text(before),
            wanted=hours_text(wanted),
        ),
        unit=worked.unit,
        officer=worked.officer.id,
        day=worked.day,
        excess=int(short.total_seconds()) // 60,
    )
