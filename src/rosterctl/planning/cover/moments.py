"""Cuts time into moments: stretches in which neither the heads on duty nor the wants of a unit change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import post_demands, site_ids
from rosterctl.domain.event import Event
from rosterctl.domain.post import Ladder
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.rulekit.model.board import Moment, Stretch, Want
from rosterctl.timeline.clock import DAY, Instant, WallMinute
from rosterctl.timeline.cuts import cut_at

NOTHING_UNKNOWN: Mapping[str, Instant] = {}


@dataclass(frozen=True)
class Demand:
    """A post or event site wanted in a unit from `start` to `end` (minutes since 1970-01-01 UTC)."""

    place: str
    crews: Ladder
    vehicle: str
    vehicles: int
    start: Instant
    end: Instant
    event: Event | None = None


def unit_demands(bureau: Bureau, day: date, unit: str) -> list[Demand]:
    """Every demand of a duty day in a unit; the sites of an event stand at each unit that may host it."""
    clock = bureau.clock
    found: list[Demand] = []
    for wanted in post_demands(bureau, day, unit):
        start, end = clock.number(day, wanted.start), clock.number(day, wanted.end)
        kind = wanted.type
        found.append(Demand(wanted.post.id, wanted.crews, kind.vehicle, kind.vehicles, start, end))
    since, until = day_bounds(bureau, day)
    for event in bureau.events:
        start, end = clock.number(event.day, event.start), clock.number(event.day, event.end)
        if unit not in event.units or end <= since or until <= start:
            continue
        crews = ((event.level, event.crew),)
        found.extend(Demand(site, crews, "", 0, start, end, event) for site in site_ids(event))
    return found


def cut(
    bureau: Bureau,
    horizon: Iterable[date],
    changes: Mapping[str, Iterable[Instant]],
    unknown: Mapping[str, Instant] = NOTHING_UNKNOWN,
) -> tuple[dict[str, list[Moment]], dict[Moment, tuple[Want, ...]]]:
    """Moments by unit over the accountable span, and what each wants.

    `changes` gives for each unit that is looked at the instants at which heads may come or go, `unknown` by
    unit until when nobody knows who is there.
    """
    moments: dict[str, list[Moment]] = {unit: [] for unit in changes}
    wants: dict[Moment, tuple[Want, ...]] = {}
    known = {unit: frozenset(instants) for unit, instants in changes.items()}
    for day in horizon:
        start, end = day_bounds(bureau, day)
        for unit in changes:
            demands = unit_demands(bureau, day, unit)
            wanted = chain.from_iterable((demand.start, demand.end) for demand in demands)
            for since, until in cut_at(start, end, chain(known[unit], wanted)):
                moment = Moment(unit, day, since, until, max(min(until, unknown.get(unit, since)) - since, 0))
                moments[unit].append(moment)
                wants[moment] = _wants(demands, moment)
    return moments, wants


def day_bounds(bureau: Bureau, day: date) -> tuple[Instant, Instant]:
    """The duty day of a date, in minutes since 1970-01-01 UTC."""
    end = WallMinute(bureau.day_starts + DAY)
    return bureau.clock.number(day, bureau.day_starts), bureau.clock.number(day, end)


def stretches(
    bureau: Bureau, horizon: Iterable[date], target: StrengthTarget, cuts: Sequence[Instant]
) -> Iterator[Stretch]:
    """The target's windows on the dates it applies to, cut at the instants in `cuts` (sorted)."""
    for day in horizon:
        if not target.applies(day, bureau.calendar.types(day)):
            continue
        start, end = bureau.clock.number(day, target.start), bureau.clock.number(day, target.end)
        inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        for since, until in pairwise((start, *inside, end)):
            yield Stretch(day, since, until)


def _wants(demands: Sequence[Demand], moment: Moment) -> tuple[Want, ...]:
    """Demands that ask for the same become one want; the sites of an event stay a want of their own."""
    grouped: dict[tuple[str, Ladder, str, int], list[Demand]] = {}
    for demand in demands:
        if demand.start <= moment.start and moment.end <= demand.end:
            event = demand.event.id if demand.event else ""
            grouped.setdefault((event, demand.crews, demand.vehicle, demand.vehicles), []).append(demand)
    return tuple(
        Want(tuple(one.place for one in same), same[0].crews, same[0].vehicle, same[0].vehicles, event)
        for (event, *_), same in grouped.items()
    )
