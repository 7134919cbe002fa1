"""Overtime over a whole period and on a single date, for those whom a labour contract protects.

The standard is 40 hours a week, averaged over a calendar period: `period` is week, month, quarter or year.
The standard of a period is 40 hours x its dates / 7. What passes it is overtime, on average at most `monthly`
hours a month: in a quarter of 92 dates 525.71 h and 108 h. Over the years that is 48.28 hours a week.

The limit is that of the whole period, however little of it a roster has. Dates before the roster of which
nothing is known, and dates after it, count with the plain hours of the rotation; dates that are known count
as they were worked. So what was lawful when it was published stays lawful when the roster grows and when it
is carried on. Dates on which the officer is absent, for whatever reason, count as if the plain duty had been
worked [A], those too on which something was worked before the officer fell ill; paid leave is paid as work.
Dates on which the officer is not on the roll count on neither side:
who joins in the middle of a quarter has half of its standard and half of its overtime. Nobody is barred from
plain duty, whatever the hours of the rotation.

On one date a duty that is not a recall has at most `daily` paid hours more than the plain shift; of a duty
taken over in a swap that is the plain shift of the officer whose duty it was [A]: the law says three hours
a day, without a plain shift of twelve hours in mind.

Source: 国务院关于职工工作时间的规定 art. 3 (40 hours a week), 劳动法 art. 41 (three hours a day, thirty-six a
month), 劳部发〔1994〕503号 art. 5 (averaged over a week, month, quarter or year), 劳部发〔1997〕271号 (what
passes the whole period's standard is overtime, on average 36 hours a month). It covers auxiliaries, who have
labour contracts; name other `roles` to widen it.

Allowed (last quarter of 2026, 92 dates, `DNOO` of 12 h, plain 552 h): recalls of 81 h 42 min in it. On a
date whose plain shift is 19:00-07:00: 17:00-08:00 (15 h).
Forbidden: recalls of 81 h 43 min; 17:00-09:00 (16 h).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import ClassVar

from rosterctl.domain.accounts.tally import paid_minutes
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.roster import Origin
from rosterctl.domain.rulebook import Severity
from rosterctl.intake.text.scalars import Hours
from rosterctl.rulekit import severity
from rosterctl.rulekit.audit.facts.people import is_on_roll
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.audit.whole_periods import WholePeriod, whole_periods
from rosterctl.rulekit.audit.wording import duty_text, hours_text
from rosterctl.rulekit.calendar_periods import (
    MONTHS_IN_A_WEEK,
    CalendarPeriod,
    calendar_periods,
    first_of_period,
)
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import Choice, FairShares, LineBoard
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.period_kinds import PeriodKind
from rosterctl.rulekit.plain_hours import PlainLines, at_most_each, plain_minutes
from rosterctl.rules import wording
from rosterctl.timeline.horizon import Horizon
from rosterctl.timeline.span import ZERO
from rosterctl.wording import say

MINUTE = timedelta(minutes=1)


class Options(RuleOptions):
    """`standard` hours a week averaged over a `period`, `monthly` hours more a month, `daily` more a date."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = severity.ANY_SEVERITY

    period: PeriodKind = PeriodKind.QUARTER
    standard: Hours = 40 * 60
    monthly: Hours = 36 * 60
    daily: Hours = 3 * 60
    roles: tuple[Role, ...] = (Role.AUXILIARY,)


def looks_back(options: Options, horizon: Horizon) -> date:
    return first_of_period(options.period, horizon.first)


def weekly_limit(options: Options, role: Role) -> Fraction | None:
    if role not in options.roles:
        return None
    return options.standard + options.monthly * MONTHS_IN_A_WEEK


def allows(options: Options, bureau: Bureau, officer: Officer, choice: Choice) -> bool:
    if severity.is_soft(options) or officer.role not in options.roles:
        return True
    if choice.plain or choice.origin is Origin.RECALL:
        return True
    return choice.paid <= plain_minutes(bureau, officer, choice.day) + options.daily


def constrain(options: Options, board: LineBoard) -> None:
    for period in calendar_periods(options.period, board.days):
        most = _Most(options, board.bureau, period)
        for line in board.lines:
            if all(officer.role in options.roles for officer in line.officers):
                there = [day for day in period.decided if most.is_anybody_there(line.officers, day)]
                terms = [(choice, choice.paid) for day in there for choice in line.choices(day)]
                at_most_each(board, line, terms, {one.id: most.minutes(one) for one in line.officers})


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
) -> int:
    """Minutes over, of periods and of single dates together; the dates before count with plain hours."""
    if officer.role not in options.roles:
        return 0
    excess = 0
    for period in calendar_periods(options.period, tuple(shares.horizon)):
        there = [day for day in period.decided if bureau.absence(officer, day) is None]
        paid = sum(one.paid for one in worked if one.day in there)
        excess += max(paid - _Most(options, bureau, period, past=False).minutes(officer), 0)
    for one in worked:
        if one.origin is not Origin.RECALL:
            excess += max(one.paid - plain_minutes(bureau, officer, one.day) - options.daily, 0)
    return options.weight * excess


def check(options: Options, record: Record) -> Iterator[Finding | Cost]:
    yield from severity.judged(options, _found(options, record))


