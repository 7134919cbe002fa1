"""Which units man the sites of an event when the units are solved apart.

Each site goes to a unit that can spare a crew by its rotation at that time: best beside the plan of its own
posts, else beside their legal minima. Among those it goes to the one that has manned the fewest sites so far
for its heads, so that events rotate; then to the one with most to spare.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew, Slot
from rosterctl.domain.demand import site_id
from rosterctl.domain.event import Event
from rosterctl.domain.people.officer import Role
from rosterctl.domain.post import Level
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.cover.moments import unit_demands
from rosterctl.planning.rotation.offers import Offers

Hosted = Mapping[tuple[str, str], int]
"""How many sites of an event a unit mans, by (event id, unit id)."""

_LEVELS = (Level.PLAN, Level.MINIMUM)

Sites = dict[str, list[str]]
"""The event sites that a unit mans, by event."""


@dataclass(frozen=True)
class Spare:
    """Heads that a unit's own posts do not need during an event."""

    sworn: int
    heads: int

    def after(self, crew: Sequence[Slot]) -> Spare:
        """When it mans a site too."""
        return Spare(self.sworn - _sworn(crew), self.heads - len(crew))

    @property
    def least(self) -> int:
        return min(self.sworn, self.heads)


def allot_sites(offers: Offers, groups: Sequence[Group]) -> dict[tuple[str, str], int]:
    """Sites by (event id, unit id)."""
    bureau = offers.bureau
    people: Counter[str] = Counter()
    for group in groups:
        people[group.home(offers.horizon.first)] += len(group.officers)
    found: Counter[tuple[str, str]] = Counter()
    manned: Counter[str] = Counter()
    hosted: dict[str, list[Event]] = {}
    for event in sorted(bureau.events, key=lambda event: event.day):
        if event.day not in offers.horizon:
            continue
        crew = _smallest(event.crew)
        spare = {}
        for unit in event.units:
            at_once = [one for one in hosted.get(unit, ()) if _overlap(bureau, one, event)]
            spare[unit] = _spares(bureau, event, unit, groups, [_smallest(one.crew) for one in at_once])
        for _ in range(event.sites):
            after = {unit: [one.after(crew) for one in spares] for unit, spares in spare.items()}
            unit = _next_host(after, {unit: manned[unit] / (people[unit] or 1) for unit in after})
            spare[unit] = after[unit]
            manned[unit] += 1
            hosted.setdefault(unit, []).append(event)
            found[event.id, unit] += 1
    return dict(found)


def _next_host(after: Mapping[str, Sequence[Spare]], manned: Mapping[str, float]) -> str:
    """`after` is what each unit could spare beside it, by level; `manned` the sites a head that it has."""
    for level in range(len(_LEVELS)):
        if able := [unit for unit, spares in after.items() if spares[level].least >= 0]:
            return min(able, key=lambda unit: (manned[unit], -after[unit][-1].least))
    return max(after, key=lambda unit: after[unit][-1].least)


def _spares(
    bureau: Bureau,
    event: Event,
    unit: str,
    groups: Sequence[Group],
    hosted: Sequence[Sequence[Slot]],
) -> list[Spare]:
    """By level, beside what the unit's own posts want at that level at most, and the crews that are at other
    sites then.
    """
    start, end = _span(bureau, event)
    sworn = heads = 0
    for group in groups:
        if group.home(event.day) != unit:
            continue
        for choice, mask in group.open.get(event.day, {}).items():
            if choice.plain and choice.start <= start and end <= choice.end:
                heads += mask.bit_count()
                sworn += mask.bit_count() * (group.officers[0].role is Role.SWORN)
    own = [
        demand
        for demand in unit_demands(bureau, event.day, unit)
        if demand.event is None and demand.start < end and start < demand.end
    ]
    spares = []
    for most in _LEVELS:
        spare = Spare(sworn, heads)
        wanted = [[crew for level, crew in demand.crews if level <= most] for demand in own]
        for crew in (*hosted, *(_smallest(crews[-1]) for crews in wanted if crews)):
            spare = spare.after(crew)
        spares.append(spare)
    return spares


def _overlap(bureau: Bureau, one: Event, other: Event) -> bool:
    (start, end), (first, last) = _span(bureau, one), _span(bureau, other)
    return start < last and first < end


def _span(bureau: Bureau, event: Event) -> tuple[int, int]:
    """Start and end in minutes."""
    return bureau.clock.number(event.day, event.start), bureau.clock.number(event.day, event.end)


def _smallest(crew: Crew) -> Sequence[Slot]:
    return min(crew.alternatives, key=len)


def _sworn(crew: Sequence[Slot]) -> int:
    return sum(slot.role != Role.AUXILIARY for slot in crew)


def with_sites(bureau: Bureau, hosted: Hosted) -> Bureau:
    """The bureau with no more sites of each event than these."""
    sites: Counter[str] = Counter()
    for (event, _), number in hosted.items():
        sites[event] += number
    events = (replace(event, sites=sites[event.id]) for event in bureau.events if sites[event.id])
    return replace(bureau, events=tuple(events))


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
