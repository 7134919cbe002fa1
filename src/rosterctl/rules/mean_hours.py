"""Mean weekly hours over the rotation's own cycle.

The reference period is four weeks, as `reference_periods` counts them, or what the horizon has of one. What
the plain cycle leaves of the limit may be worked on top of it: over the period an officer's paid hours are at
most

    plain hours of the rotation on the dates present + (limit - mean of the plain cycle) x dates present / 7

(no less than the plain hours, which nobody is barred from). Dates absent count on neither side: they are
neutral, and so is what was worked on one before the officer fell ill. Dates of the period that were over
before the horizon count as they were worked, so that a roster which is carried on stays as lawful as it was:
what passed the plain hours of those dates is taken from what is to spare, what fell short of them is added.
The mean of the cycle is taken with the unit's own plain shifts, by the wall clock; hours worked are counted
between instants on both sides. Where the duty model changes within the period, or the officer is transferred,
each date counts with the mean of the cycle that the team works on it: what is to spare is added up model by
model, and a model whose mean is above the limit takes nothing from the others.

Source: directive 2003/88/EC arts. 6 and 16(b) (48 hours; leave and sickness are excluded or neutral). In
China no law sets a mean, and the limits there are ours [A]: the 44 hours of 劳动法 art. 36 are standard hours
before overtime and no ceiling. What the law leaves of labour contracts is the rule `overtime`.

Allowed (limit 44, `DNOO` of 12 h, 28 dates present): plain 168 h and four recalls 17:00-19:00 (8 h).
Forbidden: the same and one more recall 17:00-19:00.
"""

# ruff: noqa: ARG001 - the parts of all rules take the same arguments

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from typing import ClassVar

from rosterctl.domain.accounts.tally import paid_minutes
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Assignment, Officer, Role
from rosterctl.domain.rulebook import Severity
from rosterctl.domain.shift import Shift
from rosterctl.intake.text.scalars import Hours
from rosterctl.rulekit import severity
from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.plain_times import PlainTimes
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.audit.wording import hours_text
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import Choice, FairShares, LineBoard
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.plain_hours import PlainLines, at_most_each, plain_minutes
from rosterctl.rulekit.reference_periods import ReferencePeriod, reference_periods
from rosterctl.rules import wording
from rosterctl.timeline.horizon import Horizon
from rosterctl.timeline.span import ZERO
from rosterctl.wording import say


