"""Officers who are transferred within a horizon, and the units that have to be looked at together for that.

Such an officer is planned in one piece, by the unit to which they belong on the first date: so every limit
binds across the transfer. What they work afterwards is served in the other unit.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.timeline.horizon import Horizon

Moves = tuple[tuple[date | None, str, str], ...]
"""Date, unit and team of each transfer."""


def moves_of(officer: Officer, horizon: Horizon) -> Moves:
    """The transfers to another unit or team after the first date of the horizon."""
    return tuple((one.first, one.unit, one.team) for one in officer.moves(horizon.first, horizon.last))


def linked_units(bureau: Bureau, horizon: Horizon) -> Mapping[str, tuple[str, ...]]:
    """For each unit those that share a transferred officer with it, at one or more removes, and itself."""
    group = {unit: frozenset([unit]) for unit in bureau.units}
    for officer in bureau.officers.values():
        units = {officer.on(horizon.first).unit, *(unit for _, unit, _ in moves_of(officer, horizon))}
        if len(units) > 1:
            whole = frozenset[str]().union(*(group[unit] for unit in units))
            group.update(dict.fromkeys(whole, whole))
    return {unit: tuple(other for other in bureau.units if other in group[unit]) for unit in bureau.units}
