"""Small whole bureaus of two to four units, for the boolean model of `named_model`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.post import Post, PostType
from rosterctl.domain.rotation import Rotation
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.unit import Unit, UnitKind
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import DNOO, MONDAY, absence, every_rule, officer, rotation, small_bureau, unit
from tests.support.places import PAIR, crew, post, post_type, vehicle, window

SWORN = crew("sworn", {"sworn": 1})
DRIVEN = crew("driven", {"sworn": 1, "any+driver": 1})
TRIO = crew("trio", {"sworn": 1, "any": 2})
CYCLES = (DNOO, DNOO, rotation("DO", (0, 1)), rotation("DNO", (0, 1, 2)))
NIGHTS = ("overlap-evening", "overlap-morning", "overlap-both")
RECALLS = ("peak-evening", "peak-morning", "day")
SPANS = ((7, 9), (17, 19), (9, 17), (19, 31), (7, 31), (15, 21))


def draw_whole(seed: int) -> tuple[Bureau, Horizon]:
    """Two to four units of 8 to 20 officers for 7 to 14 dates; the same for the same seed.

    Targets lie about what the rotation gives: some are met by it, some by overlaps and recalls, some never.
    Every instant is a whole hour; overtime and weekly rest are off.
    """
    dice = Random(seed)
    units = [_unit(dice, f"U{n}") for n in range(1, dice.choice([2, 2, 2, 3, 3, 4]) + 1)]
    most = {2: 20, 3: 14, 4: 10}[len(units)]
    people = [one for place in units for one in _people(dice, place, most)]
    horizon = Horizon(MONDAY + timedelta(days=dice.randint(0, 6)), dice.randint(7, 14))
    types = _types(dice)
    bureau = small_bureau(
        people,
        units=units,
        rotations=CYCLES,
        rules=every_rule(
            mean_hours={"sworn": str(dice.choice([44, 46, 48, 60])), "auxiliary": "44"},
            weekly_rest={"severity": "off"},
            overtime={"severity": "off"},
        ),
        absences=list(_absences(dice, people, horizon)),
        post_types=types,
        posts=list(_posts(dice, units, types)),
        vehicles=[vehicle(f"{home.id}-car{n}", "car", home.id) for home in units for n in range(2)],
        strengths=[_strength(dice, n, units, people) for n in range(dice.randint(1, 3))],
    )
    return bureau, horizon


def _unit(dice: Random, id: str) -> Unit:
    cycle: Rotation = dice.choice(CYCLES)
    nights = ("night", *dice.sample(NIGHTS, dice.randint(0, 2)))
    return unit(
        id,
        teams="ABCD"[: len(cycle.offsets)],
        rotation=cycle,
        shifts={"N": nights} if "N" in cycle.cycle else {},
        recalls=tuple(dice.sample(RECALLS, dice.randint(0, 2))),
        kind=dice.choice((UnitKind.POINT, UnitKind.AREA)),
    )


def _people(dice: Random, home: Unit, most: int) -> Iterator[Officer]:
    """In every team first a leader who knows everything, then sworn officers and auxiliaries."""
    for n in range(dice.randint(8, most)):
        team = home.models[0].teams[n % len(home.models[0].teams)].id
        details: dict[str, Any] = {"skills": ("patrol", "traffic", "driver")}
        if n >= len(home.models[0].teams):
            sworn = dice.random() < 0.6
            skills = ("driver",) if dice.random() < 0.5 else ()
            details = {"role": Role.SWORN if sworn else Role.AUXILIARY, "leader": False, "skills": skills}
        yield officer(f"{home.id}-{n:02}".lower(), team, unit=home.id, **details)


def _types(dice: Random) -> list[PostType]:
    steady = post_type("steady", window(7, 31, minimum=SWORN, plan=PAIR))
    daily = post_type("daily", window(7, 19, minimum=SWORN, plan=PAIR))
    second = post_type("car", window(*dice.choice(SPANS), plan=DRIVEN), vehicle="car")
    third = post_type("peak", window(17, 19, plan=dice.choice((TRIO, PAIR)), target=PAIR))
    return [steady, daily, second, *([third] if dice.random() < 0.4 else [])]


def _posts(dice: Random, units: Sequence[Unit], types: Sequence[PostType]) -> Iterator[Post]:
    """Nobody is at a post by night where nobody works by night."""
    for home in units:
        by_night = any("N" in team.rotation for team in home.models[0].teams)
        for kind in types[not by_night :]:
            for n in range(dice.randint(0, 2)):
                yield post(f"{home.id}-{kind.id}{n}", kind.id, home.id)


def _absences(dice: Random, people: Sequence[Officer], horizon: Horizon) -> Iterator[Absence]:
    """Nobody of the first in a team, so that a leader stays."""
    for one in people:
        if not one.leader and dice.random() < 0.15:
            first = horizon.first + timedelta(days=dice.randint(-2, len(horizon) - 1))
            yield absence(one.id, first, first + timedelta(days=dice.randint(0, 4)))


def _strength(dice: Random, n: int, units: Sequence[Unit], people: Sequence[Officer]) -> StrengthTarget:
    start, end = dice.choice(SPANS)
    covered = () if dice.random() < 0.6 else tuple(one.id for one in units[: dice.randint(1, len(units))])
    heads = sum(one.assignments[0].unit in covered or not covered for one in people)
    wanted = dice.randint(heads // 6, heads * 2 // 3)
    return StrengthTarget(f"S{n}", "", wanted, start * 60, end * 60, units=covered)
