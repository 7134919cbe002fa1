"""Not too many nights in a row.

Of any `most + 1` consecutive dates at most `most` have an all-night duty (one that covers 00:00-05:00). The
nights before the horizon count; after it the rotation is taken as it stands.

Source: occupational medicine's advice, two in a row and never more than three; an assumption of ours [A].

Allowed (`most: 3`): nights 19:00-07:00 of the 7th, 8th and 9th, the 10th off, a night of the 11th.
Forbidden: nights 19:00-07:00 of the 7th, 8th, 9th and 10th.
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
from rosterctl.rulekit.audit.nights import once_a_shift, works_all_night
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import Choice, FairShares, LineBoard
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.runs import excess_of_dates, limit_runs, runs_of, too_long
from rosterctl.rules import wording
from rosterctl.wording import say


class Options(RuleOptions):
    """`most`: all-night duties on consecutive dates."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = severity.ANY_SEVERITY

    most: Count = 3


def constrain(options: Options, board: LineBoard) -> None:
    limit_runs(board, options.most, lambda choice: choice.all_night)


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
) -> int:
    return options.weight * excess_of_dates((one.day for one in worked if one.all_night), options.most)


def check(options: Options, record: Record) -> Iterator[Finding | Cost]:
    yield from severity.judged(options, _found(options, record))


def _found(options: Options, record: Record) -> Iterator[Finding]:
    night = once_a_shift(record.bureau.clock, works_all_night)
    for officer, line in severity.lines(options, record):
        for run, excess in too_long(runs_of(line, night), options.most):
            number, first, last = len(run), run[0].day, run[-1].day
            message = say(wording.NIGHTS_IN_A_ROW, number=number, first=first, last=last, most=options.most)
            yield Finding(
                "nights-in-a-row",
                message,
                unit=record.facts.place_of(officer, run[options.most].day).unit,
                officer=officer.id,
                day=run[options.most].day,
                excess=excess,
            )
