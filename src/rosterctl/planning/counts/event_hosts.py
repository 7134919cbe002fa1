"""Which units man the sites of an event when the units are solved apart.

Each site goes to the unit that has most to spare by its rotation at that time: heads on duty less the heads
of its smallest lawful crews, counted for sworn officers and for all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_id
from rosterctl.domain.event import Event
from rosterctl.domain.people.officer import Role
from rosterctl.domain.post import Level
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.cover.moments import unit_demands
from rosterctl.planning.rotation.offers import Offers

Hosted = Mapping[tuple[str, str], int]
"""How many sites of an event a unit mans, by (event id, unit id)."""

Sites = dict[str, list[str]]
"""The event sites that a unit mans, by event."""


@dataclass
class Spare:
    """Heads that a unit's own posts do not need at their fewest moment of the event."""

    sworn: int
    heads: int


def allot_sites(offers: Offers, groups: Sequence[Group]) -> dict[tuple[str, str], int]:
    """Sites by (event id, unit id)."""
    bureau = offers.bureau
    found: dict[tuple[str, str], int] = {}
    for event in bureau.events:
        if event.day not in offers.horizon:
            continue
        spare = {unit: _spare(bureau, event, unit, groups) for unit in event.units}
        smallest = min(event.crew.alternatives, key=len)
        sworn = sum(slot.role != Role.AUXILIARY for slot in smallest)
        for _ in range(event.sites):
            unit = max(spare, key=lambda one: min(spare[one].sworn - sworn, spare[one].heads - len(smallest)))
            spare[unit].sworn -= sworn
            spare[unit].heads -= len(smallest)
            found[event.id, unit] = found.get((event.id, unit), 0) + 1
    return found


def _spare(bureau: Bureau, event: Event, unit: str, groups: Sequence[Group]) -> Spare:
    start, end = bureau.clock.number(event.day, event.start), bureau.clock.number(event.day, event.end)
    sworn = heads = 0
    for group in groups:
        if group.home(event.day) != unit:
            continue
        for choice, mask in group.open.get(event.day, {}).items():
            if choice.plain and choice.start <= start and end <= choice.end:
                heads += mask.bit_count()
                sworn += mask.bit_count() * (group.officers[0].role is Role.SWORN)
    for demand in unit_demands(bureau, event.day, unit):
        if demand.event is None and demand.start < end and start < demand.end:
            for level, crew in demand.crews:
                if level is Level.MINIMUM:
                    smallest = min(crew.alternatives, key=len)
                    heads -= len(smallest)
                    sworn -= sum(slot.role != Role.AUXILIARY for slot in smallest)
    return Spare(sworn, heads)


def sites_by_unit(bureau: Bureau, hosted: Hosted) -> dict[str, Sites]:
    """By unit and event, the sites it mans: numbered in the order in which the event names its units."""
    found: dict[str, Sites] = {}
    for event in bureau.events:
        number = 0
        for unit in event.units:
            for _ in range(hosted.get((event.id, unit), 0)):
                number += 1
                found.setdefault(unit, {}).setdefault(event.id, []).append(site_id(event, number))
    return found
