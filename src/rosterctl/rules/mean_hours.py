"""Mean weekly hours over the rotation's own cycle.

The reference period is the cycle of the rotation. What the plain cycle leaves of the limit may be worked on
top of it: over the horizon an officer's paid hours are at most

    plain hours of the rotation on the dates present + (limit - mean of the plain cycle) x dates present / 7

(no less than the plain hours, which nobody is barred from). Dates absent count on neither side: they are
neutral. The mean of the cycle is taken with the unit's own plain shifts, by the wall clock; hours worked
are counted between instants on both sides. Where the duty model changes within the horizon, or the officer is
transferred, each date counts
with the mean of the cycle that the team works on it: what is to spare is added up model by model, and a model
whose mean is above the limit takes nothing from the others.

Source: 劳动法 arts. 36 and 38 (44 hours, as a mean); directive 2003/88/EC arts. 6 and 16(b) (48 hours; leave
and sickness are excluded or neutral).

Allowed (limit 44, `DNOO` of 12 h, 28 dates present): plain 168 h and four recalls 17:00-19:00 (8 h).
Forbidden: the same and one more recall 17:00-19:00.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from typing import ClassVar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Assignment, Officer, Role
from rosterctl.domain.rulebook import Severity
from rosterctl.domain.shift import Shift
from rosterctl.intake.scalars import Hours
from rosterctl.rules import severity
from rosterctl.rules.board import Choice, LineBoard, Shares
from rosterctl.rules.finding import Cost, Finding
from rosterctl.rules.options import RuleOptions
from rosterctl.rules.plain import PlainLines, at_most_each, plain_minutes, plain_time
from rosterctl.rules.record import Record
from rosterctl.rules.wording import hours_text

ZERO = timedelta()


class Options(RuleOptions):
    """`sworn`, `auxiliary`: mean hours a week."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = severity.ANY

    sworn: Hours = 44 * 60
    auxiliary: Hours = 44 * 60

    def limit(self, officer: Officer) -> int:
        """Minutes a week."""
        return self.sworn if officer.role is Role.SWORN else self.auxiliary


def constrain(options: Options, board: LineBoard) -> None:
    plain = PlainLines(board.bureau, board.days, plain_minutes)
    for line in board.lines:
        terms = [(choice, choice.paid) for day in board.days for choice in line.choices(day)]
        limits = {one.id: _most(options, one, plain) for one in line.officers}
        at_most_each(board, line, terms, limits)


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: Shares
) -> int:
    """Minutes over."""
    if not severity.is_soft(options):
        return 0
    most = _most(options, officer, PlainLines(bureau, tuple(shares.horizon), plain_minutes))
    return options.weight * max(sum(one.paid for one in worked) - most, 0)


def check(options: Options, record: Record) -> Iterator[Finding | Cost]:
    yield from severity.judged(options, _found(options, record))


def _found(options: Options, record: Record) -> Iterator[Finding]:
    bureau, days = record.bureau, tuple(record.horizon)
    plain_of = PlainLines(bureau, days, plain_time)
    for officer in bureau.officers.values():
        worked = sum((one.paid for one in record.decided(officer.id)), ZERO)
        if not worked:
            continue
        present = plain_of.present(officer)
        plain = sum((plain_of.of(officer)[day] for day in present), ZERO)
        excess = worked - plain - _spare_time(options, bureau, officer, present)
        if excess > ZERO:
            yield Finding(
                "mean-hours",
                f"{hours_text(worked)} from {days[0]} to {days[-1]}, {hours_text(worked - plain)} of them "
                f"beyond the rotation; the mean of {hours_text(options.limit(officer))} a week leaves "
                f"{hours_text(worked - plain - excess)} for that: give a recall or a long duty to another",
                unit=officer.on(days[-1]).unit,
                officer=officer.id,
                day=days[-1],
                excess=-(-excess // timedelta(minutes=1)),
            )


def _spare_time(options: Options, bureau: Bureau, officer: Officer, present: Iterable[date]) -> timedelta:
    """What the means of the cycles leave of the limit on these dates."""
    limit = timedelta(minutes=options.limit(officer))
    spare = ZERO
    for cycle, dates in _cycles(bureau, officer, present):
        plain = (timedelta(minutes=shift.length - shift.break_minutes) for shift in cycle if shift)
        spare += max(limit - sum(plain, ZERO) * 7 / len(cycle), ZERO) * dates / 7
    return spare


def _most(options: Options, officer: Officer, plain: PlainLines[int]) -> int:
    """Minutes that the officer may work in the horizon, rounded down to whole ones."""
    present = plain.present(officer)
    spare = Fraction()
    for cycle, dates in _cycles(plain.bureau, officer, present):
        once = sum(shift.length - shift.break_minutes for shift in cycle if shift)
        left = max(options.limit(officer) * len(cycle) - once * 7, 0)
        spare += Fraction(left * dates, 7 * len(cycle))
    return sum(plain.of(officer)[day] for day in present) + int(spare)


def _cycles(
    bureau: Bureau, officer: Officer, present: Iterable[date]
) -> Iterator[tuple[tuple[Shift | None, ...], int]]:
    """The cycle of each duty model, with the number of these dates on which the officer works by it."""
    for (assignment, _), dates in groupby(present, lambda day: _model_of(bureau, officer, day)):
        days = list(dates)
        model = bureau.units[assignment.unit].on(days[0])
        team = model.team(assignment.team)
        if team is not None:
            yield bureau.plain_cycle(model, team), len(days)


def _model_of(bureau: Bureau, officer: Officer, day: date) -> tuple[Assignment, date | None]:
    """What tells the officer's duty models apart."""
    assignment = officer.on(day)
    return assignment, bureau.units[assignment.unit].on(day).first
