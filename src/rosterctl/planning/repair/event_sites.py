"""Which unit mans which site of an event: as published, and where most can be spared if the event is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_ids
from rosterctl.domain.roster import Duty
from rosterctl.planning.counts.event_hosts import Sites, allot_sites, sites_by_unit
from rosterctl.planning.counts.groups import make_groups
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.rulekit.registry import Rule
from rosterctl.timeline.horizon import Horizon


def sites_published(bureau: Bureau, duties: Iterable[Duty]) -> dict[str, Sites]:
    """By unit and event the sites at which its people stand."""
    event_of = {site: event.id for event in bureau.events for site in site_ids(event)}
    found: dict[str, Sites] = {}
    for duty in duties:
        for piece in duty.slices:
            event = event_of.get(piece.post)
            if event is not None:
                mine = found.setdefault(duty.unit, {}).setdefault(event, [])
                if piece.post not in mine:
                    mine.append(piece.post)
    return found


def sites_counted(sites: Mapping[str, Sites], units: Iterable[str]) -> dict[tuple[str, str], int]:
    """How many sites of an event each of the units mans, by (event id, unit id)."""
    return {(event, unit): len(posts) for unit in units for event, posts in sites.get(unit, {}).items()}


def with_new_events(
    bureau: Bureau, published: dict[str, Sites], known: Iterable[str], horizon: Horizon, rules: Sequence[Rule]
) -> dict[str, Sites]:
    """The published sites and those of events whose ids are not in `known`."""
    old = frozenset(known)
    fresh = [event for event in bureau.events if event.id not in old and event.day in horizon]
    if not fresh:
        return published
    units = sorted({unit for event in fresh for unit in event.units})
    offers = make_offers(bureau, horizon, rules, units)
    hosted = allot_sites(offers, make_groups(offers, rules, units, frozenset()))
    ids = {event.id for event in fresh}
    new = sites_by_unit(bureau, {key: number for key, number in hosted.items() if key[0] in ids})
    return {unit: published.get(unit, {}) | new.get(unit, {}) for unit in (*published, *new)}