class Options(RuleOptions):
    """`sworn`, `auxiliary`: mean hours a week."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = severity.ANY_SEVERITY

    sworn: Hours = 44 * 60
    auxiliary: Hours = 44 * 60

    def limit(self, officer: Officer) -> int:
        """Minutes a week."""
        return self.sworn if officer.role is Role.SWORN else self.auxiliary


def looks_back(options: Options, horizon: Horizon) -> date:
    earlier = (day for period in reference_periods(horizon) for day in period.earlier)
    return min(earlier, default=horizon.first)


def weekly_limit(options: Options, role: Role) -> Fraction | None:
    return Fraction(options.sworn if role is Role.SWORN else options.auxiliary)


def constrain(options: Options, board: LineBoard) -> None:
    for period in reference_periods(board.horizon):
        most = _Most(options, board.bureau, period)
        for line in board.lines:
            there = [day for day in period.days if most.is_anybody_there(line.officers, day)]
            terms = [(choice, choice.paid) for day in there for choice in line.choices(day)]
            at_most_each(board, line, terms, {one.id: most.minutes(one) for one in line.officers})


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
) -> int:
    """Minutes over."""
    excess = 0
    for period in reference_periods(shares.horizon):
        there = [day for day in period.days if bureau.absence(officer, day) is None]
        paid = sum(one.paid for one in worked if one.day in there)
        excess += max(paid - _Most(options, bureau, period).minutes(officer), 0)
    return options.weight * excess


def check(options: Options, record: Record) -> Iterator[Finding | Cost]:
    yield from severity.judged(options, _found(options, record))


def _found(options: Options, record: Record) -> Iterator[Finding]:
    for period in reference_periods(record.horizon):
        yield from _too_long(options, record, period)


def _too_long(options: Options, record: Record, period: ReferencePeriod) -> Iterator[Finding]:
    bureau, facts, days, dates = record.bureau, record.facts, period.days, frozenset(period.days)
    plain_of = PlainTimes(facts, days)
    for officer, line in record.lines.items():
        person = bureau.officers[officer]
        there = [one for one in line if facts.away(person, one.day) is None]
        worked = sum((one.paid for one in there if one.day in dates and not one.given), ZERO)
        if not worked:
            continue
        past = [day for day in period.earlier if facts.is_there(person, day)]
        made = sum((one.paid for one in there if one.day in period.earlier), ZERO)
        made -= sum((facts.usual_time(person, day) for day in past), ZERO)
        present = plain_of.present(person)
        plain = sum((plain_of.of(person)[day] for day in present), ZERO)
        limit = options.sworn if person.role is Role.SWORN else options.auxiliary
        left = max(_spare_time(facts, person, limit, (*past, *present)) - made, ZERO)
        excess = worked - plain - left
        if excess > ZERO:
            yield Finding(
                "mean-hours",
                say(
                    wording.MEAN_PASSED,
                    worked=hours_text(worked),
                    first=days[0],
                    last=days[-1],
                    beyond=hours_text(worked - plain),
                    limit=hours_text(limit),
                    left=hours_text(left),
                ),
                unit=facts.place_of(person, days[-1]).unit,
                officer=officer,
                day=days[-1],
                excess=-(-excess // timedelta(minutes=1)),
            )


def _spare_time(facts: Facts, officer: Officer, limit: int, present: Iterable[date]) -> timedelta:
    """What the means of the cycles leave of the limit (minutes a week) on these dates.

    A date is a seventh of a week: it has a seventh of what the limit is above the mean of the cycle that
    the team works on it.
    """
    dates = Counter(facts.cycle_of(officer, day) for day in present)
    spare = Fraction(0)
    for cycle, number in dates.items():
        if cycle:
            shifts = [facts.bureau.shifts[name] for name in cycle if name]
            once = sum(one.end - one.start - one.break_minutes for one in shifts)
            spare += max(limit - Fraction(once * 7, len(cycle)), Fraction(0)) * number / 7
    return timedelta(minutes=1) * spare.numerator / spare.denominator


class _Most:
    """What officers may work on a period's dates in the horizon, in minutes."""

    def __init__(self, options: Options, bureau: Bureau, period: ReferencePeriod) -> None:
        self._options, self._bureau, self._period = options, bureau, period
        self._plain = PlainLines(bureau, period.days)
        self._worked: dict[str, int] = {}
        for duty in bureau.history if period.earlier else ():
            if duty.day in period.earlier and bureau.absence(bureau.officers[duty.officer], duty.day) is None:
                paid = paid_minutes(bureau, duty.day, bureau.worked_shift(duty))
                self._worked[duty.officer] = self._worked.get(duty.officer, 0) + paid

    def is_anybody_there(self, officers: Sequence[Officer], day: date) -> bool:
        """Is not every officer of a line absent? In counts they are many, with absences of their own."""
        return any(self._bureau.absence(one, day) is None for one in officers)

    def minutes(self, officer: Officer) -> int:
        """Rounded down to whole ones."""
        present = self._plain.present(officer)
        past = [day for day in self._period.earlier if self._bureau.is_present(officer, day)]
        spare = Fraction()
        for cycle, dates in _cycles(self._bureau, officer, (*past, *present)):
            once = sum(shift.length - shift.break_minutes for shift in cycle if shift)
            left = max(self._options.limit(officer) * len(cycle) - once * 7, 0)
            spare += Fraction(left * dates, 7 * len(cycle))
        plain = sum(self._plain.of(officer)[day] for day in present)
        made = self._worked.get(officer.id, 0) - sum(
            plain_minutes(self._bureau, officer, day) for day in past
        )
        return plain + max(int(spare) - made, 0)


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
