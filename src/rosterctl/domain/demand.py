"""What must be staffed on one date: the posts and event sites of every unit, window by window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.event import Event
from rosterctl.domain.post import Ladder, Level, Post, PostType
from rosterctl.domain.tier import Tier
from rosterctl.timeline.clock import WallMinute

SHORT_TIERS: Mapping[Level, Tier] = {
    Level.MINIMUM: Tier.LEGAL,
    Level.PLAN: Tier.PLAN,
    Level.TARGET: Tier.STRENGTH,
}
"""The tier in which a shortage of each level is paid."""


@dataclass(frozen=True, slots=True)
class PostDemand:
    """A post is wanted on a date from `start` to `end` (minutes since midnight) with these crews by level."""

    post: Post
    type: PostType
    day: date
    start: WallMinute
    end: WallMinute
    crews: Ladder


def post_demands(bureau: Bureau, day: date, unit: str | None = None) -> Iterator[PostDemand]:
    """Every window of every post (of one unit's, if given) that stands on this date, in file order."""
    types = bureau.calendar.types(day)
    for post in bureau.posts.values() if unit is None else bureau.posts_of.get(unit, ()):
        if not post.stands(day):
            continue
        kind = bureau.post_types[post.type]
        for window in kind.windows:
            if window.applies(day, types):
                yield PostDemand(post, kind, day, window.start, window.end, window.crews)


def events_on(bureau: Bureau, day: date) -> tuple[Event, ...]:
    """The events of this date, in file order; what they want after midnight is of this date too."""
    return tuple(event for event in bureau.events if event.day == day)


def site_id(event: Event, number: int) -> str:
    """The post id under which site `number` (1-based) of an event stands in a roster."""
    return f"{event.id}/{number}"


def site_ids(event: Event) -> tuple[str, ...]:
    """The post ids of all sites of an event."""
    return tuple(site_id(event, number) for number in range(1, event.sites + 1))


def site_names(bureau: Bureau) -> dict[str, str]:
    """By post id, what the sites of all events are called."""
    return {
        site: f"{event.name} {number}"
        for event in bureau.events
        for number, site in enumerate(site_ids(event), 1)
    }


def heads_short(crews: Ladder, wanted: Level, reached: Level | None) -> int:
    """Heads missing for level `wanted` when the post is manned at `reached` (None: it stands empty).

    The heads of a level are those of its smallest lawful crew, so a shortage never counts people whom
    nobody asked for.
    """
    heads = {level: crew.heads for level, crew in crews}
    if wanted not in heads or (reached is not None and reached >= wanted):
        return 0
    have = max(
        (count for level, count in heads.items() if reached is not None and level <= reached), default=0
    )
    return max(heads[wanted] - have, 0)
