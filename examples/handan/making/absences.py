"""Absences of about 13 % of officer-days, and wishes.

Each team and role has a few *lanes*: in a lane one block follows another, each of another officer, so that
never more are away than there are lanes. Lanes are fewer than the relief, so the minima hold; TIGHT breaks
that on four dates on purpose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from random import Random

from making.people import Officer
from making.tables import BY_ID, DAYS, FIRST, HORIZON, TEAMS

SHARE = 0.14
COURSE = (6, 12)
LENGTHS = {"leave": (5, 5, 6, 7, 8, 10), "sickness": (1, 2, 2, 3, 4), "court": (1,)}
KINDS = ("leave",) * 6 + ("sickness",) * 3 + ("court",)
MATERNITY = ("zhuhe", "auxiliary", 30)
"""Unit, role and number in the team of the two who are on maternity leave (98 days) throughout."""
TIGHT = (
    ("hanshan-2", date(2026, 12, 10), 15),
    ("fangkong", date(2026, 12, 5), 27),
    ("jingkai", date(2026, 12, 16), 13),
    ("fangkong", date(2026, 12, 22), 27),
)
"""Unit, date, sworn officers whom the night needs at least: one fewer is there."""


@dataclass(frozen=True)
class Absence:
    officer: str
    first: date
    last: date
    kind: str


def all_absences(rng: Random, officers: list[Officer]) -> list[Absence]:
    pools: dict[tuple[str, str, str], list[Officer]] = defaultdict(list)
    for officer in officers:
        pools[officer.unit, officer.team, officer.role].append(officer)
    found = [absence for pool in pools.values() for absence in _of_pool(rng, pool)]
    for unit, day, needed in TIGHT:
        found += _tight(officers, found, unit, day, needed)
    return [absence for absence in found if absence.last >= FIRST]


def _of_pool(rng: Random, pool: list[Officer]) -> Iterator[Absence]:
    if pool[0].unit == "fangkong" and pool[0].role == "sworn" and pool[0].team != "K":
        yield from _before_the_day(rng, pool)
        return
    lanes = ceil(SHARE * len(pool) - 0.3) or 1
    shut = {officer.id for officer in pool if officer.protected[0]}
    for officer in pool:
        if (officer.unit, officer.role, officer.number) == MATERNITY:
            yield Absence(officer.id, date(2026, 10, 26), date(2027, 1, 31), "maternity")
            shut.add(officer.id)
    for lane in range(lanes):
        people = _lane(rng, [officer for officer in pool if officer.id not in shut], lane, lanes)
        course = len(pool) >= 16 and lane < (1 if pool[0].role == "sworn" else 2)
        yield from _fill(rng, people, min(SHARE * len(pool) / lanes, 1.0), course)


def _lane(rng: Random, pool: list[Officer], lane: int, lanes: int) -> list[Officer]:
    """Leaders all go into the first lane, so that one of them is away at a time; the rest in turn."""
    leaders = [officer for officer in pool if officer.leader]
    others = [officer for officer in pool if not officer.leader]
    people = (leaders if lane == 0 else []) + others[lane::lanes]
    return rng.sample(people, len(people))


def _fill(rng: Random, people: list[Officer], fill: float, course: bool) -> Iterator[Absence]:
    """One lane from before the horizon to its end, with the training course in the middle if `course`."""
    start, end = -rng.randint(0, 4), DAYS + 3
    if course:
        yield from _blocks(rng, people, start, COURSE[0], fill)
        yield _block(people.pop(), COURSE[0], COURSE[1], "training")
        start = sum(COURSE)
    yield from _blocks(rng, people, start, end, fill)


def _blocks(rng: Random, people: list[Officer], start: int, end: int, fill: float) -> Iterator[Absence]:
    """Blocks one after the other; the gaps make up the part of the days that `fill` leaves free."""
    idle = 0.0
    while start < end and people:
        kind = rng.choice(KINDS)
        length = min(rng.choice(LENGTHS[kind]), end - start)
        yield _block(people.pop(), start, length, kind)
        idle += length * (1 - fill) / fill
        gap = int(idle + rng.random())
        idle -= gap
        start += length + gap


def _block(officer: Officer, start: int, length: int, kind: str) -> Absence:
    first = FIRST + timedelta(days=start)
    return Absence(officer.id, first, first + timedelta(days=length - 1), kind)


def _before_the_day(rng: Random, pool: list[Officer]) -> Iterator[Absence]:
    """防控 has no relief: its sworn officers take a rest day and the day duty, and are back for the night."""
    unit, team = BY_ID[pool[0].unit], [id_ for id_, _ in TEAMS].index(pool[0].team)
    lanes = [_lane(rng, pool, lane, 4) for lane in range(4)]
    for day in HORIZON:
        if unit.letter(team, day) != "D":
            continue
        for lane in lanes:
            if rng.random() < 0.9:
                lane.insert(0, lane.pop())
                kind = rng.choice(("leave", "leave", "sickness"))
                yield Absence(lane[0].id, day - timedelta(days=1), day, kind)


def _tight(
    officers: list[Officer], absences: list[Absence], unit: str, day: date, needed: int
) -> Iterator[Absence]:
    """Let so many sworn officers of the team on night fall sick that one is missing."""
    team = next(id_ for n, (id_, _) in enumerate(TEAMS) if BY_ID[unit].letter(n, day) == "N")
    tomorrow = day + timedelta(days=1)
    away = {one.officer for one in absences if one.first <= day <= one.last}
    leaving = {one.officer for one in absences if one.first == tomorrow}
    pool = [one for one in officers if (one.unit, one.team, one.role) == (unit, team, "sworn")]
    present = [officer for officer in pool if officer.id not in away]
    well = [officer for officer in reversed(present) if not officer.leader and officer.id not in leaving]
    for officer in well[: len(present) - needed + 1]:
        yield Absence(officer.id, day, tomorrow, "sickness")


def wishes(rng: Random, officers: list[Officer], count: int) -> list[tuple[str, date, str, int]]:
    """Officer, date, wish, weight: mostly a duty date off, some no recall or a recall on a free one."""
    found: dict[tuple[str, date], tuple[str, int]] = {}
    teams = {id_: n for n, (id_, _) in enumerate(TEAMS)}
    while len(found) < count:
        officer, day = rng.choice(officers), rng.choice(HORIZON)
        if officer.team not in teams or officer.protected[0]:
            continue
        on = BY_ID[officer.unit].letter(teams[officer.team], day) != "O"
        wish = "off" if on else rng.choice(("no-recall", "no-recall", "recall"))
        found[officer.id, day] = (wish, rng.randint(1, 3))
    return [(officer, day, *found[officer, day]) for officer, day in sorted(found)]
