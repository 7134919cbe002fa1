"""The whole way from a bureau to a roster."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import TypeVar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Fallback, Roster
from rosterctl.planning.budget import Pace
from rosterctl.planning.counts.event_hosts import sites_by_unit
from rosterctl.planning.counts.groups import key_of
from rosterctl.planning.counts.model import Hosted
from rosterctl.planning.counts.stage import Strength, StrengthPlan
from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.names.accompaniment import Alone, unaccompanied
from rosterctl.planning.names.stage import Named
from rosterctl.planning.posts.posting import Posting
from rosterctl.planning.posts.slices import make_duties
from rosterctl.planning.posts.stage import Posted
from rosterctl.planning.request import Hear, Progress, Request
from rosterctl.planning.roster.assemble import Pieces, UnitPiece, fit_together
from rosterctl.planning.roster.claims import bounded, reckon
from rosterctl.planning.roster.made import Made, prove
from rosterctl.planning.rotation.history import still_on_duty
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.planning.rotation.plain import on_rotation
from rosterctl.planning.rotation.transfers import linked_units
from rosterctl.planning.tasks import NameTask, PostTask, RotationTask, UnitTask, pack
from rosterctl.planning.workers.batch import LATE, Batch, Lost
from rosterctl.planning.workers.executor import Executor
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Stuck

R = TypeVar("R")

NAMED = 0.6
"""The part of the time left after stage 2 by which stage 3 must end."""
AGAIN = 1.5
"""Stages 3 and 4 take at most so many times as long as posting the plain rotation."""
BEFORE = 4.0
"""Auditing and writing take about so many times as long as all that comes before the first search."""
AFTER = 2.2
"""Adding up, auditing and writing the last roster take about so many times as long as auditing the first."""
DEALING = 3.0
"""Seconds for dealing one group exactly; what takes longer is not worth the few hours it may still find."""


class Contradiction(Exception):
    """Hard rules contradict each other: no roster at all is lawful; exit code 4."""


class NoTimeForAny(Exception):
    """The budget ended before there was any roster; exit code 5."""


def rosters(bureau: Bureau, order: Request, executor: Executor, hear: Hear) -> Iterator[Made]:
    """First the plain rotation, posted; then what the four stages come to within the budget. Both audited.

    The searches go on in the executor while the first is audited. Contradiction if no roster is lawful,
    OutOfTime if there was no time for the first.
    """
    return _Run(bureau, order, executor, hear).rosters()


class _Run:
    def __init__(self, bureau: Bureau, order: Request, executor: Executor, hear: Hear) -> None:
        self.bureau, self.order, self.executor, self.hear = bureau, order, executor, hear
        self.rules = rules_in_force(bureau.rulebook)
        self.offers = make_offers(bureau, order.horizon, self.rules)
        self._tell("rotation", len(bureau.officers), len(bureau.officers), "officers")

    def rosters(self) -> Iterator[Made]:
        budget = self.order.budget
        budget.kept_back = BEFORE * budget.spent()
        self.executor.prepare(pack(self.bureau, self.order.horizon))
        strength = Strength(self.offers, self.rules, self.order, self.executor)
        began = budget.spent()
        plain = self._plain(strength.hosted)
        strength.begin(AGAIN * (budget.spent() - began))
        began = budget.spent()
        first = self._proved(self._roster(plain))
        budget.kept_back = AFTER * (budget.spent() - began)
        yield first
        plan = strength.finish(self.hear)
        if isinstance(plan, Stuck):
            raise Contradiction
        pace = Pace(self.order.budget)
        named = self._name(plan, pace)
        posted = self._post(plan, named, pace)
        pieces = fit_together(self.bureau, plain, named, posted, plan.hosted)
        if len(pieces.old) == len(pieces.by_unit):
            fallbacks = [Fallback(unit, why) for unit, why in pieces.old.items()]
            yield first.claiming(bounded(first.verdict.totals, plan, pieces), fallbacks)
            return
        roster = self._roster(pieces)
        values = reckon(self.offers, self.rules, pieces, roster.duties)
        yield self._proved(replace(roster, tiers=bounded(values, plan, pieces)))

    def _plain(self, hosted: Hosted) -> Pieces:
        """The rotation as it stands, with posts; in reserve where posting failed. OutOfTime if it is late."""
        sites = sites_by_unit(self.bureau, hosted)
        settings = self.order.settings(self.order.budget.left())
        tasks = [RotationTask(unit, sites.get(unit, {}), settings) for unit in self.bureau.units]
        found = self._run("first roster", tasks, self.order.budget.left)
        if any(isinstance(piece, Lost) and piece.why == LATE for piece in found.values()):
            raise NoTimeForAny
        failed = {unit: piece.why for unit, piece in found.items() if isinstance(piece, Lost)}
        pieces = {
            unit: self._in_reserve(unit) if isinstance(piece, Lost) else piece
            for unit, piece in found.items()
        }
        return Pieces(pieces, hosted, failed)

    def _in_reserve(self, unit: str) -> UnitPiece:
        """The plain rotation without posts, made here and without any search."""
        linked = linked_units(self.bureau, self.order.horizon)[unit]
        offers = make_offers(self.bureau, self.order.horizon, self.rules, linked)
        still = still_on_duty(self.bureau, self.order.horizon, offers.before)
        named, served = on_rotation(offers, self.rules, still, unit)
        duties = make_duties(self.bureau, Posting(self.bureau, unit), served)
        return UnitPiece(named, Posted(tuple(duties), {}))

    def _name(self, plan: StrengthPlan, pace: Pace) -> dict[str, Named | Lost]:
        """Stage 3; units are named again whose auxiliaries would be left alone by it."""
        still = still_on_duty(self.bureau, self.order.horizon, self.offers.before)
        named: dict[str, Named | Lost] = {unit: Lost(why) for unit, why in plan.lost.items()}
        alone: frozenset[Alone] = frozenset()
        settings = self.order.settings(DEALING)
        units = [unit for unit in self.bureau.units if unit not in named]
        while units:
            tasks = [
                NameTask(
                    unit, {key: one for key, one in plan.counts.items() if key[0] == unit}, alone, settings
                )
                for unit in units
            ]
            named |= self._run("duties", tasks, pace.until(NAMED))
            more = unaccompanied(self.bureau, self.order.horizon, self.rules, _worked(named), still)
            alone |= more
            units = [unit for unit in units if _lonely(named[unit], more)]
        return {unit: named[unit] for unit in self.bureau.units}

    def _post(
        self, plan: StrengthPlan, named: Mapping[str, Named | Lost], pace: Pace
    ) -> dict[str, Posted | Lost]:
        """Stage 4, a unit at a time, with those who serve there, lent ones too."""
        serving: dict[str, list[Worked]] = {unit: [] for unit in self.bureau.units}
        for one in _worked(named):
            serving[one[1].unit].append(one)
        sites = sites_by_unit(self.bureau, plan.hosted)
        left = pace.until(1.0)
        settings = self.order.settings(left())
        tasks = [
            PostTask(unit, serving[unit], sites.get(unit, {}), settings)
            for unit in self.bureau.units
            if isinstance(named[unit], Named)
        ]
        posted = self._run("posts", tasks, left)
        return {unit: posted.get(unit, Lost("")) for unit in self.bureau.units}

    def _run(
        self, stage: str, tasks: Sequence[UnitTask[R]], left: Callable[[], float]
    ) -> dict[str, R | Lost]:
        """The results of the tasks by unit."""
        units = [task.unit for task in tasks]
        count = 0

        def done(_: object) -> None:
            nonlocal count
            count += 1
            self._tell(stage, count, len(tasks), "units")

        results = Batch(self.executor, tasks).results(left, done)
        return dict(zip(units, results, strict=True))

    def _tell(self, stage: str, done: int, of: int, what: str) -> None:
        budget = self.order.budget
        spent = budget.spent()
        self.hear(Progress(stage, done, of, what, spent, budget.seconds - spent))

    def _proved(self, roster: Roster) -> Made:
        self._tell("audit", 0, 1, "rosters")
        made = prove(self.bureau, roster)
        self._tell("audit", 1, 1, "rosters")
        return made

    def _roster(self, pieces: Pieces) -> Roster:
        every = list(pieces.by_unit.values())
        duties = sorted(
            (duty for piece in every for duty in piece.posted.duties), key=lambda one: (one.officer, one.day)
        )
        return Roster(
            bureau=self.bureau.id,
            fingerprint=self.bureau.fingerprint,
            horizon=self.order.horizon,
            seed=self.order.seed,
            versions=_versions(),
            duties=tuple(duties),
            before=self.offers.before,
            notes=tuple(self._notes(every)),
            fallbacks=tuple(Fallback(unit, why) for unit, why in pieces.old.items()),
        )

    def _notes(self, pieces: Sequence[UnitPiece]) -> Iterator[str]:
        """Why named officers do not reach the counts, for the report."""
        for one in (one for piece in pieces for one in piece.named.undealt):
            shift = self.bureau.shifts[one.choice.shift].name
            yield (
                f"{one.choice.day}: {one.missing} of team {one.team} of {one.unit} could not lawfully be "
                f"given {shift} in {one.choice.unit}; in the way: {', '.join(one.rules) or 'nobody is left'}"
            )


def _worked(named: Mapping[str, Named | Lost]) -> list[Worked]:
    return [one for unit in named.values() if isinstance(unit, Named) for one in unit.worked]


def _lonely(named: Named | Lost, alone: frozenset[Alone]) -> bool:
    keys = {key for _, key in alone}
    return isinstance(named, Named) and any(key_of(choice) in keys for _, choice in named.worked)


def _versions() -> dict[str, str]:
    return {
        "rosterctl": version("rosterctl"),
        "ortools": version("ortools"),
        "python": platform.python_version(),
    }
