"""Overtime in a calendar month and on a single date, for those whom a labour contract protects.

For each calendar month that the horizon touches, the paid hours of the officer's duties in it, with the plain
hours of the rotation for every date of it on which he or she is absent, pass the standard by at most `hours`.
The standard is eight hours for each working day of the whole month, shared out evenly over its dates: the
horizon's dates get their part. What the duties known from earlier in the same month had beyond the rotation
(recalls, longer shifts) counts too, so two rosters in one month do not each get the whole. Nobody is barred
from plain duty by this rule, whatever the rotation's own hours are in a short piece of a month.

On one date a duty that is not a recall has at most `daily` paid hours more than the plain shift; of a duty
taken over in a swap that is the plain shift of the officer whose duty it was.

Source: 劳动法 arts. 36 (eight hours a day) and 41 (three more a day, thirty-six a month). It covers
auxiliaries, who have labour contracts; name other `roles` to widen it.

Allowed (December 2026, 23 working days, the whole month): 184 h + 36 h = 220 h. On a date whose plain shift
is 19:00-07:00: 17:00-08:00 (15 h).
Forbidden: 220 h 1 min; 17:00-09:00 (16 h).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import ClassVar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer, Role
from rosterctl.domain.roster import Origin
from rosterctl.domain.rulebook import Severity
from rosterctl.intake.scalars import Hours
from rosterctl.rules import months, severity
from rosterctl.rules.board import Choice, LineBoard, Shares
from rosterctl.rules.finding import Cost, Finding
from rosterctl.rules.months import Part
from rosterctl.rules.options import RuleOptions
from rosterctl.rules.plain import at_most_each, minutes_beyond, plain_minutes, plain_time
from rosterctl.rules.record import Record, Worked
from rosterctl.rules.wording import duty_text, hours_text

ZERO, MINUTE = timedelta(), timedelta(minutes=1)
STANDARD_DAY = 8 * 60


class Options(RuleOptions):
    """`hours` a month, `daily` on one date beyond the plain shift, for officers of these `roles`."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = severity.ANY

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
    bureau, parts = board.bureau, months.parts(board.bureau, board.days, plain_minutes)
    for line in board.lines:
        officers = line.officers
        if any(officer.role not in options.roles for officer in officers):
            continue
        for part in parts:
            terms = [(choice, choice.paid) for day in part.days for choice in line.choices(day)]
            earlier = [day for day in board.known_days if part.follows(day)]
            beyond = [
                (choice, minutes_beyond(bureau, officers[0], choice))
                for day in earlier
                for choice in line.choices(day)
            ]
            made = sum(minutes for _, minutes in beyond)
            limits = {one.id: _most(options, one, part, made) for one in officers}
            at_most_each(board, line, terms + beyond, limits)


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: Shares
) -> int:
    """Minutes over, of months and of single dates together."""
    if not severity.is_soft(options) or officer.role not in options.roles:
        return 0
    excess = 0
    for part in months.parts(bureau, tuple(shares.horizon), plain_minutes):
        paid = sum(one.paid for one in worked if one.day in part)
        excess += max(paid - _most(options, officer, part, 0), 0)
    for one in worked:
        if one.origin is not Origin.RECALL:
            excess += max(one.paid - plain_minutes(bureau, officer, one.day) - options.daily, 0)
    return options.weight * excess


def check(options: Options, record: Record) -> Iterator[Finding | Cost]:
    yield from severity.judged(options, _found(options, record))


def _found(options: Options, record: Record) -> Iterator[Finding]:
    parts = months.parts(record.bureau, tuple(record.horizon), plain_time)
    for officer, line in severity.lines(options, record):
        if officer.role in options.roles:
            for part in parts:
                yield from _month(options, officer, line, part)
            yield from _days(options, record, officer)


def _month(
    options: Options, officer: Officer, line: Sequence[Worked], part: Part[timedelta]
) -> Iterator[Finding]:
    """The month's overtime as far as it is known, against what the law leaves."""
    first, last = part.days[0], part.days[-1]
    worked = sum((one.paid for one in line if not one.given and one.day in part), ZERO)
    made = sum((_overtime(part.bureau, one) for one in line if one.given and part.follows(one.day)), ZERO)
    whole = part.of(officer)
    plain = sum((whole[day] for day in part.present(officer)), ZERO)
    away = sum(whole.values(), ZERO) - plain
    standard = timedelta(hours=8) * part.workdays * len(part.days) / part.dates
    excess = worked - max(standard + timedelta(minutes=options.hours) - away - made, plain)
    if excess > ZERO and worked:
        yield Finding(
            "overtime-month",
            f"{hours_text(worked + away + made - standard)} of overtime in {first:%Y-%m}, {first} to {last}; "
            f"at most {hours_text(options.hours)} are allowed: give a recall or a long duty to another",
            unit=officer.on(last).unit,
            officer=officer.id,
            day=last,
            excess=-(-excess // MINUTE),
        )


def _days(options: Options, record: Record, officer: Officer) -> Iterator[Finding]:
    for worked in record.decided(officer.id):
        beyond = worked.paid - plain_time(record.bureau, worked.owner, worked.day)
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


def _most(options: Options, officer: Officer, part: Part[int], made: int) -> int:
    """Minutes that may be worked on these dates of a month in which `made` were overtime before."""
    plain = part.of(officer)
    present = sum(plain[day] for day in part.present(officer))
    standard = STANDARD_DAY * part.workdays * len(part.days) // part.dates
    return max(options.hours + standard - (sum(plain.values()) - present), present + made)


def _overtime(bureau: Bureau, worked: Worked) -> timedelta:
    if worked.recalled:
        return worked.paid
    return max(worked.paid - plain_time(bureau, worked.owner, worked.day), ZERO)
