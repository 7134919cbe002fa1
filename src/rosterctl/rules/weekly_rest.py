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
from datetime import date, timedelta
from typing import Annotated, ClassVar

from pydantic import Field

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer
from rosterctl.domain.rulebook import Severity
from rosterctl.intake.scalars import Count, Hours
from rosterctl.rules import severity
from rosterctl.rules.board import Choice, LineBoard, Shares
from rosterctl.rules.chains import Chain, chains
from rosterctl.rules.finding import Cost, Finding
from rosterctl.rules.options import RuleOptions
from rosterctl.rules.record import AFTER_DAYS, Record, Worked
from rosterctl.rules.wording import hours_text
from rosterctl.timeline.span import Span

TIER = severity.TIER
DAILY_REST = 11 * 60
ONE, TWO = timedelta(days=1), timedelta(days=2)


class Options(RuleOptions):
    """`hours` of uninterrupted rest in any `days` consecutive dates."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = severity.ANY

    hours: Annotated[Hours, Field(ge=DAILY_REST)] = 35 * 60
    days: Annotated[Count, Field(ge=2)] = 7


def constrain(options: Options, board: LineBoard) -> None:
    horizon, known = frozenset(board.days), frozenset(board.known_days)
    first = board.days[0] - (options.days - 1) * ONE
    found: dict[tuple[object, ...], list[Chain]] = {}
    while first <= board.days[-1] and first + (options.days - 1) * ONE <= board.known_days[-1]:
        begin, end = _stretch(options, board.bureau, first)
        dates = [day for day in _dates(options, first) if day in known]
        for line in board.lines:
            menus = tuple(tuple(line.choices(day)) for day in dates)
            key = (first, menus)
            if key not in found:
                given = [menu for day, menu in zip(dates, menus, strict=True) if day not in horizon]
                spoilt = chains(given, begin, end, options.hours)
                found[key] = [] if spoilt else chains(menus, begin, end, options.hours)
            for chain in found[key]:
                board.at_most(line, [(choice, 1) for chosen in chain for choice in chosen], len(chain) - 1)
        first += ONE


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: Shares
) -> int:
    """One for each `days` dates of the horizon without the rest."""
    if not severity.is_soft(options):
        return 0
    excess, menus = 0, [(choice,) for choice in sorted(worked, key=lambda one: one.start)]
    for first in tuple(shares.horizon)[: 1 - options.days]:
        excess += bool(chains(menus, *_stretch(options, bureau, first), options.hours))
    return options.weight * excess


def check(options: Options, record: Record) -> Iterator[Finding | Cost]:
    yield from severity.judged(options, _found(options, record))


def _found(options: Options, record: Record) -> Iterator[Finding]:
    clock, length = record.bureau.clock, timedelta(days=options.days)
    rest, daily = timedelta(minutes=options.hours), timedelta(minutes=DAILY_REST)
    for officer, line in severity.lines(options, record):
        given = [worked for worked in line if worked.given]
        broken = []
        for first in _firsts(options, record):
            whole = Span(clock.instant(first, 0) - daily, clock.instant(first + length, 0) + daily)
            if not _has_rest(line, whole, rest) and _has_rest(given, whole, rest):
                broken.append(first)
        if broken:
            yield Finding(
                "weekly-rest",
                f"no rest of {hours_text(options.hours)} in the {options.days} days to "
                f"{broken[0] + length - ONE}; give a duty in them to another",
                unit=officer.unit,
                officer=officer.id,
                day=broken[0] + length - ONE,
                excess=len(broken),
            )


def _firsts(options: Options, record: Record) -> Iterator[date]:
    """The first dates of the stretches that are looked at; a soft rule stays within the horizon."""
    before, after = options.days - 1, AFTER_DAYS
    if severity.is_soft(options):
        before = after = 0
    first, last = record.horizon.first - before * ONE, record.horizon.last + after * ONE
    while first <= record.horizon.last and first + (options.days - 1) * ONE <= last:
        yield first
        first += ONE


def _has_rest(line: Sequence[Worked], whole: Span, rest: timedelta) -> bool:
    """Is there a stretch of `rest` without a duty within `whole`?"""
    free = whole.start
    for worked in line:
        if min(worked.span.start, whole.end) - free >= rest:
            return True
        free = max(free, worked.span.end)
    return whole.end - free >= rest


def _stretch(options: Options, bureau: Bureau, first: date) -> tuple[int, int]:
    """Begin and end of what is searched for a rest, in minutes."""
    begin, end = bureau.clock.number(first, 0), bureau.clock.number(first + options.days * ONE, 0)
    return begin - DAILY_REST, end + DAILY_REST


def _dates(options: Options, first: date) -> list[date]:
    """The dates whose duties can reach into the stretch."""
    return [first - TWO + n * ONE for n in range(options.days + 3)]
