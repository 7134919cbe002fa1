"""Variants of shipped examples, and what becomes of their rosters' claims beside a boolean model.

The peer knows every named officer and may let off anybody on any date. It looks for a roster that is better
in legal minima, or as good in these and better in the plan with what changes cost. The bureaus are without
what it does not know: events, outages, loans, reach, overtime, protection.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import Absence, AbsenceKind
from rosterctl.domain.roster import Duty
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier
from rosterctl.domain.unit import DutyModel, Unit
from rosterctl.intake.load import read_bureau
from rosterctl.operations.make import make_roster
from rosterctl.planning.budget import Budget
from rosterctl.planning.request import Request
from rosterctl.planning.workers.executor import Inline
from rosterctl.timeline.horizon import Horizon
from tests.properties.claims import Verdict, breaches
from tests.properties.named_model import NamedModel
from tests.properties.peer import Least, is_known, least
from tests.support.bureaus import absence, every_rule, rulebook
from tests.support.station_roster import STATION

EXAMPLES = STATION.parent
MEAN_HOURS, LIKELY = (42, 44, 46, 48, 60), 0.9
NOTHING_HELD: Mapping[Tier, int] = {}
FIRST, DATES = date(2026, 12, 1), 300
"""First dates lie within so many from this one on."""
SECONDS = 60.0
"""The budget of a solve; a week or two of a station takes a few."""


def judge_varied(seed: int, example: str = "station") -> Verdict:
    """Its legal minima must be the least, and no bound of theirs or of the plan above what is lawful."""
    bureau, horizon = draw_varied(seed, example)
    made = make_roster(bureau, Request(horizon, Budget(SECONDS), seed), Inline())
    claimed, wrong = {one.tier: one for one in made.roster.tiers}, breaches(made)
    if not is_known(bureau, made.roster):
        wrong.append("the peer does not know the roster: it is too strict")
    legal, plan, changes = (claimed[tier] for tier in (Tier.LEGAL, Tier.PLAN, Tier.CHANGES))
    fate = "legal minima and plan are the least"
    if legal.value:
        peer = _peer(bureau, horizon, made.roster.duties)
        found = least(peer, Tier.LEGAL, enough=legal.value)
        if _is_less(found, legal.value):
            wrong.append(f"{legal.value:,} of the legal minima are short, and {found.found:,} would do")
        elif found.proven < legal.value:
            fate = "no less of the legal minima found"
    if plan.value:
        peer = _peer(bureau, horizon, made.roster.duties, {Tier.LEGAL: legal.value})
        price, paid = bureau.prices.let_off, bureau.prices.let_off * changes.value
        both = peer.cost(Tier.PLAN) + price * peer.cost(Tier.CHANGES)
        found = least(peer, Tier.PLAN, plan.value + paid, both)
        if plan.bound and _is_less(found, plan.bound + paid):
            wrong.append(f"plan: bound {plan.bound:,}, but {found.found:,} is lawful, with changes")
        elif _is_less(found, plan.value + paid):
            fate = "a better plan found, within the told gap"
        elif found.proven < plan.value + paid and fate.endswith("are the least"):
            fate = "no better plan found"
    return Verdict(fate, wrong)


def _peer(
    bureau: Bureau, horizon: Horizon, duties: Sequence[Duty], most: Mapping[Tier, int] = NOTHING_HELD
) -> NamedModel:
    """The peer with the duties as a hint, which costs no more than this."""
    peer = NamedModel(bureau, horizon, release=True)
    peer.suggest(duties)
    peer.hold(most)
    return peer


def _is_less(found: Least, value: int) -> bool:
    return found.found is not None and found.found < value


@cache
def _example(name: str) -> Bureau:
    """Without what the peer does not know."""
    bureau = read_bureau(EXAMPLES / name)
    alone = {key: replace(one, models=_alone(one)) for key, one in bureau.units.items()}
    types = {key: replace(one, reach_km=None) for key, one in bureau.post_types.items()}
    cars = {key: replace(one, outages=()) for key, one in bureau.vehicles.items()}
    people = {
        key: replace(one, protected_from=None, protected_until=None) for key, one in bureau.officers.items()
    }
    return replace(
        bureau, units=alone, post_types=types, vehicles=cars, officers=people, events=(), wishes=()
    )


def _alone(home: Unit) -> tuple[DutyModel, ...]:
    return tuple(replace(model, borrows_from=()) for model in home.models)


def draw_varied(seed: int, example: str) -> tuple[Bureau, Horizon]:
    """One or two weeks of the example, of a brigade one, with other limits, people away, posts, targets."""
    dice, bureau = Random(seed), _example(example)
    days = dice.randint(7, 14) if example == "station" else 7
    horizon = Horizon(FIRST + timedelta(days=dice.randrange(DATES)), days)
    hours = {"sworn": str(dice.choice(MEAN_HOURS)), "auxiliary": str(dice.choice(MEAN_HOURS))}
    off = {"severity": "off"}
    rules = every_rule(mean_hours=hours, weekly_rest=off, overtime=off, reach=off)
    posts = dict(bureau.posts)
    for name in dice.sample(sorted(posts), dice.randint(0, max(len(posts) // 10, 1))):
        del posts[name]
    varied = replace(
        bureau,
        rulebook=rulebook(rules),
        posts=posts,
        units={name: _recalls(dice, home) for name, home in bureau.units.items()},
        absences=(*bureau.absences, *_away(dice, bureau, horizon)),
        strengths=tuple(_other(dice, one) for one in bureau.strengths if dice.random() < LIKELY),
    )
    return varied, horizon


def _recalls(dice: Random, home: Unit) -> Unit:
    """With some of its recalls, or none."""
    models = []
    for model in home.models:
        kept = dice.sample(model.recalls, dice.randint(0, len(model.recalls)))
        models.append(replace(model, recalls=tuple(one for one in model.recalls if one in kept)))
    return replace(home, models=tuple(models))


def _away(dice: Random, bureau: Bureau, horizon: Horizon) -> Iterator[Absence]:
    """Up to half of all, a few days each."""
    part = dice.random() / 2
    for name in bureau.officers:
        if dice.random() < part:
            first = horizon.first + timedelta(days=dice.randint(-2, len(horizon) - 1))
            yield absence(name, first, first + timedelta(days=dice.randint(0, 6)), AbsenceKind.LEAVE)


def _other(dice: Random, target: StrengthTarget) -> StrengthTarget:
    """Up to a quarter more or less."""
    return replace(target, heads=max(1, round(target.heads * dice.uniform(0.75, 1.25))))
