"""Mean weekly hours over the rotation's own cycle.

The reference period is the cycle of the rotation. What the plain cycle leaves of the limit may be worked on
top of it: over the horizon an officer's paid hours are at most

    plain hours of the rotation on the dates present + (limit - mean of the plain cycle) x dates present / 7

(no less than the plain hours, which nobody is barred from). Dates absent count on neither side: they are
neutral. The mean of the cycle is taken with the unit's own plain shifts, by the wall clock; hours worked
are counted between instants on both sides.

Source: 劳动法 arts. 36 and 38 (44 hours, as a mean); directive 2003/88/EC arts. 6 and 16(b) (48 hours; leave
and sickness are excluded or neutral).

Allowed (limit 44, `DNOO` of 12 h, 28 dates present): plain 168 h and four recalls 17:00-19:00 (8 h).
Forbidden: the same and one more recall 17:00-19:00.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import ClassVar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer, Role
from rosterctl.domain.rulebook import Severity
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
        weekly = timedelta(minutes=options.limit(officer)) - _mean_of_cycle(bureau, officer)
        excess = worked - plain - max(weekly, ZERO) * len(present) / 7
        if excess > ZERO:
            yield Finding(
                "mean-hours",
                f"{hours_text(worked)} from {days[0]} to {days[-1]}, {hours_text(worked - plain)} of them "
                f"beyond the rotation; the mean of {hours_text(options.limit(officer))} a week leaves "
                f"{hours_text(worked - plain - excess)} for that: give a recall or a long duty to another",
                unit=officer.unit,
                officer=officer.id,
                day=days[-1],
                excess=-(-excess // timedelta(minutes=1)),
            )


def _mean_of_cycle(bureau: Bureau, officer: Officer) -> timedelta:
    """Mean paid time a week of a head who works every plain shift of the cycle."""
    team, unit = bureau.team(officer), bureau.units[officer.unit]
    cycle = bureau.rotations[team.rotation].cycle
    plain = [shift for letter in cycle for shift in bureau.offered_shifts(unit, team, letter)[:1]]
    paid = sum((timedelta(minutes=shift.length - shift.break_minutes) for shift in plain), ZERO)
    return paid * 7 / len(cycle)


def _most(options: Options, officer: Officer, plain: PlainLines[int]) -> int:
    """Minutes that the officer may work in the horizon, rounded down to whole ones."""
    bureau = plain.bureau
    team, unit = bureau.team(officer), bureau.units[officer.unit]
    cycle = bureau.rotations[team.rotation].cycle
    once = 0
    for letter in cycle:
        for shift in bureau.offered_shifts(unit, team, letter)[:1]:
            once += shift.length - shift.break_minutes
    present = plain.present(officer)
    spare = max(options.limit(officer) * len(cycle) - once * 7, 0)
    return sum(plain.of(officer)[day] for day in present) + spare * len(present) // (7 * len(cycle))
