"""A published horizon that has moved on: what is left of it, and the past that rules still look at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_ids
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Roster, Slice
from rosterctl.planning.params import PARAMS
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.clock import MIDNIGHT, Instant, WallMinute
from rosterctl.timeline.horizon import ONE_DAY, Horizon


def carried_horizon(bureau: Bureau, published: Roster, today: date, now: int = 0) -> Horizon:
    """What is left of a published horizon on a date and an instant of it (minutes since 1970-01-01 UTC).

    It begins with the earliest date of which a duty is not over, mostly the night before; where all is over
    it has no date. Without an instant, or with one of another date, it is the first minute of today. `bureau`
    is the one that the roster was published for.
    """
    begins, ends = (bureau.clock.number(today + n * ONE_DAY, MIDNIGHT) for n in (0, 1))
    at = now if begins <= now < ends else begins
    late = (
        duty.day
        for duty in published.duties
        if duty.day < today and bureau.clock.number(duty.day, duty.slices[-1].end) > at
    )
    first = min(late, default=today)
    return Horizon(first, (published.horizon.end - first).days, published.horizon.since, today)


def past_duties(bureau: Bureau, published: Roster, horizon: Horizon) -> tuple[Duty, ...]:
    """The duties before the horizon that rules still look at, of people and shifts the bureau still knows."""
    rules = rules_in_force(bureau.rulebook)
    counted = (rule.looks_back(horizon) for rule in rules if rule.looks_back is not None)
    since = min((*counted, horizon.first - timedelta(days=PARAMS.rotation.look_back_days)))
    past = (
        duty
        for duty in (*published.before, *published.duties)
        if since <= duty.day < horizon.first
        and duty.officer in bureau.officers
        and duty.shift in bureau.shifts
    )
    return tuple(_at_home(bureau, duty) for duty in in_known_places(bureau, past))


def in_known_places(bureau: Bureau, duties: Iterable[Duty], now: int | None = None) -> Iterator[Duty]:
    """The duties, in reserve where a post, a site or a vehicle is no longer in the bureau.

    At a post that was taken out of its files they are so from `now` on (minutes since 1970-01-01 UTC);
    without it all of the duties is over.
    """
    sites = (site for event in bureau.events for site in site_ids(event))
    wanted = {"", *(id for id, post in bureau.posts.items() if post.gone is None), *sites}
    for duty in duties:
        if all(one.post in wanted and bureau.vehicles.keys() >= {*one.vehicles} for one in duty.slices):
            yield duty
            continue
        until = duty.until if now is None else bureau.clock.wall_minute(duty.day, Instant(now))
        slices = (part for one in duty.slices for part in _in_known_place(bureau, one, wanted, until))
        yield replace(duty, slices=tuple(slices))


def _in_known_place(
    bureau: Bureau, piece: Slice, wanted: Collection[str], until: WallMinute
) -> Iterator[Slice]:
    """In one piece, or in two where the post is known until a minute of it."""
    known = replace(piece, vehicles=tuple(one for one in piece.vehicles if one in bureau.vehicles))
    at = piece.start
    if piece.post in wanted:
        at = piece.end
    elif piece.post in bureau.posts:
        at = WallMinute(max(piece.start, min(piece.end, until)))
    if piece.start < at:
        yield replace(known, end=at)
    if at < piece.end:
        yield Slice(at, piece.end, "")


def at_home(bureau: Bureau, duties: Iterable[Duty]) -> list[Duty]:
    """The duties; those of a unit that the files no longer have are their officer's unit's by now.

    A duty has one unit, and who is on duty goes on: mostly the unit has another name.
    """
    gone = {unit.id for unit in bureau.units.values() if not unit.models}
    return [_served_at_home(bureau, one) if one.unit in gone else one for one in duties]


def _served_at_home(bureau: Bureau, duty: Duty) -> Duty:
    officer = bureau.officers.get(duty.officer)
    return duty if officer is None else replace(duty, unit=officer.on(duty.day).unit)


def _at_home(bureau: Bureau, duty: Duty) -> Duty:
    """In reserve of the officer's unit where nothing is known of the duty's: it counts for rest and hours."""
    if duty.unit in bureau.units:
        return duty
    whole = Slice(duty.slices[0].start, duty.slices[-1].end, "")
    return replace(_served_at_home(bureau, duty), slices=(whole,))


def first_known(bureau: Bureau, horizon: Horizon) -> date:
    """The first date of the history; the horizon's first where there is none before it."""
    return min((duty.day for duty in bureau.history if duty.day < horizon.first), default=horizon.first)


def duties_before(bureau: Bureau, horizon: Horizon, officers: Sequence[Officer]) -> tuple[Duty, ...]:
    """The history's duties before the horizon; on dates it does not reach, the plain rotation is assumed."""
    past = tuple(duty for duty in bureau.history if duty.day < horizon.first)
    since = first_known(bureau, horizon)
    mine = frozenset(officer.id for officer in officers)
    known = tuple(duty for duty in past if duty.officer in mine)
    assumed = []
    for back in range(PARAMS.rotation.days_before, 0, -1):
        day = horizon.first - timedelta(days=back)
        if day >= since:
            continue
        for officer in officers:
            shift = bureau.plain_shift(officer, day) if bureau.is_present(officer, day) else None
            if shift is None or officer.is_spared(day, shift):
                continue
            reserve = (Slice(shift.start, shift.end, ""),)
            assumed.append(Duty(officer.id, day, shift.id, officer.on(day).unit, Origin.ROTATION, reserve))
    return (*assumed, *known)


def still_on_duty(bureau: Bureau, horizon: Horizon, before: Sequence[Duty]) -> tuple[Duty, ...]:
    """Of the duties before the horizon those that last beyond its first morning handover."""
    handover = bureau.clock.number(horizon.first, bureau.day_starts)
    return tuple(
        duty
        for duty in before
        if duty.day + timedelta(days=2) >= horizon.first
        and bureau.clock.number(duty.day, duty.until) > handover
    )


@dataclass(frozen=True)
class Before:
    """Who is on duty from before the horizon on its first morning.

    `taken_over` are duties of the history: who works them mans posts until they end. `assumed` are officers
    and what they work if the rotation was worked: heads that man no post. `unknown` says by unit until when
    (minutes since 1970-01-01 UTC) these would be there, and nobody knows who is.
    """

    taken_over: tuple[Duty, ...] = ()
    assumed: tuple[tuple[str, Choice], ...] = ()
    unknown: Mapping[str, Instant] = field(default_factory=dict)


NOBODY_BEFORE = Before()


def before_of(bureau: Bureau, horizon: Horizon, before: Sequence[Duty]) -> Before:
    """Of the duties before a horizon those that last into it."""
    still, since = still_on_duty(bureau, horizon, before), first_known(bureau, horizon)
    assumed = as_worked_before(bureau, (duty for duty in still if duty.day < since))
    unknown: dict[str, Instant] = {}
    for _, choice in assumed:
        unknown[choice.unit] = max(unknown.get(choice.unit, choice.end), choice.end)
    return Before(tuple(duty for duty in still if duty.day >= since), assumed, unknown)


def as_worked_before(bureau: Bureau, duties: Iterable[Duty]) -> tuple[tuple[str, Choice], ...]:
    """Officers and what they work, of duties that are settled."""
    return tuple(
        (duty.officer, choice_of(bureau, duty.day, bureau.worked_shift(duty), duty.unit, duty.origin, False))
        for duty in duties
    )