def _found(options: Options, record: Record) -> Iterator[Finding]:
    periods = list(whole_periods(record.facts, record.horizon, options.period))
    known = min((duty.day for duty in record.roster.before), default=record.horizon.first)
    for officer, line in severity.lines(options, record):
        if officer.role in options.roles:
            since = record.horizon.first if severity.is_soft(options) else known
            for period in periods:
                yield from _whole(options, officer, line, period, since)
            yield from _days(options, record, officer)


def _whole(
    options: Options, officer: Officer, line: Sequence[WorkedDuty], period: WholePeriod, since: date
) -> Iterator[Finding]:
    """The hours of a whole period against what the law leaves; dates from `since` on are known."""
    facts, plain, decided = period.plain.facts, period.plain.of(officer), period.decided
    on_roll = [day for day in period.days if is_on_roll(officer, day)]
    counted = {day: plain[day] for day in on_roll}
    rotation = sum(counted.values(), ZERO)
    known = [day for day in period.days if since <= day <= decided[-1]]
    worked = dict.fromkeys((day for day in known if facts.is_there(officer, day)), ZERO)
    for one in line:
        ill = one.day >= decided[0] and facts.away(officer, one.day) is not None
        if known and known[0] <= one.day <= known[-1] and not ill:
            worked[one.day] = worked.get(one.day, ZERO) + one.paid
    here = [day for day in worked if day >= decided[0]]
    beyond = sum((worked[day] - counted.get(day, ZERO) for day in here), ZERO)
    total = sum({**counted, **worked}.values(), ZERO)
    standard = _times(options.standard, Fraction(len(on_roll), 7))
    overtime = _times(options.monthly, period.months * len(on_roll) / len(period.days))
    excess = min(total - max(standard + overtime, rotation), beyond)
    if excess > ZERO:
        yield Finding(
            "overtime",
            say(
                wording.OVERTIME_OF_PERIOD,
                overtime=hours_text(total - standard),
                first=period.days[0],
                last=period.days[-1],
                most=hours_text(overtime),
            ),
            unit=facts.place_of(officer, decided[-1]).unit,
            officer=officer.id,
            day=decided[-1],
            excess=-(-excess // MINUTE),
        )


def _times(minutes: int, share: Fraction) -> timedelta:
    """Rounded down to whole minutes: nothing shorter is worked."""
    return MINUTE * int(minutes * share)


def _days(options: Options, record: Record, officer: Officer) -> Iterator[Finding]:
    for worked in record.decided(officer.id):
        beyond = worked.paid - record.facts.usual_time(worked.owner, worked.day)
        excess = beyond - timedelta(minutes=options.daily)
        if not worked.recalled and excess > ZERO:
            duty, most = duty_text(worked), hours_text(options.daily)
            yield Finding(
                "overtime",
                say(wording.OVERTIME_OF_DATE, duty=duty, beyond=hours_text(beyond), most=most),
                unit=worked.unit,
                officer=officer.id,
                day=worked.day,
                excess=excess // MINUTE,
            )


class _Most:
    """What officers may work on a period's decided dates, in minutes; `past`: do known dates before count?"""

    def __init__(
        self, options: Options, bureau: Bureau, period: CalendarPeriod, *, past: bool = True
    ) -> None:
        self._options, self._bureau, self._period = options, bureau, period
        self._plain = PlainLines(bureau, period.days)
        since = bureau.history_begins if past else None
        self._known = [day for day in period.earlier if since is not None and day >= since]
        self._paid: dict[tuple[str, int, date], int] = {}

    def is_anybody_there(self, officers: Sequence[Officer], day: date) -> bool:
        """Is not every officer of a line absent? In counts they are many, with absences of their own."""
        return any(self._bureau.absence(one, day) is None for one in officers)

    def minutes(self, officer: Officer) -> int:
        options, period, plain = self._options, self._period, self._plain.of(officer)
        on_roll = [day for day in period.days if officer.serves(day)]
        standard = options.standard * len(on_roll) // 7
        overtime = int(options.monthly * period.months * len(on_roll) / period.length)
        spare = max(standard + overtime - sum(plain[day] for day in on_roll), 0)
        present = [day for day in period.decided if self._bureau.is_present(officer, day)]
        return sum(plain[day] for day in present) + max(spare - self._beyond(officer), 0)

    def _beyond(self, officer: Officer) -> int:
        """What was worked beyond the rotation on the known dates before; less than none if less."""
        if not self._known:
            return 0
        plain, worked = self._plain.of(officer), self._worked(officer)
        beyond = sum(worked.values())
        for day in self._known:
            if officer.serves(day) and (day in worked or self._bureau.is_present(officer, day)):
                beyond -= plain[day]
        return beyond

    def _worked(self, officer: Officer) -> dict[date, int]:
        """By date, for the known ones on which the officer had a duty."""
        found: dict[date, int] = {}
        for duty in self._bureau.history_by_officer.get(officer.id, ()):
            if self._known[0] <= duty.day <= self._known[-1]:
                key = duty.shift, duty.until, duty.day
                if key not in self._paid:
                    shift = self._bureau.worked_shift(duty)
                    self._paid[key] = paid_minutes(self._bureau, duty.day, shift)
                found[duty.day] = found.get(duty.day, 0) + self._paid[key]
        return found
