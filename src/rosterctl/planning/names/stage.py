"""Stage 3 for the whole bureau: every unit's officers are named by themselves, in processes of their own.

Units meet only where one lends to another: a loan that could not be dealt may leave people
of the borrower without the company that a rule wants for them. Such units are named again, without the duties
in question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from rosterctl.planning.budget import Left
from rosterctl.planning.counts.event_hosts import Hosted
from rosterctl.planning.counts.groups import Counts, key_of
from rosterctl.planning.counts.stage import CountPlan
from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.names.accompaniment import Alone, unaccompanied
from rosterctl.planning.names.greedy import Undealt
from rosterctl.planning.names.lacks import lacking_by_unit
from rosterctl.planning.names.unit import Named
from rosterctl.planning.run import Run
from rosterctl.planning.tasks import NameTask
from rosterctl.planning.workers.batch import Lost


@dataclass(frozen=True)
class NamedPlan:
    """What stage 3 hands on: the named officers of each unit, and the event sites as counted.

    `lost` are the units without names, and why. `counts` are those they are named for, by unit; nobody is
    left in `alone`.
    """

    named: Mapping[str, Named]
    hosted: Hosted
    lost: Mapping[str, Lost]
    counts: Mapping[str, Counts]
    alone: frozenset[Alone] = frozenset()

    @property
    def undealt(self) -> tuple[Undealt, ...]:
        """What cannot lawfully be given to officers who were counted together."""
        every = (one for names in self.named.values() for one in names.undealt)
        return tuple(one for one in every if not one.group[-1])


def name_units(run: Run, plan: CountPlan, left: Left, known: NamedPlan | None = None) -> NamedPlan:
    """Names for the counts of every unit, within the seconds left; `known` are those of unchanged counts."""
    bureau, horizon = run.known.bureau, run.known.horizon
    found: dict[str, Named | Lost] = dict(plan.lost)
    if known is not None:
        found |= {
            unit: names for unit, names in known.named.items() if known.counts[unit] == plan.counts_of(unit)
        }
    alone: frozenset[Alone] = frozenset() if known is None else known.alone
    units = [unit for unit in bureau.units if unit not in found]
    # A unit comes again only if one of its choices has newly got into `alone`, so this ends.
    while units:
        counts = {key: one for key, one in plan.counts.items() if key[0] in units}
        others = [one for unit, one in found.items() if unit not in units]
        worked = chain(run.known.still, all_worked(others), _plain(run, found))
        lacks = lacking_by_unit(bureau, horizon, units, counts, worked)
        tasks = [NameTask(unit, plan.counts_of(unit), alone, lacks[unit]) for unit in units]
        found |= run.by_unit("duties", tasks, left)
        more = unaccompanied(bureau, horizon, run.known.rules, all_worked(found.values()), run.known.still)
        alone |= more
        units = [unit for unit in units if _works_any(found[unit], more)]
    return NamedPlan(
        {unit: names for unit in bureau.units if isinstance(names := found[unit], Named)},
        plan.hosted,
        {unit: names for unit in bureau.units if isinstance(names := found[unit], Lost)},
        {unit: plan.counts_of(unit) for unit in bureau.units},
        alone,
    )


def all_worked(named: Iterable[Named | Lost]) -> list[Worked]:
    """What the officers of all these units work together."""
    return [one for unit in named if isinstance(unit, Named) for one in unit.worked]


def _plain(run: Run, found: Mapping[str, Named | Lost]) -> Iterator[Worked]:
    """What the units that are lost work all the same: the plain rotation."""
    offers, first = run.known.offers, run.known.horizon.first
    lost = {unit for unit, names in found.items() if isinstance(names, Lost)}
    for officer in run.known.bureau.officers.values():
        if officer.on(first).unit in lost:
            plain = (offers.plain(officer.id, day) for day in run.known.horizon)
            yield from ((officer.id, choice) for choice in plain if choice is not None)


def _works_any(named: Named | Lost, alone: frozenset[Alone]) -> bool:
    keys = {key for _, key in alone}
    return isinstance(named, Named) and any(key_of(choice) in keys for _, choice in named.worked)
