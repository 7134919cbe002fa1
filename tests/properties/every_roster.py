"""Every roster of a tiny bureau and what it costs, without the solver and without the planning.

Whether a line is lawful is asked of the audit, one officer at a time; only that auxiliaries are not left
alone depends on the others. Heads and posts are counted hour by hour: what a set of officers on duty can
man at best is found by trying every crew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from rosterctl.audit.audit import audit
from rosterctl.domain.accounts.tally import overtime_minutes
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import SHORT_TIERS, PostDemand, heads_short, post_demands
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Duty, Origin
from rosterctl.domain.tier import Tier
from rosterctl.domain.unit import UnitKind
from rosterctl.domain.vehicle import Vehicle
from rosterctl.rulekit.audit.facts.complete import is_complete
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import duty, plain_duties, roster_of

COSTS = (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH, Tier.CHANGES, Tier.HOURS)
HOUR, DAY = 60, 24
DAYS_BEFORE = 7
"""Dates before the horizon on which everybody is taken to have worked the rotation."""
SHORTAGES = COSTS[:3]
OF_SEVERAL = ("auxiliaries", "exchange")
"""What one line alone does not tell."""
MOST = 400_000
"""Rosters of one bureau that are looked at."""

Line = tuple[Duty, ...]
Menu = Callable[[Officer, date], Sequence[Duty | None]]
"""What an officer may do on a date; None is nothing."""
Efforts = Callable[[Officer, Line], tuple[int, int]]
"""The last two of COSTS for a line."""
Shortage = tuple[int, int, int]


@dataclass(frozen=True)
class Rosters:
    """A row for each lawful roster: what it costs in each of COSTS."""

    costs: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.costs)

    def within(self, limits: Mapping[Tier, int]) -> Rosters:
        """Those that cost no more than that."""
        here = np.ones(len(self.costs), dtype=bool)
        for tier, most in limits.items():
            here &= self.costs[:, COSTS.index(tier)] <= most
        return Rosters(self.costs[here])

    def cheapest(self, price: int) -> Rosters:
        """Those whose plan costs least, with so many person-minutes for each change."""
        plan, changes = (self.costs[:, COSTS.index(tier)] for tier in (Tier.PLAN, Tier.CHANGES))
        together = plan + price * changes
        return Rosters(self.costs[together == together.min()])

    def least(self, tier: Tier) -> int:
        """ValueError if there is no roster."""
        return int(self.costs[:, COSTS.index(tier)].min())


def every_roster(bureau: Bureau, horizon: Horizon) -> Rosters | None:
    """All lawful rosters; None if there are more than MOST lines to combine."""
    before = plain_duties(bureau, horizon.first - timedelta(days=DAYS_BEFORE), DAYS_BEFORE)

    def menu(one: Officer, day: date) -> Sequence[Duty | None]:
        return [None, *offered(bureau, one, day)]

    return all_rosters(bureau, horizon, before, menu, partial(_efforts, bureau, horizon))


def all_rosters(
    bureau: Bureau, horizon: Horizon, before: Sequence[Duty], menu: Menu, efforts: Efforts
) -> Rosters | None:
    """All lawful rosters in which everybody works one of `menu` on each date; None if they are too many."""
    people = list(bureau.officers.values())
    past = {one.id: [given for given in before if given.officer == one.id] for one in people}
    lines = [list(_lawful_lines(bureau, one, horizon, past[one.id], menu)) for one in people]
    if not all(lines):
        return Rosters(np.empty((0, len(COSTS)), dtype=np.int64))
    if np.prod([float(len(own)) for own in lines]) > MOST:
        return None
    places = {key: n for n, key in enumerate(product(bureau.units, bureau.officers))}
    masks = np.zeros((1, len(horizon) * DAY), dtype=np.int64)
    added = np.zeros((1, 2), dtype=np.int64)
    for own, one in zip(lines, people, strict=True):
        seen = np.array([_hours_on_duty(bureau, horizon, (*past[one.id], *line), places) for line in own])
        extra = np.array([efforts(one, line) for line in own])
        masks = (masks[:, None] + seen[None]).reshape(-1, masks.shape[1])
        added = (added[:, None] + extra[None]).reshape(-1, 2)
    short, lawful = _shortages(bureau, horizon, masks, places)
    return Rosters(np.hstack([short, added])[lawful])


def _lawful_lines(
    bureau: Bureau, one: Officer, horizon: Horizon, before: Sequence[Duty], menu: Menu
) -> Iterator[Line]:
    for picked in product(*(menu(one, day) for day in horizon)):
        line = tuple(chosen for chosen in picked if chosen is not None)
        roster = roster_of(bureau, horizon.first, horizon.days, line, before)
        report = audit(bureau, replace(roster, horizon=horizon))
        if all(found.rule in OF_SEVERAL for found in report.findings):
            yield line


def offered(bureau: Bureau, one: Officer, day: date) -> list[Duty]:
    """A shift of the letter, the plain one also where the unit lends; a recall on a rest day."""
    if not bureau.is_present(one, day):
        return []
    home = one.on(day)
    shifts = bureau.offered(home.unit, home.team, day)
    if shifts:
        lent = [other.id for other in bureau.units.values() if home.unit in other.on(day).borrows_from]
        own = [duty(bureau, one.id, day, shift.id) for shift in shifts]
        return [*own, *(duty(bureau, one.id, day, shifts[0].id, unit=unit) for unit in lent)]
    night = bureau.plain_shift(one, day - timedelta(days=1))
    if night is not None and night.all_night:
        return []
    recalls = bureau.units[home.unit].on(day).recalls
    return [duty(bureau, one.id, day, shift, recall=True) for shift in recalls]


def _hours_on_duty(
    bureau: Bureau, horizon: Horizon, line: Line, places: dict[tuple[str, str], int]
) -> list[int]:
    """For each hour of the duty days the bit of the officer in the unit where he serves."""
    found = [0] * (len(horizon) * DAY)
    for one in line:
        shift, ahead = bureau.shifts[one.shift], (one.day - horizon.first).days * DAY
        for hour in range(shift.start // HOUR, shift.end // HOUR):
            place = ahead + hour - bureau.day_starts // HOUR
            if 0 <= place < len(found):
                found[place] |= 1 << places[one.unit, one.officer]
    return found


def _efforts(bureau: Bureau, horizon: Horizon, one: Officer, line: Line) -> tuple[int, int]:
    """Duties off the rotation, and minutes beyond it."""
    called = sum(bureau.is_present(one, day) and bureau.plain_shift(one, day) is not None for day in horizon)
    at_home = sum(each.origin is Origin.ROTATION and each.unit == one.on(each.day).unit for each in line)
    extra = sum(
        overtime_minutes(bureau, one, each.day, bureau.shifts[each.shift], each.origin) for each in line
    )
    return called - at_home, extra


def _shortages(
    bureau: Bureau,
    horizon: Horizon,
    masks: NDArray[np.int64],
    places: dict[tuple[str, str], int],
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Person-minutes short in each of SHORTAGES, and whether no auxiliary is alone, for every row."""
    short = np.zeros((len(masks), 3), dtype=np.int64)
    lawful = np.ones(len(masks), dtype=bool)
    known: dict[tuple[object, ...], tuple[Shortage, bool]] = {}
    for hour in range(masks.shape[1]):
        sets, which = np.unique(masks[:, hour], return_inverse=True)
        judged = [_hour(bureau, horizon, hour, int(mask), places, known) for mask in sets]
        short += HOUR * np.array([cost for cost, _ in judged])[which]
        lawful &= np.array([allowed for _, allowed in judged])[which]
    return short, lawful


