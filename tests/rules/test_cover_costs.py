"""What a cover rule makes a model pay is, to the minute, what its check finds in the roster; and what it
forbids, its check finds."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from rosterctl.domain.demand import site_id
from rosterctl.domain.post import Level
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.unit import UnitKind
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost, Finding
from tests.support.bureaus import MONDAY, officer, roster_of, small_bureau, the_rule, unit
from tests.support.decided import Decided
from tests.support.places import ONE, PAIR, TRIO, at, crew, event, on, post, post_type, vehicle, window

DAYS = 2
PAYING = ("posts", "leaders", "strength", "events")
RULES = (*PAYING, "crews", "auxiliaries", "vehicles")
CREWS = (ONE, PAIR, TRIO, crew("led", {"leader": 1, "any": 1}))
SHIFTS = {"day": (7, 19), "night": (19, 31), "overlap-morning": (19, 33), "peak-evening": (17, 19)}
ROLES = (
    {"role": "sworn", "skills": ("patrol",)},
    {"role": "sworn", "skills": ("traffic", "patrol"), "leader": False},
    {"role": "sworn", "skills": ("traffic",)},
    {"role": "auxiliary"},
)


def any_bureau(chance, timezone, first):
    """Two units, posts with and without cars, an event over both and one that passes the end."""
    windows = {
        "desk": [window(7, 31, minimum=chance.choice(CREWS), target=chance.choice(CREWS))],
        "walk": [window(7, 19, plan=chance.choice(CREWS)), window(19, 24, minimum=ONE, plan=PAIR)],
        "drive": [window(17, 19.5, plan=chance.choice(CREWS))],
    }
    return small_bureau(
        [officer(f"o{n}", unit=chance.choice(("U1", "U2")), **chance.choice(ROLES)) for n in range(10)],
        units=[unit("U1", borrows_from=("U2",)), unit("U2", kind=UnitKind.POINT)],
        timezone=timezone,
        post_types=[
            post_type(name, *those, vehicle="car" if name == "drive" else "")
            for name, those in windows.items()
        ],
        posts=[
            post(f"{name}{n}", name, chance.choice(("U1", "U2")))
            for name in windows
            for n in range(chance.choice((1, 2)))
        ],
        vehicles=[vehicle("C1", unit="U2")],
        strengths=[
            StrengthTarget("all", "all", 5, 7 * 60, 31 * 60),
            StrengthTarget("two", "two", 2, 17 * 60, 19 * 60, units=("U2",)),
        ],
        events=[
            replace(
                event("E", 20, 26, units=("U1", "U2"), sites=2, level=chance.choice(list(Level))), day=first
            ),
            replace(event("F", 52, 58, units=("U2",), crew=ONE), day=first),
        ],
        rules={rule: {} for rule in RULES},
    )


def any_duties(bureau, chance, first, days):
    """Duties cut anywhere, at any post of the unit served in; a site is held by one unit only."""
    hosts = {
        site_id(one, n): chance.choice(one.units) for one in bureau.events for n in range(1, one.sites + 1)
    }
    for person in bureau.officers.values():
        for n in range(days):
            if chance.random() < 0.25:
                continue
            shift = chance.choice(list(SHIFTS))
            start, end = SHIFTS[shift]
            home = person.on(MONDAY).unit
            place = "U1" if home == "U2" and chance.random() < 0.2 else home
            posts = ["", *(one.id for one in bureau.posts.values() if one.unit == place)]
            posts += [site for site, host in hosts.items() if host == place]
            cuts = sorted({start, *(chance.randrange(start * 2, end * 2) / 2 for _ in range(3)), end})
            stays = [at(a, b, chance.choice(posts)) for a, b in pairwise(cuts)]
            yield on(bureau, person.id, *stays, shift=shift, day=first + timedelta(days=n), unit=place)


def judged(rule, seed, timezone="Asia/Shanghai", first=MONDAY):
    """The board after the rule's constraint, and what the rule's check yields, of a roster made at random."""
    chance = Random(seed)
    bureau = any_bureau(chance, timezone, first)
    before = tuple(any_duties(bureau, chance, first - timedelta(days=1), 1))
    duties = tuple(any_duties(bureau, chance, first, DAYS))
    record = Record(bureau, roster_of(bureau, first, DAYS, duties, before))
    in_force = the_rule(bureau, rule)
    board = Decided(record)
    in_force.cover(board)
    return board, list(in_force.check(record))


def by_tier(rows):
    totals = {}
    for row in rows:
        if isinstance(row, Cost):
            totals[row.tier] = totals.get(row.tier, 0) + row.amount
    return totals


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("seed", range(10))
def test_check_adds_up_to_what_the_constraint_pays(rule, seed):
    board, rows = judged(rule, seed)
    assert {tier: amount for tier, amount in board.costs.items() if amount} == by_tier(rows)
    assert bool(board.costs) == (rule in PAYING)


@pytest.mark.parametrize("rule", PAYING)
@pytest.mark.parametrize(
    ("timezone", "first"),
    [
        ("Europe/Berlin", date(2026, 10, 24)),  # the clocks go back in the first night
        ("Europe/Berlin", date(2026, 3, 28)),  # and forward
        ("Australia/Lord_Howe", date(2026, 4, 4)),  # back by half an hour
    ],
)
def test_also_in_nights_when_the_clocks_change(rule, timezone, first):
    board, rows = judged(rule, 3, timezone, first)
    assert {tier: amount for tier, amount in board.costs.items() if amount} == by_tier(rows)


@pytest.mark.parametrize("rule", RULES)
def test_what_the_constraint_forbids_the_check_finds(rule):
    forbidden = 0
    for seed in range(20, 40):
        board, rows = judged(rule, seed)
        findings = [row for row in rows if isinstance(row, Finding)]
        if not board.holds:
            forbidden += 1
            assert findings
        elif rule == "auxiliaries":  # at posts a complete crew sees to it, so the board need not
            assert all(row.post for row in findings)
    assert bool(forbidden) == (rule in ("auxiliaries", "vehicles"))
