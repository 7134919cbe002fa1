"""One search by HiGHS, through OR-Tools' MathOpt."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock

from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from ortools.math_opt.solvers.highs_pb2 import HighsOptionsProto

from rosterctl.solver.linear import Condition, Linear
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import OutOfTime, Settings, Stuck
from rosterctl.solver.params import SOLVER

NOTHING_FIXED: Mapping[int, int] = {}

_STDOUT = Lock()
"""There is one stdout to close; threads of a cluster's worker take turns."""


@contextmanager
def _stdout_closed() -> Iterator[None]:
    """HiGHS prints lines of its own whatever it is told; our stdout is for data."""
    sys.stdout.flush()
    with _STDOUT:
        yield from _redirected()


def _redirected() -> Iterator[None]:
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


@dataclass(frozen=True)
class Found:
    """Values by variable number and the proven lower bound of the cost, None if time ran out before one."""

    values: Sequence[int]
    bound: int | None


@dataclass(frozen=True)
class Relaxed:
    """Values by variable number, broken ones too, and the proven lower bound of the cost."""

    values: Sequence[float]
    bound: int | None

    def value(self, expression: Linear) -> float:
        terms = expression.terms.items()
        return expression.constant + sum(coefficient * self.values[name] for name, coefficient in terms)


def rounded_up(cost: Linear, bound: float) -> int | None:
    """The least value at or above the bound (without the constant) that the cost can take; None if infinite.

    Every value is the constant plus a multiple of the coefficients' greatest common divisor. The bound is
    first eased by what its floating-point numbers may be wrong.
    """
    if not math.isfinite(bound):
        return None
    step = math.gcd(*cost.terms.values()) or 1
    ease = SOLVER.bound_error * (1 + abs(bound))
    return cost.constant + step * math.ceil((bound - ease) / step)


