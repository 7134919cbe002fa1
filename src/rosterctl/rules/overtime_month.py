"""Overtime in a calendar month and on a single date, for those whom a labour contract protects.

For each calendar month that the horizon touches, the paid hours of the month up to the horizon's last date in
it pass the standard by at most `hours`. A date on which the officer is absent counts with the plain hours of
the rotation, and so does one before the horizon of which nothing is known (nobody's duty); else what was
worked counts. The standard is eight hours for each working day of the whole month, shared out evenly over its
dates: those up to the last have their part. So it is the same whether a roster is looked at from the month's
first date or, carried on, from a later one. Nobody is barred from plain duty by this rule, whatever the
rotation's own hours are in a short piece of a month.

On one date a duty that is not a recall has at most `daily` paid hours more than the plain shift; of a duty
taken over in a swap that is the plain shift of the officer whose duty it was.

Source: 劳动法 arts. 36 (eight hours a day) and 41 (three more a day, thirty-six a month). It covers
auxiliaries, who have labour contracts; name other `roles` to widen it.

Allowed (December 2026, 23 working days, the whole month): 184 h + 36 h = 220 h. On a date whose plain shift
is 19:00-07:00: 17:00-08:00 (15 h).
Forbidden: 220 h 1 min; 17:00-09:00 (16 h).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import ClassVar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.roster import Origin
from rosterctl.domain.rulebook import Severity
from rosterctl.intake.text.scalars import Hours
from rosterctl.rulekit import months, severity
from rosterctl.rulekit.audit.month_parts import MonthPart, month_parts
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.audit.wording import duty_text, hours_text
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import Choice, FairShares, LineBoard
from rosterctl.rulekit.months import Part
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.plain_hours import at_most_each, plain_minutes
from rosterctl.timeline.span import ZERO

MINUTE = timedelta(minutes=1)
STANDARD_DAY = 8 * 60


class Options(RuleOptions):
    """`hours` a month, `daily` on one date beyond the plain shift, for officers of these `roles`."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = severity.ANY_SEVERITY

    hours: Hours = 36 * 60
    daily: Hours = 3 * 60
    roles: tuple[Role, ...] = (Role.AUXILIARY,)


def allows(options: Options, bureau: Bureau, officer: Officer, choice: Choice) -> bool:
    if severity.is_soft(options) or officer.role not in options.roles:
        return True
    if choice.plain or choice.origin is Origin.RECALL:
        return True
    return choice.paid <= plain_minutes(bureau, officer, choice.day) + options.daily


def constrain(options: Options, board: LineBoard) -> None:
    parts = months.parts(board.bureau, board.days)
    before = [day for day in board.known_days if day < board.days[0]]
    known = [day for day in before if any(line.choices(day) for line in board.lines)]
    for line in board.lines:
        officers = line.officers
        if any(officer.role not in options.roles for officer in officers):
            continue
        for part in parts:
            terms = [(choice, choice.paid) for day in part.decided for choice in line.choices(day)]
            earlier = [day for day in known if part.follows(day)]
            worked = {day: sum(choice.paid for choice in line.choices(day)) for day in earlier}
            beyond = {one.id: sum(_beyond(part, one, worked)) for one in officers}
            limits = {one.id: _most(options, one, part, beyond[one.id]) for one in officers}
            at_most_each(board, line, terms, limits)


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
) -> int:
    """Minutes over, of months and of single dates together."""
    if officer.role not in options.roles:
        return 0
    excess = 0
    for part in months.parts(bureau, tuple(shares.horizon)):
        paid = sum(one.paid for one in worked if one.day in part)
        excess += max(paid - _most(options, officer, part, 0), 0)
    for one in worked:
        if one.origin is not Origin.RECALL:
            excess += max(one.paid - plain_minutes(bureau, officer, one.day) - options.daily, 0)
    return options.weight * excess


def check(options: Options, record: Record) -> Iterator[Finding | Cost]:
    yield from severity.judged(options, _found(options, record))


def _found(options: Options, record: Record) -> Iterator[Finding]:
    parts = list(month_parts(record.facts, record.horizon))
    known = frozenset(duty.day for duty in record.roster.before)
    for officer, line in severity.lines(options, record):
        if officer.role in options.roles:
            for part in parts:
                yield from _month(options, officer, line, part, known)
            yield from _days(options, record, officer)


def _month(
    options: Options,
    officer: Officer,
    line: Sequence[WorkedDuty],
    part: MonthPart,
    known: Collection[date],
) -> Iterator[Finding]:
    """The month's overtime as far as it is known, against what the law leaves."""
    first, last, facts = part.decided[0], part.decided[-1], part.plain.facts
    worked = sum((one.paid for one in line if not one.given and first <= one.day <= last), ZERO)
    before = dict.fromkeys((day for day in known if part.earlier(day)), ZERO)
    for one in line:
        if one.given and one.day in before:
            before[one.day] += one.paid
    whole = part.plain.of(officer)
    counted = (day for day, paid in before.items() if paid or facts.is_there(officer, day))
    made = sum((before[day] - whole[day] for day in counted), ZERO)
    plain = sum((whole[day] for day in part.present(officer)), ZERO)
    rotation = sum(whole.values(), ZERO) - part.standard
    excess = worked - plain - max(timedelta(minutes=options.hours) - rotation - made, -min(made, ZERO))
    if excess > ZERO and worked:
        yield Finding(
            "overtime-month",
            f"{hours_text(worked - plain + made + rotation)} of overtime in {first:%Y-%m}, "
            f"{first} to {last}; "
            f"at most {hours_text(options.hours)} are allowed: give a recall or a long duty to another",
            unit=facts.place_of(officer, last).unit,
            officer=officer.id,
            day=last,
            excess=-(-excess // MINUTE),
        )


def _days(options: Options, record: Record, officer: Officer) -> Iterator[Finding]:
    for worked in record.decided(officer.id):
        beyond = worked.paid - record.facts.usual_time(worked.owner, worked.day)
        excess = beyond - timedelta(minutes=options.daily)
        if not worked.recalled and excess > ZERO:
            yield Finding(
                "overtime-month",
                f"{duty_text(worked)}: {hours_text(beyond)} longer than the plain shift, at most "
                f"{hours_text(options.daily)} are allowed; shorten it or give it to another",
                unit=worked.unit,
                officer=officer.id,
                day=worked.day,
                excess=excess // MINUTE,
            )


def _most(options: Options, officer: Officer, part: Part, made: int) -> int:
    """Minutes that may be worked on the horizon's dates of a month if `made` passed the rotation before."""
    whole = part.of(officer)
    plain = sum(whole[day] for day in part.present(officer))
    standard = STANDARD_DAY * part.workdays * len(part.days) // part.dates
    rotation = sum(whole.values()) - standard
    return plain + max(options.hours - rotation - made, -min(made, 0))


def _beyond(part: Part, officer: Officer, worked: Mapping[date, int]) -> Iterator[int]:
    """What was worked on each earlier date of the month beyond the rotation; less than none if less."""
    plain = part.of(officer)
    for day, paid in worked.items():
        if paid or part.bureau.is_present(officer, day):
            yield paid - plain[day]
