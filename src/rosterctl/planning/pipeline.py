"""The whole way from a bureau to a roster."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_id
from rosterctl.domain.roster import Origin, Roster
from rosterctl.domain.tally import overtime_minutes
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.planning.groups import Group
from rosterctl.planning.offers import Offers, make_offers
from rosterctl.planning.settling import presences_of, shortages_of
from rosterctl.planning.strength import StrengthPlan, plan_strength
from rosterctl.planning.unit_work import Named, Posted, Worked, name_officers, post_officers
from rosterctl.rules.board import Choice
from rosterctl.rules.registry import Rule, rules_in_force
from rosterctl.solver.search import Settings, Stuck
from rosterctl.timeline.horizon import Horizon

Say = Callable[[str], None]
STRENGTH_SHARE = 0.6


@dataclass(frozen=True)
class Order:
    """What is asked for: the horizon, the budget in seconds for the whole run, and the seed."""

    horizon: Horizon
    seconds: float
    seed: int = 0


class Contradiction(Exception):
    """Hard rules contradict each other, proved and confirmed; exit code 4."""


def solve(bureau: Bureau, order: Order, say: Say) -> Roster:
    """A roster for the horizon: rotation, strength, duties, posts. Contradiction if none is lawful."""
    started = time.monotonic()
    rules = rules_in_force(bureau.rulebook)
    offers = make_offers(bureau, order.horizon, rules)
    say(f"rotation: {len(bureau.officers)} officers, {len(order.horizon)} days")
    plan = plan_strength(offers, rules, Settings(order.seconds * STRENGTH_SHARE, order.seed))
    if isinstance(plan, Stuck):
        raise Contradiction
    say(f"strength: {time.monotonic() - started:.1f} s")
    named = [name_officers(offers, rules, groups) for groups in _by_unit(plan).values()]
    say(f"duties: {time.monotonic() - started:.1f} s")
    worked = [one for unit in named for one in unit.worked]
    sites = _sites(bureau, plan)
    posted = [
        post_officers(
            offers,
            rules,
            unit,
            [one for one in worked if one[1].unit == unit],
            sites.get(unit, {}),
            Settings(30.0, order.seed),
        )
        for unit in bureau.units
    ]
    say(f"posts: {time.monotonic() - started:.1f} s")
    tiers = _tiers(offers, rules, plan, named, worked, posted)
    duties = sorted(
        (duty for unit in posted for duty in unit.duties), key=lambda duty: (duty.officer, duty.day)
    )
    return Roster(
        bureau=bureau.id,
        fingerprint=bureau.fingerprint,
        horizon=order.horizon,
        seed=order.seed,
        versions=_versions(),
        duties=tuple(duties),
        before=offers.before,
        tiers=tiers,
    )


def _by_unit(plan: StrengthPlan) -> dict[str, list[tuple[Group, Mapping[Choice, int]]]]:
    found: dict[str, list[tuple[Group, Mapping[Choice, int]]]] = {}
    for group, counts in plan.counts.items():
        found.setdefault(group.unit, []).append((group, counts))
    return found


def _sites(bureau: Bureau, plan: StrengthPlan) -> dict[str, dict[str, list[str]]]:
    """By unit and event, the sites it mans: numbered in the order in which the event names its units."""
    found: dict[str, dict[str, list[str]]] = {}
    for event in bureau.events:
        number = 0
        for unit in event.units:
            for _ in range(plan.hosted.get((event.id, unit), 0)):
                number += 1
                found.setdefault(unit, {}).setdefault(event.id, []).append(site_id(event, number))
    return found


def _tiers(
    offers: Offers,
    rules: Sequence[Rule],
    plan: StrengthPlan,
    named: Sequence[Named],
    worked: Sequence[Worked],
    posted: Sequence[Posted],
) -> tuple[TierResult, ...]:
    """What the roster costs in each tier, beside the bound that stage 2 proved.

    A bound holds given that the tiers above are at their values of stage 2; where one of them is not, the
    tiers below have none.
    """
    manned = {state: count for unit in posted for state, count in unit.manned.items()}
    values = shortages_of(offers, rules, presences_of(offers, rules, worked), manned, plan.hosted)
    values[Tier.CHANGES] = _changes(offers, worked)
    values[Tier.HOURS] = _extra_minutes(offers.bureau, worked)
    values[Tier.FAIRNESS] = sum(unit.points[Tier.FAIRNESS] for unit in named)
    values[Tier.WISHES] = sum(unit.points[Tier.WISHES] for unit in named)
    results = []
    holds = True
    for tier, value in sorted(values.items()):
        proved = plan.tiers.get(tier)
        bound = 0 if proved is None else proved.bound
        results.append(TierResult(tier, value, bound if holds else None, proved.seconds if proved else 0.0))
        holds = holds and (proved is None or value == proved.value)
    return tuple(results)


def _changes(offers: Offers, worked: Sequence[Worked]) -> int:
    """Plain duties of officers present that are not worked, and duties in another unit."""
    bureau = offers.bureau
    called = sum(
        bureau.is_present(officer, day) and bureau.plain_shift(officer, day) is not None
        for officer in bureau.officers.values()
        for day in offers.horizon
    )
    kept = sum(choice.origin is Origin.ROTATION for _, choice in worked)
    lent = sum(choice.unit != bureau.officers[officer].unit for officer, choice in worked)
    return called - kept + lent


def _extra_minutes(bureau: Bureau, worked: Sequence[Worked]) -> int:
    return sum(
        overtime_minutes(
            bureau,
            bureau.officers[officer],
            choice.day,
            bureau.shifts[choice.shift],
            recalled=choice.origin is Origin.RECALL,
        )
        for officer, choice in worked
    )


def _versions() -> dict[str, str]:
    return {
        "rosterctl": version("rosterctl"),
        "ortools": version("ortools"),
        "python": platform.python_version(),
    }