class HighsRun:
    """One model as MathOpt wants it, with rows added as tiers are settled."""

    def __init__(self, model: Model, settings: Settings, integers: bool = True) -> None:
        self._settings, self._most, self._integers = settings, model.bounds, integers
        self._proto = model_pb2.ModelProto()
        count = len(model.bounds)
        self._proto.variables.ids.extend(range(count))
        self._proto.variables.lower_bounds.extend([0.0] * count)
        self._proto.variables.upper_bounds.extend([float(most) for most in model.bounds])
        self._proto.variables.integers.extend([integers] * count)
        self._rows = 0
        for condition in model.conditions:
            self._add(condition)

    def hold(self, cost: Linear, value: int) -> None:
        """The cost may not rise above the value again."""
        if cost.terms:
            self._add(Condition(cost.terms, None, value - cost.constant), SOLVER.ease)

    @contextmanager
    def held_meanwhile(self, cost: Linear, value: int) -> Iterator[None]:
        """The cost may not rise above the value until this ends."""
        rows, matrix = self._proto.linear_constraints, self._proto.linear_constraint_matrix
        before, elements = self._rows, len(matrix.row_ids)
        self.hold(cost, value)
        try:
            yield
        finally:
            for kept in (rows.ids, rows.lower_bounds, rows.upper_bounds):
                del kept[before:]
            for kept in (matrix.row_ids, matrix.column_ids, matrix.coefficients):
                del kept[elements:]
            self._rows = before

    def minimise(
        self,
        cost: Linear,
        seconds: float,
        gap: float,
        hint: Sequence[int] | None = None,
        fixed: Mapping[int, int] = NOTHING_FIXED,
    ) -> Found | Stuck | OutOfTime:
        """Stuck only when a second search, without presolve and from another seed, finds the same.

        Variables in `fixed` have that value in this search.
        """
        with self._fixed(fixed):
            return self._minimise(cost, seconds, gap, hint)

    def relaxed(self, cost: Linear, seconds: float) -> Relaxed | None:
        """The least that the cost can be, of a run without whole numbers; None if time ran out before."""
        result = self._result(self._parameters(cost, seconds, 0.0), None)
        if not result.has_primal_feasible_solution():
            return None
        return Relaxed(_values(result), rounded_up(cost, result.best_objective_bound() - cost.constant))

    @contextmanager
    def _fixed(self, fixed: Mapping[int, int]) -> Iterator[None]:
        lower, upper = self._proto.variables.lower_bounds, self._proto.variables.upper_bounds
        for name, value in fixed.items():
            lower[name] = upper[name] = float(value)
        try:
            yield
        finally:
            for name in fixed:
                lower[name], upper[name] = 0.0, float(self._most[name])

    def _minimise(
        self, cost: Linear, seconds: float, gap: float, hint: Sequence[int] | None
    ) -> Found | Stuck | OutOfTime:
        deadline = time.monotonic() + seconds
        parameters = self._parameters(cost, seconds, gap)
        found = self._solve(cost, parameters, hint)
        if isinstance(found, Stuck):
            parameters.time_limit = timedelta(seconds=max(deadline - time.monotonic(), SOLVER.least_seconds))
            parameters.presolve = mathopt.Emphasis.OFF
            parameters.random_seed = self._settings.seed + 1
            found = self._solve(cost, parameters, hint)
        return found

    def _parameters(self, cost: Linear, seconds: float, gap: float) -> mathopt.SolveParameters:
        """The cost becomes the objective."""
        names = sorted(name for name, coefficient in cost.terms.items() if coefficient)
        self._proto.objective.Clear()
        self._proto.objective.offset = float(cost.constant)
        self._proto.objective.linear_coefficients.ids.extend(names)
        self._proto.objective.linear_coefficients.values.extend(float(cost.terms[name]) for name in names)
        return mathopt.SolveParameters(
            time_limit=timedelta(seconds=max(seconds, 0.0)),
            node_limit=self._settings.nodes,
            relative_gap_tolerance=gap,
            random_seed=self._settings.seed,
            # Half as long as the simplex method for linear relaxations of a brigade's counts (2026-11-28).
            lp_algorithm=None if self._integers else mathopt.LPAlgorithm.BARRIER,
            # Presolved anew at the root, a city's repair once took 75 seconds beyond its limit, and without
            # that 6 in all (two brigades, 20 dates, 2026-11-27).
            highs=HighsOptionsProto(bool_options={"mip_root_presolve_only": True}),
        )

    def _solve(
        self, cost: Linear, parameters: mathopt.SolveParameters, hint: Sequence[int] | None
    ) -> Found | Stuck | OutOfTime:
        result = self._result(parameters, hint)
        if result.has_primal_feasible_solution():
            whole = [round(value) for value in _values(result)]
            return Found(whole, rounded_up(cost, result.best_objective_bound() - cost.constant))
        if result.termination.reason in (
            mathopt.TerminationReason.INFEASIBLE,
            mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED,
        ):
            return Stuck()
        return OutOfTime()

    def _result(self, parameters: mathopt.SolveParameters, hint: Sequence[int] | None) -> mathopt.SolveResult:
        model = mathopt.Model.from_model_proto(self._proto)
        hints = []
        if hint is not None:
            known = {variable: float(hint[variable.id]) for variable in model.variables()}
            hints.append(mathopt.SolutionHint(variable_values=known))
        with _stdout_closed():
            return mathopt.solve(
                model,
                mathopt.SolverType.HIGHS,
                params=parameters,
                model_params=mathopt.ModelSolveParameters(solution_hints=hints),
            )

    def _add(self, condition: Condition, ease: float = 0.0) -> None:
        rows, matrix = self._proto.linear_constraints, self._proto.linear_constraint_matrix
        rows.ids.append(self._rows)
        rows.lower_bounds.append(-math.inf if condition.lower is None else condition.lower)
        rows.upper_bounds.append(math.inf if condition.upper is None else condition.upper + ease)
        for name in sorted(condition.terms):
            if condition.terms[name]:
                matrix.row_ids.append(self._rows)
                matrix.column_ids.append(name)
                matrix.coefficients.append(float(condition.terms[name]))
        self._rows += 1


def _values(result: mathopt.SolveResult) -> list[float]:
    """By the number of the variable."""
    values = result.variable_values()
    return [values[variable] for variable in sorted(values, key=lambda one: one.id)]
