"""Units that work by another duty model than when the roster was published, and from which date on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.timeline.horizon import Horizon


def models_changed(now: Bureau, then: Bureau, horizon: Horizon) -> Mapping[str, date]:
    """By unit the first date on which a team works something else; a new unit counts from its first date.

    A shift that may be worked besides, or for which people may be called in, changes no published duty.
    """
    found = {}
    for unit in now.units:
        for day in horizon:
            if _plain(now, unit, day) != _plain(then, unit, day):
                found[unit] = day
                break
    return found


def _plain(bureau: Bureau, unit: str, day: date) -> Mapping[str, str]:
    """By team the plain shift of a date, empty on a day off."""
    if unit not in bureau.units:
        return {}
    offered = {team.id: bureau.offered(unit, team.id, day) for team in bureau.units[unit].on(day).teams}
    return {team: shifts[0].id if shifts else "" for team, shifts in offered.items()}
