"""An operation's sites are manned whole, each by one of the units asked.

Every site of an event is manned by a complete crew that comes from a single unit, one of the event's, and
that unit holds the site from its start to its end (people may be relieved). A site that no complete crew
holds costs the heads of the smallest crew for its minutes, in the tier of the event's level. What lies
outside the roster's dates is not looked at.

Source: [S] fifty city-wide night checks in 71 days; [L] art. 72 for the crews.

Allowed at no cost: of two sites one is held by two sworn officers and four auxiliaries of the first brigade,
the other by as many of the second.
Forbidden: one sworn officer of the first brigade and one of the second hold a site together.
"""

from __future__ import annotations

from collections.abc import Iterator

from rosterctl.domain.demand import SHORT_TIERS
from rosterctl.domain.event import Event
from rosterctl.rulekit.audit.facts.complete import heads_missing
from rosterctl.rulekit.audit.manning import Manning
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.audit.wording import these_together
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import CoverBoard, Expression
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rules import wording
from rosterctl.timeline.clock import DAY, WallMinute
from rosterctl.wording import say

ID = "events"
NEEDS_PEOPLE = False
LACK_COSTS = True
HOSTED = True


class Options(RuleOptions):
    """The events stand in files of their own."""


def cover(options: Options, board: CoverBoard) -> None:  # noqa: ARG001
    events = {event.id: event for event in board.bureau.events}
    held: dict[str, list[Expression]] = {event: [] for event in events}
    for moment in board.moments:
        for want in board.wants(moment):
            if want.event:
                event = events[want.event]
                manned = sum(
                    board.manned(moment, want, level, place)
                    for level, crew in want.crews
                    for place in range(len(crew.alternatives))
                )
                board.require(manned <= board.hosted(event, moment.unit))
                held[event.id].append((moment.end - moment.start) * manned)
    for event in events.values():
        minutes = _minutes(event, board)
        if minutes:
            board.require(sum(board.hosted(event, unit) for unit in event.units) <= event.sites)
            open_ = event.sites * minutes - sum(held[event.id])
            board.penalise(SHORT_TIERS[event.level], open_, event.crew.heads, ID, event.day)


def _minutes(event: Event, board: CoverBoard) -> int:
    """Minutes of the event that lie in the duty days of the board."""
    clock, starts = board.bureau.clock, board.bureau.day_starts
    start, end = clock.number(event.day, event.start), clock.number(event.day, event.end)
    days = ((clock.number(day, starts), clock.number(day, WallMinute(starts + DAY))) for day in board.days)
    return sum(max(min(end, until) - max(start, since), 0) for since, until in days)


def check(options: Options, record: Record) -> Iterator[Finding | Cost]:  # noqa: ARG001
    for event, sites in record.sites_manned:
        for site in sites:
            yield from _mixed(event, site, record)
            yield from _costs(event, site, record)


def _mixed(event: Event, site: Manning, record: Record) -> Iterator[Finding]:
    """People of several of the units asked at one site; who else stands there breaks the law on places."""
    there = {stay.unit for piece in site.pieces for stay in piece.stays}
    units = sorted(there.intersection(event.units))
    if len(units) > 1:
        when, held_by = record.when(site.span), these_together(units)
        message = say(wording.HELD_BY_SEVERAL, when=when, site=site.post, units=held_by)
        yield Finding(ID, message, post=site.post, day=event.day, excess=len(units) - 1)


def _costs(event: Event, site: Manning, record: Record) -> Iterator[Cost]:
    for span, reached, _ in site.stretches(lambda piece: piece.reached):
        heads = heads_missing(site.crews, event.level, reached)
        if heads:
            yield Cost(
                ID,
                SHORT_TIERS[event.level],
                heads * span.minutes,
                site.post,
                day=event.day,
                start=record.minute(event.day, span.start),
                end=record.minute(event.day, span.end),
                heads=heads,
            )
