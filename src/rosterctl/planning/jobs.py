"""The sub-problems that may run in another process: pure functions of plain bytes.

A job is a pickled task. What it needs to know besides, the bureau and the horizon, every worker is told once.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Protocol, TypeVar

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.block import Block, BlockPlan, solve_block
from rosterctl.planning.cover import Worked
from rosterctl.planning.groups import ChoiceKey, Counts, make_groups
from rosterctl.planning.hosting import Sites
from rosterctl.planning.moves import linked_units
from rosterctl.planning.offers import Offers, duties_before, make_offers, still_on_duty
from rosterctl.planning.on_rotation import on_rotation
from rosterctl.planning.unit_work import Named, Piece, Posted, name_officers, post_officers
from rosterctl.rules.registry import Rule, rules_in_force
from rosterctl.solver.outcome import Settings, Stuck
from rosterctl.timeline.horizon import Horizon

R_co = TypeVar("R_co", covariant=True)


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

    @cached_property
    def linked(self) -> Mapping[str, tuple[str, ...]]:
        """For each unit those that share a transferred officer with it, and itself."""
        return linked_units(self.bureau, self.horizon)

    def offers(self, units: Iterable[str]) -> Offers:
        return make_offers(self.bureau, self.horizon, self.rules, units)


class Task(Protocol[R_co]):
    """A sub-problem: `settings` are for its searches, `accepts` is asked by whoever gets the result."""

    @property
    def settings(self) -> Settings: ...

    def run(self, known: Knowledge) -> R_co: ...

    def accepts(self, result: object) -> bool:
        """Can this be the result of this task, as far as a look at it tells?"""


class UnitTask(Task[R_co], Protocol[R_co]):
    """A task that belongs to one unit."""

    @property
    def unit(self) -> str: ...


@dataclass(frozen=True)
class RotationTask:
    """The plain rotation of a unit, posted."""

    unit: str
    sites: Sites
    settings: Settings

    def run(self, known: Knowledge) -> Piece:
        offers = known.offers(known.linked[self.unit])
        named, served = on_rotation(offers, known.rules, known.still, self.unit)
        return Piece(named, _post(known, self.unit, served, self.sites, self.settings))

    def accepts(self, result: object) -> bool:
        return isinstance(result, Piece) and all(one.unit == self.unit for one in result.posted.duties)


@dataclass(frozen=True)
class CountTask:
    block: Block
    settings: Settings

    def run(self, known: Knowledge) -> BlockPlan | Stuck:
        offers = known.offers(self.block.units)
        return solve_block(offers, known.rules, self.block, self.settings, known.still)

    def accepts(self, result: object) -> bool:
        if not isinstance(result, BlockPlan):
            return isinstance(result, Stuck)
        return all(unit in self.block.units for unit, *_ in result.counts)


@dataclass(frozen=True)
class NameTask:
    """Name the officers of a unit for these counts; auxiliaries are let off the choices in `alone`."""

    unit: str
    counts: Counts
    alone: frozenset[ChoiceKey]
    settings: Settings

    def run(self, known: Knowledge) -> Named:
        offers = known.offers([self.unit])
        groups = make_groups(offers, known.rules, known.bureau.units, frozenset(known.horizon))
        wanted = [(group, group.wanted(self.counts[group.key])) for group in groups]
        return name_officers(offers, known.rules, wanted, self.alone, self.settings)

    def accepts(self, result: object) -> bool:
        return isinstance(result, Named)


@dataclass(frozen=True)
class PostTask:
    """Post everybody who serves in a unit."""

    unit: str
    worked: Sequence[Worked]
    sites: Sites
    settings: Settings

    def run(self, known: Knowledge) -> Posted:
        return _post(known, self.unit, self.worked, self.sites, self.settings)

    def accepts(self, result: object) -> bool:
        return isinstance(result, Posted) and _are_posted(self.worked, result)


def _post(known: Knowledge, unit: str, worked: Sequence[Worked], sites: Sites, settings: Settings) -> Posted:
    return post_officers(known.bureau, known.horizon, known.rules, unit, worked, sites, settings, known.still)


def _are_posted(worked: Sequence[Worked], posted: Posted) -> bool:
    """Has everybody who works a duty, and nobody else?"""
    wanted = sorted((officer, choice.day, choice.shift, choice.unit) for officer, choice in worked)
    return wanted == sorted((one.officer, one.day, one.shift, one.unit) for one in posted.duties)


_known: dict[bytes, Knowledge] = {}


def pack(bureau: Bureau, horizon: Horizon) -> bytes:
    return pickle.dumps((bureau, horizon))


def prepare(payload: bytes) -> None:
    """Runs in every worker before its first job; costs nothing when the worker knows the payload."""
    digest = sha256(payload).digest()
    if digest not in _known:
        _known.clear()
        _known[digest] = Knowledge(*pickle.loads(payload))


def forget() -> None:
    _known.clear()


def run(job: bytes) -> bytes:
    """The pickled result of a pickled task."""
    (known,) = _known.values()
    task: Task[object] = pickle.loads(job)
    return pickle.dumps(task.run(known))
