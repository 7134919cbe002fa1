"""Random small bureaus from a seed, and a lawful roster planted in them by hand and not by the solver.

The plant is the plain rotation with crews put together first come, first served, moment by moment. Whether
it is lawful and meets every legal minimum is the audit's verdict, not the generator's: posts are struck off
until it does, and a cycle that breaks a rule by itself is not used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, pairwise
from random import Random

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew
from rosterctl.domain.demand import post_demands
from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.people.wish import Wish, WishKind
from rosterctl.domain.post import Level, PostType
from rosterctl.domain.roster import Duty, Roster, Slice
from rosterctl.domain.rotation import Rotation
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier
from rosterctl.domain.unit import Unit, UnitKind
from rosterctl.domain.vehicle import Outage, Vehicle
from rosterctl.rulekit.audit.facts.complete import is_complete
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import (
    MONDAY,
    absence,
    every_rule,
    officer,
    plain_duties,
    roster_of,
    rotation,
    shift,
    small_bureau,
    unit,
)
from tests.support.places import PAIR, TRIO, crew, post, post_type, vehicle, window, zone

MORE_SHIFTS = (
    shift("early", 6, 14),  # begins before the morning handover
    shift("afternoon", 14, 22),
    shift("graveyard", 22, 30),
    shift("midnight", 24, 32),
    shift("late", 17, 23),
    shift("late-night", 23, 33),
    shift("long-day", 7, 19.5, break_minutes=30, handover=15),
)
CYCLES = (
    rotation("DNOO"),
    rotation("DONO", (0, 2, 3, 1)),
    rotation("DDNNOOOO", (0, 2, 4, 6)),
    rotation("DDNNOO", (0, 2, 4)),
    rotation("DNO", (0, 1, 2)),
    rotation("MMAANNOO", (0, 2, 4, 6), M="early", A="afternoon", N="graveyard"),
    rotation("MMAANNOOOO", (0, 2, 4, 6, 8), M="early", A="afternoon", N="midnight"),
    rotation("DLNOO", (0, 1, 2, 3, 4), L="late", N="late-night"),
    rotation("DO", (0, 1), D="long-day"),
    rotation("DDOODDDOODDOOO", (0, 7)),
    rotation("TOOO"),
    rotation("DDDDDOO", (0,), D="office"),
)
OTHERS = {"night": ("overlap-evening", "overlap-both"), "day": ("long-day",), "late": ("afternoon",)}
"""Shifts that may be worked on a letter besides the plain one."""
RECALLS = ("day", "peak-evening", "night")
SINGLE = crew("single", {"sworn": 1})
LEADER = crew("leader", {"leader": 1})
DRIVEN = crew("driven", {"sworn": 1, "any": 1})
WINDOWS = ((7, 31), (7, 19), (19, 31), (7, 9), (17, 19), (9, 16.5), (20.5, 24.5))


@dataclass(frozen=True)
class Drawn:
    """A bureau, a horizon, and the planted roster if there is one."""

    bureau: Bureau
    horizon: Horizon
    plant: Roster | None = None


def draw(seed: int, *, plant: bool) -> Drawn:
    """The same for the same seed."""
    random = Random(seed)
    while True:
        bureau = _bureau(random, plant)
        horizon = Horizon(MONDAY + timedelta(days=random.randrange(14)), random.randint(2, 9))
        if not plant:
            return Drawn(bureau, horizon)
        drawn = _planted(bureau, horizon)
        if drawn is not None:
            return drawn


def _planted(bureau: Bureau, horizon: Horizon) -> Drawn | None:
    """With the posts that the plant can hold; None if it holds none or the plain rotation is not lawful."""
    while bureau.posts:
        roster = _plant(bureau, horizon)
        verdict = audit(bureau, roster)
        if not verdict.clean:
            return None
        short = {one.what for one in verdict.costs if one.tier is Tier.LEGAL and one.rule == "posts"}
        leaderless = {one.unit for one in verdict.costs if one.tier is Tier.LEGAL and one.rule == "leaders"}
        if not short and not leaderless:
            return Drawn(bureau, horizon, roster)
        posts = (one for one in bureau.posts.values() if one.id not in short and one.unit not in leaderless)
        bureau = replace(bureau, posts={one.id: one for one in posts})
    return None


def _bureau(random: Random, plant: bool) -> Bureau:
    units = [_unit(f"U{number}", random) for number in range(1, random.choice((1, 1, 2, 3)) + 1)]
    if len(units) > 1:
        units[0] = _borrowing(units[0], [one.id for one in units[1:]])
    zones = [zone(f"Z{one.id}{n}", 2.0 * n, unit=one.id) for one in units for n in (1, 2)]
    people = [person for one in units for person in _people(one, random, plant)]
    types = [_type(f"T{n}", random, plant) for n in range(random.randint(1, 4))]
    posts = [
        post(f"P{one.id}{n}", random.choice(types).id, one.id, f"Z{one.id}{random.randint(1, 2)}")
        for one in units
        for n in range(random.randint(1, 4))
    ]
    return small_bureau(
        people,
        units=units,
        rotations=CYCLES,
        shifts=MORE_SHIFTS,
        rules=every_rule(nights_in_a_row={"most": str(random.randint(2, 3))}),
        anchor=MONDAY - timedelta(days=random.randrange(60)),
        zones=zones,
        post_types=types,
        posts=posts,
        vehicles=[_vehicle(one.id, n, random) for one in units for n in range(random.randint(0, 3))],
        absences=[row for one in people for row in _absences(one, random)],
        wishes=[row for one in people for row in _wishes(one, random)],
        strengths=[] if random.random() < 0.3 else [_strength(n, len(people), random) for n in range(2)],
        timezone=random.choice(("Asia/Shanghai", "Europe/London")),
    )


def _borrowing(home: Unit, lenders: Sequence[str]) -> Unit:
    models = (replace(model, borrows_from=tuple(lenders)) for model in home.models)
    return replace(home, models=tuple(models))


def _unit(id: str, random: Random) -> Unit:
    cycle: Rotation = random.choice(CYCLES)
    teams = "ABCDE"[: random.randint(min(2, len(cycle.offsets)), len(cycle.offsets))]
    shifts = {
        letter: (name, *random.sample(OTHERS[name], random.randint(0, len(OTHERS[name]))))
        for letter, name in cycle.shifts.items()
        if name in OTHERS
    }
    recalls = tuple(random.sample(RECALLS, random.choice((0, 1, 2))))
    kind = random.choice(tuple(UnitKind))
    return unit(id, teams=teams, rotation=cycle, shifts=shifts, recalls=recalls, kind=kind)


def _people(home: Unit, random: Random, plant: bool) -> Iterator[Officer]:
    number = random.randint(max(4, len(home.models[0].teams)), 14)
    for place in range(number):
        team = home.models[0].teams[place % len(home.models[0].teams)].id
        first = place < len(home.models[0].teams)
        role = Role.SWORN if first or random.random() < 0.6 else Role.AUXILIARY
        details = {}
        if random.random() < 0.06 and not (plant and first):
            details = {"protected_from": MONDAY, "protected_until": MONDAY + timedelta(days=12)}
        if role is Role.SWORN and not first:
            details["leader"] = random.random() < 0.2
        if random.random() < 0.7:
            details["skills"] = random.sample(("patrol", "traffic", "driver"), random.randint(1, 3))
        if random.random() < 0.5:
            details["zone"] = f"Z{home.id}{random.randint(1, 2)}"
        yield officer(f"{home.id}-{place:02}", team, role, home.id, **details)


def _type(id: str, random: Random, plant: bool) -> PostType:
    crews: Sequence[Crew] = random.sample((SINGLE, DRIVEN, PAIR, TRIO), 2)
    smaller, larger = sorted(crews, key=lambda one: one.heads)
    ladder = random.choice(
        ({"minimum": smaller}, {"plan": smaller}, {"minimum": smaller, "plan": larger}, {"target": larger})
    )
    if plant and "minimum" not in ladder and random.random() < 0.6:
        ladder = {"minimum": random.choice((smaller, LEADER))}
    windows = [window(*span, **ladder) for span in _apart(random)]
    more: dict[str, object] = {}
    if random.random() < 0.3:
        more = {"vehicle": random.choice(("car", "motorcycle")), "licence": random.choice(("", "driver"))}
    if random.random() < 0.3 and not plant:
        more["reach_km"] = 1.5
    return post_type(id, *windows, **more)  # type: ignore[arg-type]


def _apart(random: Random) -> list[tuple[float, float]]:
    """One window, or two that do not overlap."""
    one, other = random.sample(WINDOWS, 2)
    return sorted([one, other]) if one[1] <= other[0] or other[1] <= one[0] else [one]


def _vehicle(home: str, number: int, random: Random) -> Vehicle:
    day = MONDAY + timedelta(days=random.randrange(20))
    outages = (Outage(day, day + timedelta(days=1)),) if random.random() < 0.3 else ()
    return vehicle(f"V{home}{number}", random.choice(("car", "motorcycle")), home, outages=outages)


def _absences(one: Officer, random: Random) -> list[Absence]:
    if random.random() > 0.25:
        return []
    first = MONDAY + timedelta(days=random.randrange(20))
    return [absence(one.id, first, first + timedelta(days=random.randrange(6)))]


def _wishes(one: Officer, random: Random) -> list[Wish]:
    if random.random() > 0.3:
        return []
    day = MONDAY + timedelta(days=random.randrange(20))
    return [Wish(one.id, day, random.choice(tuple(WishKind)), random.randint(1, 3))]


def _strength(number: int, people: int, random: Random) -> StrengthTarget:
    start, end = random.choice(WINDOWS)
    heads = random.randint(1, people)
    return StrengthTarget(f"S{number}", "", heads, round(start * 60), round(end * 60))


def _plant(bureau: Bureau, horizon: Horizon) -> Roster:
    """The plain rotation, everybody at the first post that still needs him."""
    planned = [
        one for one in plain_duties(bureau, horizon.first, horizon.days) if not _forbidden(bureau, one)
    ]
    before = [
        one
        for one in plain_duties(bureau, horizon.first - timedelta(days=7), 7)
        if not _forbidden(bureau, one)
    ]
    posted = _posted(bureau, horizon, planned)
    duties = [replace(one, slices=tuple(posted[place])) for place, one in enumerate(planned)]
    return roster_of(bureau, horizon.first, horizon.days, duties, before)


def _forbidden(bureau: Bureau, duty: Duty) -> bool:
    return bureau.shifts[duty.shift].touches_night and bureau.officers[duty.officer].is_protected(duty.day)


def _posted(bureau: Bureau, horizon: Horizon, duties: Sequence[Duty]) -> list[list[Slice]]:
    """Slices by place in the list of duties, cut at every quarter of an hour at which anything may change."""
    demands = [one for day in horizon for one in post_demands(bureau, day)]
    slices: list[list[Slice]] = []
    cuts = {_ahead(bureau, horizon, one.day) + at for one in demands for at in (one.start, one.end)}
    shifts = [bureau.shifts[one.shift] for one in duties]
    starts = [_ahead(bureau, horizon, one.day) for one in duties]
    for start, kind in zip(starts, shifts, strict=True):
        cuts |= {start + kind.start, start + kind.end}
        cuts.add(start + bureau.day_starts)
        slices.append([])
    for since, until in pairwise(sorted(cuts)):
        here = [
            place
            for place, (start, kind) in enumerate(zip(starts, shifts, strict=True))
            if start + kind.start <= since and until <= start + kind.end
        ]
        wanted = [
            one
            for one in demands
            if _ahead(bureau, horizon, one.day) + one.start <= since
            and until <= _ahead(bureau, horizon, one.day) + one.end
        ]
        standing = _crews(bureau, [(place, duties[place]) for place in here], wanted)
        for place in here:
            at, motors = standing.get(place, ("", ()))
            slices[place].append(Slice(since - starts[place], until - starts[place], at, motors))
    return slices


def _ahead(bureau: Bureau, horizon: Horizon, day: date) -> int:  # noqa: ARG001
    """Minutes from midnight of the first date by the wall clock."""
    return (day - horizon.first).days * 1440


def _crews(
    bureau: Bureau, here: Sequence[tuple[int, Duty]], wanted: Sequence
) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Legal minima only, the scarcest crew first."""
    free = dict(here)
    parked = list(bureau.vehicles.values())
    standing: dict[int, tuple[str, tuple[str, ...]]] = {}
    for demand in sorted(wanted, key=lambda one: (-len(one.type.licence), one.post.id)):
        own = {place: duty for place, duty in free.items() if duty.unit == demand.post.unit}
        motor = next(
            (
                one
                for one in parked
                if one.unit == demand.post.unit
                and one.kind == demand.type.vehicle
                and not any(out.first <= demand.day <= out.last for out in one.outages)
            ),
            None,
        )
        chosen = _crew(bureau, own, [crew for level, crew in demand.crews if level is Level.MINIMUM])
        if chosen and (motor or not demand.type.vehicle):
            if motor:
                parked.remove(motor)
            for place in chosen:
                standing[place] = (demand.post.id, (motor.id,) if motor else ())
                del free[place]
    return standing


def _crew(bureau: Bureau, own: dict[int, Duty], crews: Sequence[Crew]) -> tuple[int, ...]:
    for one in crews:
        for alternative in one.alternatives:
            for places in combinations(own, len(alternative)):
                if is_complete(alternative, [bureau.officers[own[place].officer] for place in places]):
                    return places
    return ()
