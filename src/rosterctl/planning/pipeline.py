"""The whole way from a bureau to a roster."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_id
from rosterctl.domain.roster import Roster
from rosterctl.planning.cover import Worked
from rosterctl.planning.dealing import Undealt
from rosterctl.planning.executor import Executor, open_executor, run_all
from rosterctl.planning.groups import ChoiceKey, key_of
from rosterctl.planning.jobs import NameTask, PostTask, pack
from rosterctl.planning.offers import Offers, make_offers, still_on_duty
from rosterctl.planning.reckoning import reckon
from rosterctl.planning.strength import JOINT_OFFICERS, StrengthPlan, plan_strength
from rosterctl.planning.unaccompanied import unaccompanied
from rosterctl.planning.unit_work import Named, Posted
from rosterctl.rules.registry import Rule, rules_in_force
from rosterctl.solver.search import Settings, Stuck
from rosterctl.timeline.horizon import Horizon

STRENGTH_SHARE = 0.6
"""The part of the budget that the count stage may use; the rest is for names and posts."""

Say = Callable[[str], None]


@dataclass(frozen=True)
class Order:
    """What is asked for: the horizon, the budget in seconds for the whole run, and the seed."""

    horizon: Horizon
    seconds: float
    seed: int = 0


@dataclass
class Progress:
    """Says how far the run is, with the seconds since it began."""

    say: Say
    started: float = field(default_factory=time.monotonic)

    def tell(self, stage: str, what: str) -> None:
        self.say(f"{time.monotonic() - self.started:6.1f} s  {stage}: {what}")


class Contradiction(Exception):
    """Hard rules contradict each other: no roster at all is lawful; exit code 4."""


def solve(bureau: Bureau, order: Order, say: Say) -> Roster:
    """A roster for the horizon by the four stages. Contradiction if none is lawful."""
    progress = Progress(say)
    rules = rules_in_force(bureau.rulebook)
    offers = make_offers(bureau, order.horizon, rules)
    progress.tell("rotation", f"{len(bureau.officers):,} officers, {len(order.horizon)} days")
    small = len(bureau.officers) <= JOINT_OFFICERS
    with open_executor(pack(bureau, order.horizon), small) as executor:
        settings = Settings(order.seconds * STRENGTH_SHARE, order.seed)
        plan = plan_strength(
            offers, rules, executor, settings, lambda n, of: progress.tell("strength", f"{n}/{of} blocks")
        )
        if isinstance(plan, Stuck):
            raise Contradiction
        named = _name(offers, rules, plan, executor, progress)
        worked = [one for unit in named for one in unit.worked]
        posted = _post(bureau, plan, worked, executor, progress, order)
    duties = sorted((one for unit in posted for one in unit.duties), key=lambda one: (one.officer, one.day))
    return Roster(
        bureau=bureau.id,
        fingerprint=bureau.fingerprint,
        horizon=order.horizon,
        seed=order.seed,
        versions=_versions(),
        duties=tuple(duties),
        before=offers.before,
        tiers=reckon(offers, rules, plan, named, posted, duties),
        notes=tuple(_notes(bureau, [one for unit in named for one in unit.undealt])),
    )


def _name(
    offers: Offers, rules: Sequence[Rule], plan: StrengthPlan, executor: Executor, progress: Progress
) -> list[Named]:
    """Stage 3, a unit at a time; units are named again whose auxiliaries would be left alone by it."""
    bureau = offers.bureau
    still = still_on_duty(bureau, offers.horizon, offers.before)
    named: dict[str, Named] = {}
    alone: frozenset[ChoiceKey] = frozenset()
    units = list(bureau.units)

    def done(number: int) -> None:
        progress.tell("duties", f"{number}/{len(units)} units")

    while units:
        tasks = [("name", _name_task(plan, unit, alone)) for unit in units]
        found = run_all(executor, tasks, done)
        named.update(zip(units, found, strict=True))
        worked = [one for unit in named.values() for one in unit.worked]
        more = unaccompanied(bureau, offers.horizon, rules, worked, still)
        alone |= more
        lonely = {officer for officer, choice in worked if key_of(choice) in more}
        units = [unit for unit in bureau.units if any(one in lonely for one, _ in named[unit].worked)]
    return [named[unit] for unit in bureau.units]


def _name_task(plan: StrengthPlan, unit: str, alone: frozenset[ChoiceKey]) -> NameTask:
    return NameTask(unit, {key: counts for key, counts in plan.counts.items() if key[0] == unit}, alone)


def _post(
    bureau: Bureau,
    plan: StrengthPlan,
    worked: Sequence[Worked],
    executor: Executor,
    progress: Progress,
    order: Order,
) -> list[Posted]:
    """Stage 4, a unit at a time, with those who serve there, lent ones too."""
    serving: dict[str, list[Worked]] = {unit: [] for unit in bureau.units}
    for one in worked:
        serving[one[1].unit].append(one)
    sites = _sites(bureau, plan)
    settings = Settings(order.seconds, order.seed)
    tasks = [("post", PostTask(unit, own, sites.get(unit, {}), settings)) for unit, own in serving.items()]
    return run_all(executor, tasks, lambda n: progress.tell("posts", f"{n}/{len(tasks)} units"))


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


def _notes(bureau: Bureau, undealt: Sequence[Undealt]) -> list[str]:
    """Why named officers do not reach the counts, for the report."""
    return [
        f"{one.choice.day}: {one.missing} of team {one.team} of {one.unit} could not lawfully be given "
        f"{bureau.shifts[one.choice.shift].name} in {one.choice.unit}"
        for one in undealt
    ]


def _versions() -> dict[str, str]:
    return {
        "rosterctl": version("rosterctl"),
        "ortools": version("ortools"),
        "python": platform.python_version(),
    }
