"""The sub-problems that may run in another process, as pure functions of plain values."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.block import Block, BlockPlan, solve_block
from rosterctl.planning.cover import Worked
from rosterctl.planning.groups import ChoiceKey, Counts, make_groups
from rosterctl.planning.offers import Offers, duties_before, make_offers, still_on_duty
from rosterctl.planning.unit_work import Named, Posted, name_officers, post_officers
from rosterctl.rules.registry import Rule, rules_in_force
from rosterctl.solver.search import Settings, Stuck
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True)
class Knowledge:
    """What every job knows: the bureau and the horizon."""

    bureau: Bureau
    horizon: Horizon

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return rules_in_force(self.bureau.rulebook)

    @cached_property
    def still(self) -> tuple[Worked, ...]:
        """Who is on duty from before the horizon on its first morning."""
        before = duties_before(self.bureau, self.horizon, list(self.bureau.officers.values()))
        return still_on_duty(self.bureau, self.horizon, before)

    def offers(self, units: Iterable[str]) -> Offers:
        return make_offers(self.bureau, self.horizon, self.rules, units)


@dataclass(frozen=True)
class CountTask:
    block: Block
    settings: Settings


@dataclass(frozen=True)
class NameTask:
    """Name the officers of a unit for these counts; auxiliaries are let off the choices in `alone`."""

    unit: str
    counts: Counts
    alone: frozenset[ChoiceKey] = frozenset()


@dataclass(frozen=True)
class PostTask:
    """Post everybody who serves in a unit; `sites` are the event sites it mans, by event."""

    unit: str
    worked: Sequence[Worked]
    sites: dict[str, list[str]]
    settings: Settings


_known: list[Knowledge] = []


def pack(bureau: Bureau, horizon: Horizon) -> bytes:
    return pickle.dumps((bureau, horizon))


def prepare(payload: bytes) -> None:
    """Runs once in every worker, before its first job."""
    _known[:] = [Knowledge(*pickle.loads(payload))]


def forget() -> None:
    _known.clear()


def run(name: str, task: Any) -> Any:
    """One job by name; KeyError if there is none such."""
    jobs: dict[str, Callable[[Knowledge, Any], Any]] = {"count": _count, "name": _name, "post": _post}
    return jobs[name](_known[0], task)


def _count(known: Knowledge, task: CountTask) -> BlockPlan | Stuck:
    return solve_block(known.offers(task.block.units), known.rules, task.block, task.settings, known.still)


def _name(known: Knowledge, task: NameTask) -> Named:
    offers = known.offers([task.unit])
    groups = make_groups(offers, known.rules, known.bureau.units, frozenset(known.horizon))
    wanted = [(group, group.wanted(task.counts[group.key])) for group in groups]
    return name_officers(offers, known.rules, wanted, task.alone)


def _post(known: Knowledge, task: PostTask) -> Posted:
    return post_officers(
        known.bureau,
        known.horizon,
        known.rules,
        task.unit,
        task.worked,
        task.sites,
        task.settings,
        known.still,
    )
