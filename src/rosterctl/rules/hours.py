"""A ceiling on hours in any week and any four weeks.

The paid hours of the duties whose dates lie in any 7 consecutive dates are at most `days7`, in any 28 at most
`days28`. A duty counts with its whole length on the date it starts on; hours are counted between instants, so
a night when the clocks go back has one more. Duties before the horizon count as far as they are known; a
stretch does not reach beyond the horizon's end, where the next roster will look back at this one.

Source: the ceilings are ours [A]; with `days28: 171` it is 29 U.S.C. 207(k), 29 CFR 553.230.

Allowed (`days7: 60`): five duties 07:00-19:00 within seven dates (60 h).
Forbidden: the same with one of them until 19:30.
"""

# ruff: noqa: ARG001 - the parts of all rules take the same arguments

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import ClassVar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.rulebook import Severity
from rosterctl.intake.text.scalars import Hours
from rosterctl.rulekit import severity
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.audit.wording import hours_text
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import Choice, FairShares, LineBoard
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rules import wording
from rosterctl.timeline.span import ZERO
from rosterctl.wording import say


class Options(RuleOptions):
    """`days7`, `days28`: the most paid hours in so many consecutive dates."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = severity.ANY_SEVERITY

    days7: Hours = 60 * 60
    days28: Hours = 200 * 60

    @property
    def ceilings(self) -> Mapping[int, int]:
        """Minutes by number of dates."""
        return {7: self.days7, 28: self.days28}


def constrain(options: Options, board: LineBoard) -> None:
    known = [day for day in board.known_days if day <= board.days[-1]]
    horizon = frozenset(board.days)
    for line in board.lines:
        terms = [[(choice, choice.paid) for choice in line.choices(day)] for day in known]
        longest = [max((paid for _, paid in per_day), default=0) for per_day in terms]
        for last, day in enumerate(known):
            if day not in horizon:
                continue
            for length, most in options.ceilings.items():
                first = max(last + 1 - length, 0)
                if sum(longest[first : last + 1]) > most:
                    board.at_most(
                        line, [term for per_day in terms[first : last + 1] for term in per_day], most
                    )


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
) -> int:
    """Minutes over, summed over every stretch that ends in the horizon."""
    excess = 0
    for length, most in options.ceilings.items():
        for last in shares.horizon:
            first = last - timedelta(days=length - 1)
            excess += max(sum(one.paid for one in worked if first <= one.day <= last) - most, 0)
    return options.weight * excess


def check(options: Options, record: Record) -> Iterator[Finding | Cost]:
    yield from severity.judged(options, _found(options, record))


def _found(options: Options, record: Record) -> Iterator[Finding]:
    for officer, line in severity.lines(options, record):
        for length, minutes in options.ceilings.items():
            most = timedelta(minutes=minutes)
            if _fullest(line, length) <= most:
                continue
            over = [(excess, last) for excess, last in _over(record, line, length, most) if excess > ZERO]
            if not over:
                continue
            worst, last = max(over, key=lambda one: (one[0], -one[1].toordinal()))
            counted = sum((excess for excess, _ in over), ZERO) if severity.is_soft(options) else worst
            yield Finding(
                "hours",
                say(
                    wording.TOO_MANY_HOURS,
                    excess=hours_text(worst),
                    length=length,
                    last=last,
                    most=hours_text(most),
                ),
                unit=record.facts.place_of(officer, last).unit,
                officer=officer.id,
                day=last,
                excess=counted // timedelta(minutes=1),
            )


def _fullest(line: tuple[WorkedDuty, ...], length: int) -> timedelta:
    """The most that is worked in any `length` dates, the given ones and those after the horizon included."""
    fullest, whole, start = ZERO, ZERO, 0
    for worked in line:
        whole += worked.paid
        while (worked.day - line[start].day).days >= length:
            whole -= line[start].paid
            start += 1
        fullest = max(fullest, whole)
    return fullest


def _over(
    record: Record, line: tuple[WorkedDuty, ...], length: int, most: timedelta
) -> Iterator[tuple[timedelta, date]]:
    """By how much each stretch of `length` dates that ends in the horizon passes the ceiling, and its end.

    Where duties before the horizon pass it by themselves, only what is worked on top of them counts.
    """
    worked: dict[date, timedelta] = {}
    given: dict[date, timedelta] = {}
    for one in line:
        if one.day in record.horizon or one.given:
            worked[one.day] = worked.get(one.day, ZERO) + one.paid
        if one.given:
            given[one.day] = given.get(one.day, ZERO) + one.paid
    first = record.horizon.first - timedelta(days=length - 1)
    whole = before = ZERO
    for n in range(length - 1 + len(record.horizon)):
        last, gone = first + timedelta(days=n), first + timedelta(days=n - length)
        whole += worked.get(last, ZERO) - (worked.get(gone, ZERO) if gone >= first else ZERO)
        before += given.get(last, ZERO) - (given.get(gone, ZERO) if gone >= first else ZERO)
        if last in record.horizon:
            yield whole - max(most, before), last
