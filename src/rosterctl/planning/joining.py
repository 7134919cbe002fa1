"""A carried roster and the dates that are new, as one: at the seam those still on duty man posts too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.planning.event_sites import sites_published
from rosterctl.planning.reposting import repost
from rosterctl.rules.registry import rules_in_force
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.clock import DAY
from rosterctl.timeline.horizon import Horizon

SECONDS = 60.0


def join(bureau: Bureau, carried: Roster, more: Roster, seed: int = 0) -> Roster:
    """The two rosters one after the other; `more` begins on the date after the last of `carried`.

    The search for `more` knew of duties that last beyond its first morning, but sent none of them to a post.
    """
    horizon = Horizon(carried.horizon.first, carried.horizon.days + more.horizon.days, carried.horizon.since)
    duties = {(one.officer, one.day, one.shift): one for one in (*carried.duties, *more.duties)}
    last = carried.horizon.last
    late = bureau.day_starts + DAY
    units = {one.unit for one in carried.duties if one.day == last and one.slices[-1].end > late}
    rules = rules_in_force(bureau.rulebook)
    for unit in (one for one in bureau.units if one in units):
        near = [one for one in duties.values() if one.unit == unit and one.day in (last, more.horizon.first)]
        sites = sites_published(bureau, near).get(unit, {})
        days = [more.horizon.first]
        for one in repost(bureau, rules, unit, days, near, near, sites, Settings(SECONDS, seed), days):
            duties[one.officer, one.day, one.shift] = one
    return replace(
        more, horizon=horizon, duties=tuple(_in_order(duties.values())), before=carried.before, tiers=()
    )


def _in_order(duties: Iterable[Duty]) -> list[Duty]:
    return sorted(duties, key=lambda one: (one.officer, one.day))


def dates_to_add(carried: Horizon, days: int, step: int) -> Horizon | None:
    """The dates by which a carried horizon has to grow to have `days` again, in whole steps; None if none."""
    missing = days - carried.days
    if missing <= 0:
        return None
    return Horizon(carried.end, -(-missing // step) * step, carried.since)
