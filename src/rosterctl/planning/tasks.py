"""The sub-problems that may run in another process, one task a stage.

A task is pure: its result follows from its fields and the knowledge that every worker is told once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rosterctl.planning.counts.event_hosts import Sites
from rosterctl.planning.counts.groups import Counts, make_groups, one_of
from rosterctl.planning.counts.plan import Block, BlockPlan, Start
from rosterctl.planning.counts.search import FROM_NOTHING, solve_block
from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.names.accompaniment import Alone
from rosterctl.planning.names.lacks import Lack
from rosterctl.planning.names.unit import Named, name_officers
from rosterctl.planning.posts.unit import Posted, post_officers
from rosterctl.planning.rotation.plain import on_rotation
from rosterctl.planning.workers.jobs import R_co, Task, Tell
from rosterctl.solver.outcome import Settings, Stuck


class UnitTask(Task[R_co], Protocol[R_co]):
    """A task that belongs to one unit."""

    @property
    def unit(self) -> str: ...


@dataclass(frozen=True)
class PlainUnit:
    """The plain rotation of one unit: what its officers work, and the duties served in it."""

    named: Named
    posted: Posted


@dataclass(frozen=True)
class RotationTask:
    """The plain rotation of a unit, posted."""

    unit: str
    sites: Sites

    def run(self, known: Knowledge, settings: Settings, _tell: Tell) -> PlainUnit:
        offers = known.offers.only(known.linked[self.unit])
        named, served = on_rotation(offers, known.rules, known.still, self.unit)
        return PlainUnit(named, _post(known, self.unit, served, self.sites, settings))

    def accepts(self, result: object) -> bool:
        return isinstance(result, PlainUnit) and all(one.unit == self.unit for one in result.posted.duties)


@dataclass(frozen=True)
class CountTask:
    """Count a block: how many of each group work which choice, no worse than what is known already."""

    block: Block
    start: Start = FROM_NOTHING

    def run(self, known: Knowledge, settings: Settings, tell: Tell) -> BlockPlan | Stuck:
        offers = known.offers.only(self.block.units)
        return solve_block(offers, known.rules, self.block, settings, known.before, tell, self.start)

    def accepts(self, result: object) -> bool:
        if not isinstance(result, BlockPlan):
            return isinstance(result, Stuck)
        return all(unit in self.block.units for unit, *_ in result.counts)


@dataclass(frozen=True)
class NameTask:
    """Name the officers of a unit for these counts and what its targets lack; nobody is left in `alone`."""

    unit: str
    counts: Counts
    alone: frozenset[Alone]
    lacks: tuple[Lack, ...] = ()

    def run(self, known: Knowledge, settings: Settings, tell: Tell) -> Named:
        offers = known.offers.only([self.unit])
        how = offers, known.rules, known.bureau.units, frozenset(known.horizon)
        singly = {one_of(key, "") for key in self.counts if key[-1]}
        counted = [(one, one.wanted(self.counts[one.key])) for one in make_groups(*how, singly=singly)]
        peers = make_groups(*how) if singly else [group for group, _ in counted]
        return name_officers(offers, known.rules, counted, peers, self.alone, self.lacks, settings, tell)

    def accepts(self, result: object) -> bool:
        return isinstance(result, Named)


@dataclass(frozen=True)
class PostTask:
    """Post everybody who serves in a unit."""

    unit: str
    worked: Sequence[Worked]
    sites: Sites

    def run(self, known: Knowledge, settings: Settings, _tell: Tell) -> Posted:
        return _post(known, self.unit, self.worked, self.sites, settings)

    def accepts(self, result: object) -> bool:
        return isinstance(result, Posted) and _are_posted(self.worked, result)


def _post(known: Knowledge, unit: str, worked: Sequence[Worked], sites: Sites, settings: Settings) -> Posted:
    return post_officers(
        known.bureau, known.horizon, known.rules, unit, worked, sites, settings, known.before
    )


def _are_posted(worked: Sequence[Worked], posted: Posted) -> bool:
    """Has everybody who works a duty, and nobody else?"""
    wanted = sorted((officer, choice.day, choice.shift, choice.unit) for officer, choice in worked)
    return wanted == sorted((one.officer, one.day, one.shift, one.unit) for one in posted.duties)
