"""Nobody is in two places at once.

An officer works at most one duty a date, and no duty begins before the last one has ended.

Source: nature; one duty a date is how rotations are written [A].

Allowed: night 19:00-07:00 of the 8th and a duty from 07:00 of the 9th (the rest between them is another
rule's).
Forbidden: 07:00-09:00 and 17:00-19:00 of the 8th; night 19:00 of the 8th to 09:00 of the 9th and a duty from
07:00 of the 9th.
"""

# ruff: noqa: ARG001 - the parts of all rules take the same arguments

from __future__ import annotations

from collections.abc import Iterator

from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.audit.wording import duty_text
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.model.board import LineBoard
from rosterctl.rulekit.model.succession import keep_apart
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rules import wording
from rosterctl.wording import say


class Options(RuleOptions):
    """Nothing to set."""


def constrain(options: Options, board: LineBoard) -> None:
    for line in board.lines:
        for day in board.days:
            choices = line.choices(day)
            if choices:
                board.at_most(line, [(choice, 1) for choice in choices], 1)
    keep_apart(board, 0)


def check(options: Options, record: Record) -> Iterator[Finding]:
    for line in record.lines.values():
        before: WorkedDuty | None = None
        for worked in line:
            if before is not None and not (before.given and worked.given):
                wrong = _wrong(before, worked)
                if wrong:
                    yield Finding(
                        "one-place",
                        wrong,
                        unit=worked.unit,
                        officer=worked.officer.id,
                        day=worked.day,
                    )
            if before is None or worked.span.end >= before.span.end:
                before = worked


def _wrong(before: WorkedDuty, worked: WorkedDuty) -> str:
    """An empty text if nothing is."""
    if worked.day == before.day:
        return say(wording.SECOND_DUTY, duty=duty_text(worked), before=duty_text(before))
    if worked.span.start < before.span.end:
        return say(wording.BEGINS_TOO_EARLY, duty=duty_text(worked), before=duty_text(before))
    return ""
