"""Hours in a fixed period above which overtime is paid: counted, shown, and at most a price; never a ban.

Periods of `days` dates follow each other from the date `from`, and before it too. What an officer works in
one is counted, and what passes `hours` is shown for every officer and period in the report, in
`rosterctl ledger` and by `rosterctl show --officer`. Nobody is kept from a duty by it. Dates of absence of
the kinds `absences` count as work where the law says so: with `absence_hours` on each working day of the
calendar, or with the plain duty of the date (`absence_plain: yes`). Of a period that is not over, the dates
known so far count.

As a price it is small, after everything else: one point for each hour, begun or whole, that an officer has in
a roster's part of a period above the same part of the threshold. So whoever has least is called first. Hours
that the rotation alone brings above it are shown and cost nothing.

Source: 29 U.S.C. 207(k), 29 CFR 553.201, 553.224 and 553.230 (law enforcement: 171 hours in a work period of
28 days; the employer says when it begins), 29 CFR 553.226 and 785.27 (training that is required is work).

Allowed, and costs nothing (171 h in 28 dates): the plain `DNOO` of twelve hours (168 h) and a recall of three
hours; the plain five midnights a week of nine hours (180 h, of which 9 h are shown).
Costs 1 point: the plain `DNOO` and a recall of four hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from math import ceil
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.rulebook import Severity
from rosterctl.intake.text.scalars import Count, Date, Flag, Hours
from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.model.board import Choice, FairShares
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.parts import PayPeriod
from rosterctl.rulekit.plain_hours import plain_minutes
from rosterctl.timeline.calendar import DayType
from rosterctl.timeline.horizon import ONE_DAY, Horizon
from rosterctl.timeline.span import ZERO


class Options(RuleOptions):
    """`hours` in each `days` dates counted `from` a date, and which absences count as work, with what."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    ALLOWED: ClassVar[tuple[Severity, ...]] = (Severity.SOFT, Severity.OFF)

    severity: Severity = Severity.SOFT
    hours: Hours = 171 * 60
    days: Annotated[Count, Field(ge=7, le=28)] = 28
    begins: Annotated[Date, Field(alias="from")] = date(2024, 1, 1)
    absences: tuple[AbsenceKind, ...] = (AbsenceKind.TRAINING,)
    absence_hours: Hours = 8 * 60
    absence_plain: Flag = False


def looks_back(options: Options, horizon: Horizon) -> date:
    return horizon.first - timedelta(days=(horizon.first - options.begins).days % options.days)


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
) -> int:
    """A point for each hour above the part of the threshold."""
    points = 0
    for _, dates in groupby(shares.horizon, lambda day: (day - options.begins).days // options.days):
        part = list(dates)
        away = sum(_minutes_away(options, bureau, officer, day) for day in part)
        minutes = away + sum(one.paid for one in worked if part[0] <= one.day <= part[-1])
        here = (day for day in part if bureau.is_present(officer, day))
        plain = away + sum(plain_minutes(bureau, officer, day) for day in here)
        share = Fraction(options.hours * len(part), options.days)
        beyond = minutes - max(share, Fraction(plain))
        points += max(ceil(beyond / 60), 0)
    return options.weight * points


def check(options: Options, record: Record) -> Iterator[Cost]:
    parts = list(_parts(options, record.horizon.first, record.horizon.last))
    for officer, line in record.lines.items():
        person = record.bureau.officers[officer]
        for start, first, last in parts:
            mine = [one for one in line if not one.given]
            days = [first + n * ONE_DAY for n in range((last - first).days + 1)]
            time = _counted(options, record.facts, person, mine, days)
            rotation = _counted(options, record.facts, person, (), days)
            there = (day for day in days if record.facts.is_there(person, day))
            rotation += sum((record.facts.usual_time(person, day) for day in there), ZERO)
            beyond = _hours(time) - max(
                Fraction(options.hours * len(days), 60 * options.days), _hours(rotation)
            )
            if beyond > 0:
                unit, points = record.facts.place_of(person, last).unit, ceil(beyond)
                yield Cost(
                    "pay-threshold", options.SOFT_TIER, options.weight * points, officer, unit=unit, day=start
                )


def pay_periods(options: Options, record: Record) -> Iterable[PayPeriod]:
    known = min((duty.day for duty in record.roster.before), default=record.horizon.first)
    for start, first, last in _parts(options, known, record.horizon.last):
        end = start + (options.days - 1) * ONE_DAY
        if end < record.horizon.first:
            continue
        for officer, line in record.lines.items():
            days = [first + n * ONE_DAY for n in range((last - first).days + 1)]
            time = _counted(options, record.facts, record.bureau.officers[officer], line, days)
            threshold = timedelta(minutes=options.hours)
            yield PayPeriod(officer, start, end, (last - first).days + 1, time, threshold)


def _parts(options: Options, first: date, last: date) -> Iterator[tuple[date, date, date]]:
    """The start of each period that the dates touch, and the first and last of these dates in it."""
    start = options.begins + (first - options.begins).days // options.days * options.days * ONE_DAY
    while start <= last:
        end = start + (options.days - 1) * ONE_DAY
        yield start, max(start, first), min(end, last)
        start = end + ONE_DAY


def _counted(
    options: Options, facts: Facts, officer: Officer, line: Sequence[WorkedDuty], days: Sequence[date]
) -> timedelta:
    """What was worked on these consecutive dates, and what counts as if it were."""
    time = sum((one.paid for one in line if days[0] <= one.day <= days[-1]), ZERO)
    for day in days:
        row = facts.away(officer, day)
        if row is not None and row.kind in options.absences:
            if options.absence_plain:
                time += facts.usual_time(officer, day)
            elif DayType.WORKDAY in facts.kinds_of(day):
                time += timedelta(minutes=options.absence_hours)
    return time


def _hours(time: timedelta) -> Fraction:
    return Fraction(time // timedelta(minutes=1), 60)


def _minutes_away(options: Options, bureau: Bureau, officer: Officer, day: date) -> int:
    absence = bureau.absence(officer, day)
    if absence is None or absence.kind not in options.absences:
        return 0
    if options.absence_plain:
        return plain_minutes(bureau, officer, day)
    return options.absence_hours if bureau.calendar.is_workday(day) else 0