def _hour(
    bureau: Bureau,
    horizon: Horizon,
    hour: int,
    mask: int,
    places: dict[tuple[str, str], int],
    known: dict[tuple[object, ...], tuple[Shortage, bool]],
) -> tuple[Shortage, bool]:
    day = horizon.first + timedelta(days=hour // DAY)
    minute = (hour % DAY) * HOUR + bureau.day_starts
    key = (day.toordinal(), minute, mask)
    if key not in known:
        here = {
            unit: [bureau.officers[name] for (at, name), n in places.items() if at == unit and mask >> n & 1]
            for unit in bureau.units
        }
        known[key] = _judge(bureau, day, minute, here)
    return known[key]


def _judge(bureau: Bureau, day: date, minute: int, here: dict[str, list[Officer]]) -> tuple[Shortage, bool]:
    heads_missing = [
        max(target.heads - sum(len(there) for unit, there in here.items() if target.covers(unit)), 0)
        for target in bureau.strengths
        if target.start <= minute < target.end
    ]
    cost = (0, 0, sum(heads_missing))
    wanted = [one for one in post_demands(bureau, day) if one.start <= minute < one.end]
    for unit, there in here.items():
        own = [one for one in wanted if one.post.unit == unit]
        leaderless = _leaderless(bureau.units[unit].kind, there) if own else 0
        cars = sum(one.unit == unit and not is_out(one, day, minute) for one in bureau.vehicles.values())
        cost = _sum(cost, (leaderless, 0, 0), _best(own, there, cars))
    accompanied = all(any(one.role is Role.SWORN for one in there) or not there for there in here.values())
    return cost, accompanied


def is_out(vehicle: Vehicle, day: date, minute: int) -> bool:
    """Is it in the workshop at that minute of a duty day?"""
    return any(
        one.first <= day <= one.last and not (day == one.first and minute < (one.start or 0))
        for one in vehicle.outages
    )


def _leaderless(kind: UnitKind, there: Sequence[Officer]) -> int:
    """A leader, and but for a station one who knows patrol and one who knows traffic."""
    leaders = [one for one in there if one.leader and one.role is Role.SWORN]
    skills = () if kind is UnitKind.POINT else ("patrol", "traffic")
    return (not leaders) + sum(not any(skill in one.skills for one in leaders) for skill in skills)


def _best(wanted: Sequence[PostDemand], there: Sequence[Officer], cars: int) -> Shortage:
    """The least that these posts are short of, each left empty or held by any crew that can be had."""
    if not wanted:
        return (0, 0, 0)
    post, *others = wanted
    best = _sum(_lack(post, None), _best(others, there, cars))
    need = post.type.vehicles if post.type.vehicle else 0
    if need > cars:
        return best
    for level, wanted_crew in post.crews:
        for alternative in wanted_crew.alternatives:
            for chosen in combinations(there, len(alternative)):
                if is_complete(alternative, chosen):
                    left = [one for one in there if one not in chosen]
                    best = min(best, _sum(_lack(post, level), _best(others, left, cars - need)))
    return best


def _lack(post: PostDemand, reached: Level | None) -> Shortage:
    found = dict.fromkeys(SHORTAGES, 0)
    for level, _ in post.crews:
        found[SHORT_TIERS[level]] += heads_short(post.crews, level, reached)
    return found[Tier.LEGAL], found[Tier.PLAN], found[Tier.STRENGTH]


def _sum(*shortages: Shortage) -> Shortage:
    legal, plan, strength = (sum(one) for one in zip(*shortages, strict=True))
    return legal, plan, strength
