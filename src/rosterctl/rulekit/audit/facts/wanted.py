"""What must be staffed on a date: read from the calendar, the posts' windows and the events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.event import Event
from rosterctl.domain.post import Ladder, Post, PostType, PostWindow
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.vehicle import Vehicle
from rosterctl.timeline.calendar import Calendar, DayType
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.span import Span

SATURDAY = 5
"""The first weekday of a weekend, as `date.weekday` counts."""


@dataclass(frozen=True, slots=True)
class WantedPost:
    """A post is wanted on `day` from `start` to `end` (minutes since midnight) with these crews by level."""

    post: Post
    type: PostType
    day: date
    start: WallMinute
    end: WallMinute
    crews: Ladder


def kinds_of_day(calendar: Calendar, day: date) -> frozenset[DayType]:
    """Every kind that a date is of.

    A statutory holiday is nothing else, be it a Sunday or a school day. Any other day off is a weekend;
    what is left is a workday, and in term a school day; where no term is known, or none any more, each may be
    one. The eve of the new year comes on top.
    """
    kinds: set[DayType] = set()
    made_up = day in calendar.make_up_days
    if day in calendar.holidays:
        kinds.add(DayType.HOLIDAY)
    elif day in calendar.days_off or (day.weekday() >= SATURDAY and not made_up):
        kinds.add(DayType.WEEKEND)
    else:
        kinds.add(DayType.WORKDAY)
        if made_up:
            kinds.add(DayType.MAKE_UP)
        ends = [term.last for term in calendar.terms]
        if (
            not ends
            or day > max(ends)
            or any(lies_between(term.first, day, term.last) for term in calendar.terms)
        ):
            kinds.add(DayType.SCHOOL)
    if day in calendar.eves:
        kinds.add(DayType.EVE)
    return frozenset(kinds)


def lies_between(first: date | None, day: date, last: date | None) -> bool:
    """Both dates are included; one that is not written bounds nothing."""
    return not ((first is not None and day < first) or (last is not None and last < day))


def holds_on(asked: PostWindow | StrengthTarget, day: date, kinds: frozenset[DayType]) -> bool:
    """Does a window or a strength target hold on a date of these kinds?"""
    if not lies_between(asked.first, day, asked.last):
        return False
    return not asked.days or not asked.days.isdisjoint(kinds)


def wanted_posts(bureau: Bureau, day: date, kinds: frozenset[DayType]) -> Iterator[WantedPost]:
    """Every window of every post that is there on the date, in the order of the files."""
    for post in bureau.posts.values():
        if lies_between(post.first, day, post.last):
            kind = bureau.post_types[post.type]
            for window in kind.windows:
                if holds_on(window, day, kinds):
                    yield WantedPost(post, kind, day, window.start, window.end, window.crews)


def event_sites(event: Event) -> tuple[str, ...]:
    """The names under which a roster speaks of the sites of an event: `check/1`, `check/2`."""
    return tuple(f"{event.id}/{number + 1}" for number in range(event.sites))


def who_may_stand(bureau: Bureau) -> Mapping[str, tuple[str, ...]]:
    """By post and event site, the units that may man it."""
    owners = {post.id: (post.unit,) for post in bureau.posts.values()}
    return owners | {site: event.units for event in bureau.events for site in event_sites(event)}


def in_workshop(bureau: Bureau, vehicle: Vehicle) -> Iterator[Span]:
    """When it is in the workshop: from the handover of the first date to that after the last, or by times."""
    instant, starts = bureau.clock.instant, bureau.day_starts
    for one in vehicle.outages:
        since = instant(one.first, starts if one.start is None else one.start)
        day, minute = (one.last + timedelta(days=1), starts) if one.end is None else (one.last, one.end)
        yield Span(since, instant(day, minute))
