"""A long rest in every week.

In any `days` consecutive dates an officer has one uninterrupted rest of at least `hours`. Of the thirty-five
hours of the directive twenty-four are the weekly rest and eleven the daily rest that goes with it; the daily
part may reach over the edge of the dates at either end. So what is looked for is a free stretch of `hours`
between 13:00 of the date before and 11:00 of the date after, in instants. Otherwise a plain office week, free
from Friday 17:00 to Monday 09:00, would fail from Sunday to Saturday.

Stretches that begin before the horizon look back at the duties known; those that end after it take the
rotation as it stands for two dates. A stretch that was already broken without the roster's own duties is not
reported.

Source: directive 2003/88/EC art. 5 (and Working Time Regulations 1998 regs. 10 and 11). The directive allows
fixed weeks; any seven dates is stricter [A], so a cycle whose long rests lie eight dates apart (`MMAANNOO`)
needs `days: 8`.

Allowed (`hours: 35`, `days: 7`): 07:00-19:00 from the 7th to the 12th, the 13th off, on from 07:00 of the
14th (36 h).
Forbidden: 07:00-19:00 from the 7th to the 13th; or the 13th off but called in 17:00-19:00.

As a constraint this is exact: `chains` lists what may not be worked together.
"""

# ruff: noqa: ARG001 - the parts of all rules take the same arguments

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import Field

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.rulebook import Severity
from rosterctl.intake.text.scalars import Count, Hours
from rosterctl.rulekit import severity
from rosterctl.rulekit.audit.record import AFTER_DAYS, Record, WorkedDuty
from rosterctl.rulekit.audit.wording import hours_text
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import Choice, FairShares, LineBoard
from rosterctl.rulekit.model.chains import Chain, chains
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rules import wording
from rosterctl.timeline.clock import MIDNIGHT
from rosterctl.timeline.span import Span
from rosterctl.wording import say

DAILY_REST = 11 * 60
ONE, TWO = timedelta(days=1), timedelta(days=2)
ALWAYS = Span(datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))


class Options(RuleOptions):
    """`hours` of uninterrupted rest in any `days` consecutive dates."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = severity.ANY_SEVERITY

    hours: Annotated[Hours, Field(ge=DAILY_REST)] = 35 * 60
    days: Annotated[Count, Field(ge=2)] = 7


def constrain(options: Options, board: LineBoard) -> None:
    wholes = list(_wholes_in_minutes(options, board))
    horizon = frozenset(board.days)
    found: dict[tuple[object, ...], list[Chain]] = {}
    for line in board.lines:
        offered = {day: tuple(line.choices(day)) for day in board.known_days}
        for begin, end, dates in wholes:
            menus = tuple(offered[day] for day in dates)
            key = (begin, menus)
            if key not in found:
                given = [offered[day] for day in dates if day not in horizon]
                spoilt = chains(given, begin, end, options.hours)
                found[key] = [] if spoilt else chains(menus, begin, end, options.hours)
            for chain in found[key]:
                board.at_most(line, [(choice, 1) for chosen in chain for choice in chosen], len(chain) - 1)


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
) -> int:
    """One for each `days` dates of the horizon without the rest."""
    excess, menus = 0, [(choice,) for choice in sorted(worked, key=lambda one: one.start)]
    for first in tuple(shares.horizon)[: 1 - options.days]:
        excess += bool(chains(menus, *_stretch(options, bureau, first), options.hours))
    return options.weight * excess


def check(options: Options, record: Record) -> Iterator[Finding | Cost]:
    yield from severity.judged(options, _found(options, record))


def _found(options: Options, record: Record) -> Iterator[Finding]:
    wholes = list(_wholes(options, record))
    rest = timedelta(minutes=options.hours)
    for officer, line in severity.lines(options, record):
        rests = _rests(line, rest)
        if not _may_lack(rests, wholes, rest):
            continue
        spoilt = [(last, whole) for last, whole in wholes if not _has_rest(rests, whole, rest)]
        given = _rests([worked for worked in line if worked.given], rest) if spoilt else []
        ours = [last for last, whole in spoilt if _has_rest(given, whole, rest)]
        if ours:
            hours, days, last = hours_text(options.hours), options.days, ours[0]
            yield Finding(
                "weekly-rest",
                say(wording.NO_WEEKLY_REST, hours=hours, days=days, last=last),
                unit=record.facts.place_of(officer, ours[0]).unit,
                officer=officer.id,
                day=ours[0],
                excess=len(ours),
            )


def _wholes_in_minutes(options: Options, board: LineBoard) -> Iterator[tuple[int, int, list[date]]]:
    """Begin and end of every stretch that has a date of the horizon, and the dates that can reach into it."""
    known = frozenset(board.known_days)
    first = board.days[0] - (options.days - 1) * ONE
    while first <= board.days[-1] and first + (options.days - 1) * ONE <= board.known_days[-1]:
        dates = (first - TWO + n * ONE for n in range(options.days + 3))
        yield *_stretch(options, board.bureau, first), [day for day in dates if day in known]
        first += ONE


def _wholes(options: Options, record: Record) -> Iterator[tuple[date, Span]]:
    """The last date of each stretch and where its rest may lie; a soft rule keeps to the horizon."""
    clock, daily = record.bureau.clock, timedelta(minutes=DAILY_REST)
    before, after = (0, 0) if severity.is_soft(options) else (options.days - 1, AFTER_DAYS)
    known = len(record.horizon) + after - options.days
    for n in range(-before, min(known, len(record.horizon) - 1) + 1):
        first = record.horizon.first + n * ONE
        end = first + options.days * ONE
        yield end - ONE, Span(clock.instant(first, MIDNIGHT) - daily, clock.instant(end, MIDNIGHT) + daily)


def _rests(line: Sequence[WorkedDuty], rest: timedelta) -> list[Span]:
    """The stretches of at least `rest` without a duty, before the first and after the last one too."""
    rests, free = [], ALWAYS.start
    for worked in line:
        if worked.span.start - free >= rest:
            rests.append(Span(free, worked.span.start))
        free = max(free, worked.span.end)
    return [*rests, Span(free, ALWAYS.end)]


def _may_lack(rests: Sequence[Span], wholes: Sequence[tuple[date, Span]], rest: timedelta) -> bool:
    """Is the time between two rests long enough that a stretch could miss them both?"""
    between = max((later.start - earlier.end for earlier, later in pairwise(rests)), default=timedelta())
    return any(between > whole.length - 2 * rest for _, whole in wholes)


def _has_rest(rests: Sequence[Span], whole: Span, rest: timedelta) -> bool:
    return any(one.overlap(whole) >= rest for one in rests)


def _stretch(options: Options, bureau: Bureau, first: date) -> tuple[int, int]:
    """Begin and end of what is searched for a rest, in minutes."""
    begin, end = (
        bureau.clock.number(first, MIDNIGHT),
        bureau.clock.number(first + options.days * ONE, MIDNIGHT),
    )
    return begin - DAILY_REST, end + DAILY_REST
