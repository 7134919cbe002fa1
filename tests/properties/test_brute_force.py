"""Tiny bureaus against every roster there is: the solver finds the optimum, its bound never passes it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer
from rosterctl.domain.post import StrengthTarget
from rosterctl.domain.roster import Duty, Origin, Slice
from rosterctl.domain.rotation import REST
from rosterctl.domain.tier import Tier
from rosterctl.operations.make import make_roster
from rosterctl.planning.offers import make_offers
from rosterctl.planning.pipeline import Order
from rosterctl.rules.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.bureaus import MONDAY, absence, every_rule, officer, roster_of, small_bureau, unit
from tests.places import crew, post, post_type, window

TIERS = (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH)
Choice = tuple[str, Origin]
SWORN = crew("sworn", {"sworn": 1})
SEEDS = range(40)


def drawn(seed: int) -> tuple[Bureau, Horizon]:
    """Three to five officers for two or three dates, two posts of one sworn officer each, a target."""
    dice = random.Random(seed)
    people = [officer(f"{team}{n}".lower(), team) for n in range(2) for team in "ABCD"]
    people = sorted(dice.sample(people, dice.randint(3, 5)), key=lambda one: one.id)
    nights = dice.sample(["overlap-evening", "overlap-morning", "overlap-both"], dice.randint(1, 2))
    recalls = tuple(dice.sample(["peak-evening", "peak-morning", "day"], dice.randint(0, 1)))
    horizon = Horizon(MONDAY + timedelta(days=dice.randint(0, 3)), dice.randint(2, 3))
    away = [absence(people[0].id, horizon.first)] if dice.random() < 0.4 else []
    start = dice.choice([7, 9, 17, 19])
    bureau = small_bureau(
        people,
        units=[unit(shifts={"N": ("night", *nights)}, recalls=recalls)],
        rules=every_rule(
            mean_hours={"sworn": str(dice.choice([44, 48, 60]))}, weekly_rest={"severity": "off"}
        ),
        absences=away,
        post_types=[
            post_type("first", window(7, 31, minimum=SWORN)),
            post_type("second", window(start, start + dice.choice([2, 4]), plan=SWORN)),
        ],
        posts=[post("P", "first"), post("Q", "second")],
        strengths=[StrengthTarget("peak", "peak", dice.randint(2, 4), 17 * 60, 21 * 60)],
    )
    return bureau, horizon


def lines(bureau: Bureau, one: Officer, horizon: Horizon) -> Iterator[list[tuple[date, Choice]]]:
    """Every way to spend the horizon: a shift of the letter, on a rest day a recall or nothing."""
    place, team = bureau.units["U1"], bureau.team(one)
    menus: list[list[Choice | None]] = []
    for day in horizon:
        letter, before = bureau.letter(one, day), bureau.letter(one, day - timedelta(days=1))
        if not bureau.is_present(one, day):
            menus.append([None])
        elif letter != REST:
            offered = bureau.offered_shifts(place, team, letter)
            menus.append([(shift.id, Origin.ROTATION) for shift in offered])
        elif before == "N":
            menus.append([None])
        else:
            menus.append([None, *((shift, Origin.RECALL) for shift in place.recalls)])
    for picked in product(*menus):
        yield [(day, choice) for day, choice in zip(horizon, picked, strict=True) if choice]


def posted(bureau: Bureau, worked: list[tuple[str, date, Choice]]) -> list[Duty]:
    """At each moment the first on duty mans P and the second Q: with equal people nothing is better."""
    spans = [
        (name, day, choice, bureau.clock.number(day, 0), bureau.shifts[choice[0]])
        for name, day, choice in worked
    ]
    cuts = sorted(
        {base + at for *_, base, shift in spans for at in (shift.start, shift.end)}
        | {base + 60 * hour for *_, base, _ in spans for hour in range(5, 40)}
    )
    first_on: dict[int, list[str]] = {}
    for at in cuts:
        first_on[at] = sorted(
            name for name, *_, base, shift in spans if base + shift.start <= at < base + shift.end
        )
    duties = []
    late = bureau.post_types["second"].windows[0]
    for name, day, (shift_id, origin), base, shift in spans:
        inside = [at for at in cuts if base + shift.start <= at < base + shift.end]
        slices = []
        for at, end in zip(inside, [*inside[1:], base + shift.end], strict=True):
            seat = first_on[at].index(name)
            minute = (at - bureau.clock.number(day, 0)) % 1440
            open_q = late.start <= minute < late.end
            where = "P" if seat == 0 else "Q" if seat == 1 and open_q else ""
            slices.append(Slice(at - base, end - base, where))
        duties.append(Duty(name, day, shift_id, "U1", origin, tuple(slices)))
    return duties


def optimum(bureau: Bureau, horizon: Horizon) -> tuple[int, ...] | None:
    """The least (legal, plan, strength) of the lawful rosters that keep the rotation; None without any."""
    before = make_offers(bureau, horizon, rules_in_force(bureau.rulebook)).before
    lawful: list[list[list[tuple[str, date, Choice]]]] = []
    for one in bureau.officers.values():
        mine = []
        for line in lines(bureau, one, horizon):
            worked = [(one.id, day, choice) for day, choice in line]
            if audit(
                bureau, roster_of(bureau, horizon.first, horizon.days, posted_alone(worked, bureau), before)
            ).clean:
                mine.append(worked)
        lawful.append(mine)
    best: tuple[int, ...] | None = None
    for picked in product(*lawful):
        duties = posted(bureau, [one for line in picked for one in line])
        report = audit(bureau, roster_of(bureau, horizon.first, horizon.days, duties, before))
        if report.clean:
            value = tuple(report.totals[tier] for tier in TIERS)
            best = value if best is None else min(best, value)
    return best


def posted_alone(worked: list[tuple[str, date, Choice]], bureau: Bureau) -> list[Duty]:
    """Duties in reserve, to judge one officer's line."""
    found = []
    for name, day, (shift_id, origin) in worked:
        shift = bureau.shifts[shift_id]
        found.append(Duty(name, day, shift_id, "U1", origin, (Slice(shift.start, shift.end, ""),)))
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_the_solver_reaches_the_optimum_of_every_roster_that_keeps_the_rotation(seed: int) -> None:
    bureau, horizon = drawn(seed)
    best = optimum(bureau, horizon)
    made = make_roster(bureau, Order(horizon, 20.0), lambda line: None)  # noqa: ARG005
    assert made.verdict.clean
    assert best is not None, "the plain rotation is lawful"
    found = {one.tier: one for one in made.roster.tiers}
    value = tuple(found[tier].value for tier in TIERS)
    if best[0]:  # then people may be let off and recalled out of turn, which may do better still
        assert value[0] <= best[0]
    else:
        assert value == best
    for tier, least in zip(TIERS, best, strict=True):
        bound = found[tier].bound
        assert bound is None or best[0] or bound <= least
