"""One unit made anew from a date on, while the rest of the roster stays.

The unit is planned as a small bureau of its own: its people, posts and vehicles, the event sites that it
mans, and its share of the bureau's strength targets by heads. It neither lends nor borrows there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_id
from rosterctl.domain.event import Event
from rosterctl.domain.roster import Duty, Fallback, Roster
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.unit import Unit
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.no_roster import Contradiction, NoTimeForAny
from rosterctl.planning.posts.stage import unposted_rotation
from rosterctl.planning.repair.event_sites import sites_published
from rosterctl.planning.repair.extend import fill_again
from rosterctl.rulekit.past_shares import with_borne
from rosterctl.timeline.horizon import Horizon

Search = Callable[[Bureau, Horizon], Roster]


def renewed(
    bureau: Bureau, published: Roster, roster: Roster, anew: Mapping[str, date], search: Search
) -> Roster:
    """The roster with the units in `anew` made from their date on; `published` says which sites they man.

    One for which the search comes to nothing has the plain rotation from then on, and the roster says so.
    """
    for unit, first in anew.items():
        days = Horizon(first, (roster.horizon.end - first).days, roster.horizon.since)
        sites = sites_published(bureau, published.duties).get(unit, {})
        alone = unit_alone(bureau, unit, first, roster, {event: len(posts) for event, posts in sites.items()})
        try:
            made, to_fill = search(alone, days).duties, [first]
        except (Contradiction, NoTimeForAny) as why:
            made, to_fill = unposted_rotation(Knowledge(alone, days), unit, {}).posted.duties, list(days)
            roster = replace(roster, fallbacks=(*roster.fallbacks, Fallback(unit, str(why))))
        names = _site_names(bureau, sites)
        fresh = [_renamed(duty, names) for duty in made if duty.unit == unit]
        roster = replace(roster, duties=fill_again(bureau, (*roster.duties, *fresh), unit, to_fill))
    return roster


def unit_alone(bureau: Bureau, unit: str, first: date, roster: Roster, sites: Mapping[str, int]) -> Bureau:
    """The unit from a date on as a bureau of its own; what was worked before is its history.

    Its people are those who belong to it on any date from then on. Units from which they come, or to which
    they go later on, are in it without posts and lenders: what is theirs on other dates is looked up there.
    """
    days = [day for day in roster.horizon if day >= first] or [first]
    people = {one.id for one in bureau.officers.values() if any(one.on(day).unit == unit for day in days)}
    before = (one for one in (*roster.before, *roster.duties) if one.officer in people and one.day < first)
    homes = dict.fromkeys(
        (unit, *(one.unit for id in sorted(people) for one in bureau.officers[id].assignments))
    )
    ahead = (day for day in roster.horizon if day < first)
    return replace(
        with_borne(bureau, roster.duties, ahead).only((unit,), people),
        units={home: _without_lenders(bureau.units[home]) for home in homes if home in bureau.units},
        exchanges=(),
        events=tuple(_own(one, unit, sites[one.id]) for one in bureau.events if one.id in sites),
        strengths=tuple(_share(bureau, one, unit, first) for one in bureau.strengths if one.covers(unit)),
        history=tuple(before),
    )


def _without_lenders(unit: Unit) -> Unit:
    return replace(unit, models=tuple(replace(model, borrows_from=()) for model in unit.models))


def _own(event: Event, unit: str, sites: int) -> Event:
    return replace(event, units=(unit,), sites=sites)


def _share(bureau: Bureau, target: StrengthTarget, unit: str, first: date) -> StrengthTarget:
    """The unit's part of a target by its part of the people in all units that it covers, on a date."""
    homes = [one.on(first).unit for one in bureau.officers.values()]
    whole = sum(target.covers(home) for home in homes)
    part = target.heads * homes.count(unit) / max(whole, 1)
    return replace(target, heads=max(round(part), 1), units=(unit,))


def _site_names(bureau: Bureau, sites: Mapping[str, list[str]]) -> dict[str, str]:
    """What the unit's own sites are called in the whole bureau."""
    events = {event.id: event for event in bureau.events}
    return {
        site_id(events[event], number): post
        for event, posts in sites.items()
        for number, post in enumerate(posts, 1)
    }


def _renamed(duty: Duty, names: Mapping[str, str]) -> Duty:
    return replace(
        duty, slices=tuple(replace(one, post=names.get(one.post, one.post)) for one in duty.slices)
    )
