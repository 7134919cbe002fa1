"""Bureaus so small that every roster there is can be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew
from rosterctl.domain.people.officer import Assignment, Officer, Role
from rosterctl.domain.post import PostType
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.unit import Unit, UnitKind
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import (
    MONDAY,
    absence,
    by_id,
    every_rule,
    model,
    officer,
    rotation,
    rulebook,
    small_bureau,
    unit,
)
from tests.support.places import PAIR, crew, post, post_type, vehicle, window

SWORN = crew("sworn", {"sworn": 1})
LED = crew("led", {"leader": 1})
TWO = crew("two", {"sworn": 1, "any": 1})
DRIVEN = crew("driven", {"sworn": 1, "any+driver": 1})
CREWS = (SWORN, TWO, DRIVEN, PAIR)
NIGHTS = ("overlap-evening", "overlap-morning", "overlap-both")
RECALLS = ("peak-evening", "peak-morning", "day")
STARTS = (7, 9, 17, 19)
CYCLES = (rotation("DNOO", (1, 3, 0, 2)), rotation("DONO", (0, 1, 2, 3)), rotation("NDOO", (0, 1, 2, 3)))
"""What a unit may work from some date on: the same cycle in other phases, or another."""


def draw_tiny(seed: int) -> tuple[Bureau, Horizon]:
    """Three to six officers in one unit or two, for two or three dates; the same for the same seed.

    Every instant of the bureau is a whole hour, there are no events and nobody is out of reach of a post.
    """
    dice = Random(seed)
    units = _units(dice)
    people = [one for place in units for one in _people(dice, place, 5 if len(units) == 1 else 3)]
    horizon = Horizon(MONDAY + timedelta(days=dice.randint(0, 3)), dice.randint(2, 3))
    types = _types(dice)
    cars = dice.randint(0, 2)
    bureau = small_bureau(
        people,
        units=units,
        rules=every_rule(
            mean_hours={"sworn": str(dice.choice([44, 48, 60]))},
            weekly_rest={"severity": dice.choice(["off", "hard"])},
            nights_in_a_row={"most": str(dice.randint(1, 3))},
        ),
        absences=[absence(people[0].id, horizon.first)] if dice.random() < 0.4 else [],
        post_types=types,
        posts=[post(f"{kind.id}-{place.id}", kind.id, place.id) for place in units for kind in types],
        vehicles=[vehicle(f"car{n}-{place.id}", "car", place.id) for place in units for n in range(cars)],
        strengths=_strengths(dice, [place.id for place in units], len(people)),
    )
    return bureau, horizon


def draw_changing(seed: int) -> tuple[Bureau, Horizon]:
    """The tiny bureau of the seed, whose units work by another duty model from some date of the horizon on.

    Perhaps an officer is transferred on a date too: to the other unit if there is one, else to another team.
    """
    bureau, horizon = draw_tiny(seed)
    dice = Random(f"changes {seed}")
    units = [_with_new_model(dice, home, horizon) for home in bureau.units.values()]
    people = list(bureau.officers.values())
    if dice.random() < 0.6:
        n = dice.randrange(len(people))
        people[n] = _transferred(dice, people[n], list(bureau.units), horizon)
    cycles = [*bureau.rotations.values(), *CYCLES]
    return replace(bureau, units=by_id(units), officers=by_id(people), rotations=by_id(cycles)), horizon


def draw_callable(seed: int) -> tuple[Bureau, Horizon]:
    """The tiny bureau of the seed, in which people may be called in on most days off and lent by any unit."""
    bureau, horizon = draw_tiny(seed)
    dice = Random(f"callable {seed}")
    units = []
    for home in bureau.units.values():
        recalls = tuple(dice.sample(RECALLS, dice.randint(1, 2)))
        lenders = tuple(other for other in bureau.units if other != home.id and dice.random() < 0.5)
        units.append(replace(home, models=(replace(home.models[0], recalls=recalls, borrows_from=lenders),)))
    rules = every_rule(mean_hours={"sworn": "90", "auxiliary": "60"}, weekly_rest={"severity": "off"})
    return replace(bureau, units=by_id(units), rulebook=rulebook(rules)), horizon


def _date(dice: Random, horizon: Horizon) -> date:
    """Mostly within the horizon, now and then the first date or the day after the last."""
    return horizon.first + timedelta(days=dice.randint(0, len(horizon)))


def _with_new_model(dice: Random, home: Unit, horizon: Horizon) -> Unit:
    if dice.random() < 0.2:
        return home
    cycle = dice.choice(CYCLES)
    shifts = {"N": ("night", *dice.sample(NIGHTS, dice.randint(0, 1)))}
    borrows = dice.choice([home.lenders, ()])
    recalls = tuple(dice.sample(RECALLS, dice.randint(0, 1)))
    new = model(_date(dice, horizon), rotation=cycle, shifts=shifts, recalls=recalls, borrows_from=borrows)
    return replace(home, models=(*home.models, new))


def _transferred(dice: Random, one: Officer, units: Sequence[str], horizon: Horizon) -> Officer:
    (first,) = one.assignments
    to = [(unit, team) for unit in units for team in "ABCD" if unit != first.unit or len(units) == 1]
    unit, team = dice.choice([place for place in to if place != (first.unit, first.team)])
    return replace(one, assignments=(first, Assignment(unit, team, first=_date(dice, horizon))))


def _units(dice: Random) -> list[Unit]:
    shifts = {"N": ("night", *dice.sample(NIGHTS, dice.randint(0, 2)))}
    recalls = tuple(dice.sample(RECALLS, dice.randint(0, 1)))
    kind = dice.choice((UnitKind.POINT, UnitKind.AREA))
    if dice.random() < 0.75:
        return [unit(shifts=shifts, recalls=recalls, kind=kind)]
    lender = ("U2",) if dice.random() < 0.6 else ()
    return [unit("U1", recalls=recalls, kind=kind, borrows_from=lender), unit("U2", shifts=shifts, kind=kind)]


def _people(dice: Random, home: Unit, most: int) -> Sequence[Officer]:
    names = [(team, n) for n in range(2) for team in "ABCD"]
    return [
        officer(f"{home.id}-{team}{n}".lower(), team, unit=home.id, **_details(dice))
        for team, n in sorted(dice.sample(names, dice.randint(2, most)))
    ]


def _details(dice: Random) -> dict[str, Any]:
    """Mostly leaders who know everything, some who do not lead, some auxiliaries."""
    drawn = dice.random()
    driver = ("driver",) if dice.random() < 0.5 else ()
    if drawn < 0.65:
        return {"skills": ("patrol", "traffic", *driver)}
    if drawn < 0.8:
        return {"leader": False, "skills": driver}
    return {"role": Role.AUXILIARY, "skills": driver}


def _types(dice: Random) -> list[PostType]:
    """A post around the clock or by day, one in a window of some hours, and perhaps a third."""
    larger: Crew = dice.choice(CREWS)
    steady = window(*dice.choice([(7, 31), (7, 19), (19, 31)]), minimum=dice.choice([SWORN, LED]))
    types = [post_type("first", steady)]
    start = dice.choice(STARTS)
    level = dice.choice(["minimum", "plan", "plan", "target"])
    needs: dict[str, Any] = {"vehicle": "car"} if dice.random() < 0.3 else {}
    types.append(post_type("second", window(start, start + dice.choice([2, 4]), **{level: larger}), **needs))
    if dice.random() < 0.3:
        types.append(post_type("third", window(17, 21, plan=SWORN, target=PAIR)))
    return types


def _strengths(dice: Random, units: Sequence[str], people: int) -> list[StrengthTarget]:
    found = []
    for n in range(dice.randint(0, 2)):
        start, heads = dice.choice(STARTS), dice.randint(1, people)
        covered = dice.choice([(), (dice.choice(units),)])
        found.append(StrengthTarget(f"S{n}", "", heads, start * 60, (start + 4) * 60, units=covered))
    return found
