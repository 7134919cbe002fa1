"""Running a model: budget, seed, and an outcome whose type says what may be read from it.

CP-SAT hands out garbage values after UNKNOWN and zeros after INFEASIBLE without an exception; here values
can be read from a `Solved` only.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from rosterctl.domain.tier import Tier
from rosterctl.solver.model import Expression, Model

CONFIRM_SEED = 7919


@dataclass(frozen=True)
class Settings:
    """`seconds` is the whole budget of a call, `workers` the threads; one worker is reproducible."""

    seconds: float
    seed: int = 0
    workers: int = 2
    linearization: int = 1


@dataclass(frozen=True)
class TierOutcome:
    """The value reached in a tier, the proven lower bound, and the seconds spent on it."""

    tier: Tier
    value: int
    bound: int
    seconds: float


@dataclass(frozen=True)
class Solved:
    """Values of variables and expressions may be read."""

    solver: cp_model.CpSolver
    tiers: tuple[TierOutcome, ...]

    def value(self, expression: Expression) -> int:
        return expression if isinstance(expression, int) else int(self.solver.value(expression))


@dataclass(frozen=True)
class Stuck:
    """Proved impossible, and confirmed by a second solve with another seed and without presolve."""


@dataclass(frozen=True)
class OutOfTime:
    """Nothing was found and nothing proved within the budget."""


Outcome = Solved | Stuck | OutOfTime


class InvalidModel(Exception):
    """The model itself is wrong: a bug of ours."""


def minimise(
    model: Model, tiers: Sequence[Tier], settings: Settings, watched: Iterable[Expression] = ()
) -> Outcome:
    """Minimise the tiers in order, each held at its value while the next is minimised.

    Every tier may use a fair share of what is left of the budget. `watched` are the variables whose values
    start the next tier's search.
    """
    deadline = time.monotonic() + settings.seconds
    hints = list(watched)
    best: Solved | None = None
    outcomes: list[TierOutcome] = []
    costly = [tier for tier in tiers if not isinstance(model.cost(tier), int)]
    for place, tier in enumerate(costly):
        started = time.monotonic()
        objective = model.cost(tier)
        if best is not None and best.value(objective) == 0:
            outcomes.append(TierOutcome(tier, 0, 0, 0.0))
            model.proto.add(objective <= 0)
            continue
        share = max(deadline - started, 0.1) / (len(costly) - place)
        solved = _run(model, objective, settings, share if best else max(deadline - started, 0.1))
        if not isinstance(solved, Solved):
            if best is None:
                return solved
            outcomes.append(TierOutcome(tier, best.value(objective), 0, time.monotonic() - started))
            continue
        best = solved
        value = best.value(objective)
        bound = int(-(-best.solver.best_objective_bound // 1))
        outcomes.append(TierOutcome(tier, value, min(bound, value), time.monotonic() - started))
        model.proto.add(objective <= value)
        _hint(model, best, hints)
    if best is None:
        found = _run(model, None, settings, settings.seconds)
        if not isinstance(found, Solved):
            return found
        best = found
    fixed = [
        TierOutcome(tier, model.cost(tier), model.cost(tier), 0.0) for tier in tiers if tier not in costly
    ]
    return Solved(best.solver, tuple(sorted((*outcomes, *fixed), key=lambda one: one.tier)))


def _run(model: Model, objective: Expression | None, settings: Settings, seconds: float) -> Outcome:
    if objective is not None:
        model.proto.minimize(objective)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.random_seed = settings.seed
    solver.parameters.num_workers = settings.workers
    solver.parameters.linearization_level = settings.linearization
    solver.parameters.catch_sigint_signal = False
    status = solver.solve(model.proto)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Solved(solver, ())
    if status == cp_model.UNKNOWN:
        return OutOfTime()
    if status == cp_model.INFEASIBLE:
        return _confirm(model, settings)
    raise InvalidModel(model.proto.validate())


def _confirm(model: Model, settings: Settings) -> Outcome:
    """False INFEASIBLE exists (or-tools #5274, #5295): ask again in another way before believing it."""
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = settings.seconds
    solver.parameters.random_seed = settings.seed + CONFIRM_SEED
    solver.parameters.num_workers = 1
    solver.parameters.cp_model_presolve = False
    status = solver.solve(model.proto)
    if status == cp_model.INFEASIBLE:
        return Stuck()
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Solved(solver, ())
    return OutOfTime()


def _hint(model: Model, solved: Solved, watched: list[Expression]) -> None:
    model.proto.clear_hints()  # type: ignore[no-untyped-call]
    for variable in watched:
        model.proto.add_hint(variable, solved.value(variable))
