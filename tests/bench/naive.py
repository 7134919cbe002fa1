"""The peer "naive": the whole bureau as officer x date x shift booleans in one CP-SAT model.

This is what a competent user of OR-Tools would write: a boolean for every officer, date and shift that may be
worked, the rules on one officer's line as constraints, heads against what the posts of a unit ask for in each
stretch of the day as soft constraints, and one weighted sum, every tier weighted well above the next. The
plain cycle is its hint. It leaves out loans, vehicles and who stands where: a greedy sees to the posts.
"""

from __future__ import annotations

import sys
import time

from ortools.sat.python import cp_model

from rosterctl.domain.roster import Origin
from tests.bench.law import Law
from tests.bench.lines import Lines
from tests.bench.needs import Needs
from tests.bench.options import Option, options_of
from tests.bench.peer import Task, hand_in, read_task
from tests.bench.placing import Worked

WORKERS = 2
NOTHING_FOUND = 5


def main(task: Task) -> int:
    started = time.monotonic()
    model = cp_model.CpModel()
    law = Law.of(task.bureau)
    options = options_of(task.bureau, task.horizon, law, model)
    lines = Lines(model, task.bureau, task.horizon, law)
    lines.add(options)
    needs = Needs(model, task.bureau, task.horizon, law)
    needs.add(options)
    terms, weights = zip(*lines.costs, *needs.costs, strict=True)
    model.minimize(cp_model.LinearExpr.weighted_sum(terms, weights) + lines.constant)
    for option in options:
        model.add_hint(option.literal, option.plain)
    built = time.monotonic() - started
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.max_time_in_seconds = task.seconds
    status = solver.solve(model)
    print(solver.response_stats(), file=sys.stderr)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return NOTHING_FOUND
    worked = [_worked(option) for option in options if solver.boolean_value(option.literal)]
    hand_in(
        task,
        worked,
        status=solver.status_name(status),
        objective=solver.objective_value,
        bound=solver.best_objective_bound,
        booleans=len(options),
        seconds_building=built,
        seconds_searching=solver.wall_time,
    )
    return 0


def _worked(option: Option) -> Worked:
    return Worked(
        option.officer, option.day, option.shift, Origin.RECALL if option.recall else Origin.ROTATION
    )


if __name__ == "__main__":
    sys.exit(main(read_task()))
