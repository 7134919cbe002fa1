"""Not too many duty days in a row.

Of any `most + 1` consecutive dates at most `most` have a duty. A duty belongs to the date it starts on, so
the post-night day is not a duty day. The duties before the horizon count; after it the rotation is taken as
it stands.

Source: guidance of the Police Federation of England and Wales on shift rosters; for China [A].

Allowed (`most: 6`): 07:00-19:00 from the 7th to the 12th, the 13th off.
Forbidden: 07:00-19:00 from the 7th to the 13th.
"""

# ruff: noqa: ARG001 - the parts of all rules take the same arguments

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.rulebook import Severity
from rosterctl.intake.text.scalars import Count
from rosterctl.rulekit import severity
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import Choice, FairShares, LineBoard
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.runs import excess_of_dates, limit_runs, runs_of, too_long
from rosterctl.rules import wording
from rosterctl.wording import say


class Options(RuleOptions):
    """`most`: dates in a row with a duty."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = severity.ANY_SEVERITY

    most: Count = 6


def constrain(options: Options, board: LineBoard) -> None:
    limit_runs(board, options.most, always)


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
) -> int:
    return options.weight * excess_of_dates((one.day for one in worked), options.most)


def check(options: Options, record: Record) -> Iterator[Finding | Cost]:
    yield from severity.judged(options, _found(options, record))


def _found(options: Options, record: Record) -> Iterator[Finding]:
    for officer, line in severity.lines(options, record):
        for run, excess in too_long(runs_of(line, lambda _: True), options.most):
            number, first, last = len(run), run[0].day, run[-1].day
            message = say(
                wording.DUTY_DAYS_IN_A_ROW, number=number, first=first, last=last, most=options.most
            )
            yield Finding(
                "duty-days-in-a-row",
                message,
                unit=record.facts.place_of(officer, run[options.most].day).unit,
                officer=officer.id,
                day=run[options.most].day,
                excess=excess,
            )


def always(duty: object) -> bool:
    """Every duty makes its date a duty day."""
    return True
