"""A carried roster and the dates that are new, as one: at the seam those still on duty man posts too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, NoteKind, Roster
from rosterctl.planning.params import PARAMS
from rosterctl.planning.repair.event_sites import sites_published
from rosterctl.planning.repair.posts import repost
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.clock import DAY
from rosterctl.timeline.horizon import ONE_DAY, Horizon


def join(bureau: Bureau, carried: Roster, more: Roster, seed: int = 0) -> Roster:
    """The two rosters one after the other; `more` begins on the date after the last of `carried`.

    The search for `more` knew of duties that last beyond its first morning, but sent none of them to a post.
    """
    horizon = replace(carried.horizon, days=carried.horizon.days + more.horizon.days)
    new = (one for one in more.notes if one not in carried.notes and one.kind is not NoteKind.GAP)
    notes = (*carried.notes, *new)  # a gap is said beside the tiers of a search alone
    duties: tuple[Duty, ...] = (*carried.duties, *more.duties)
    late = bureau.day_starts + DAY
    night = (one for one in carried.duties if one.day == carried.horizon.last)
    units = {one.unit for one in night if one.slices[-1].end > late}
    for unit in (one for one in bureau.units if one in units):
        duties = fill_again(bureau, duties, unit, [more.horizon.first], seed)
    return replace(
        more,
        horizon=horizon,
        duties=_in_order(duties),
        before=carried.before,
        tiers=(),
        fallbacks=(*carried.fallbacks, *more.fallbacks),
        notes=notes,
        known_from=carried.known_from,
        lost=(*carried.lost, *more.lost),
    )


def fill_again(
    bureau: Bureau, duties: Iterable[Duty], unit: str, days: Sequence[date], seed: int = 0
) -> tuple[Duty, ...]:
    """The duties with the posts of the unit filled anew on these dates, at which two searches meet, say."""
    every = {(one.officer, one.day, one.shift): one for one in duties}
    here = {*days, *(day - ONE_DAY for day in days)}
    near = [one for one in every.values() if one.unit == unit and one.day in here]
    sites = sites_published(bureau, near).get(unit, {})
    settings, rules = Settings(PARAMS.repair.seam_seconds, seed), rules_in_force(bureau.rulebook)
    for one in repost(bureau, rules, unit, days, near, near, sites, settings, days):
        every[one.officer, one.day, one.shift] = one
    return _in_order(every.values())


def _in_order(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    return tuple(sorted(duties, key=lambda one: (one.officer, one.day)))


def dates_to_add(carried: Horizon, days: int, step: int) -> Horizon | None:
    """The dates by which a horizon has to grow to have `days` ahead again, in whole steps; None if none."""
    missing = days - carried.ahead
    if missing <= 0:
        return None
    return Horizon(carried.end, -(-missing // step) * step, carried.since)
