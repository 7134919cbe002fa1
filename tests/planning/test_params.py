"""Every tuning number of the planner and the solver stands in its one file, and is explained there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path

import pytest

from rosterctl.planning.count_params import CountParams
from rosterctl.planning.params import PARAMS
from rosterctl.planning.repair_params import RepairParams
from rosterctl.solver.params import SOLVER, TuningNumbers
from tests.support.repository import SOURCE

HOMES = tuple(
    SOURCE / one
    for one in (
        "planning/params.py",
        "planning/count_params.py",
        "planning/repair_params.py",
        "solver/params.py",
    )
)
SETS: tuple[TuningNumbers, ...] = (*(getattr(PARAMS, one.name) for one in fields(PARAMS)), SOLVER)
NAMES = {"SOURCE, SINK = (0, 1)": "the two ends of a network, which has its nodes by number"}
"""Numbers that are names: nobody could tune them."""
REASONS = ("Chosen, not measured.", "By reasoning.", "Measured", "seen")
"""One of these stands below each number: how it came to be what it is."""


def bare_numbers(text: str) -> Iterator[str]:
    """What a module gives a number, or something with a number in it, outside any class or function."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            inside = (one for one in ast.walk(node.value) if isinstance(one, ast.Constant))
            if any(isinstance(one.value, int | float) and not isinstance(one.value, bool) for one in inside):
                yield ast.unparse(node)


def test_no_other_module_of_planner_or_solver_has_a_number_of_its_own() -> None:
    modules = [path for room in ("planning", "solver") for path in sorted((SOURCE / room).rglob("*.py"))]
    found = [one for path in modules if path not in HOMES for one in bare_numbers(path.read_text())]
    assert set(found) == set(NAMES)


def test_a_number_would_be_found() -> None:
    """In a tuple or a sum as well; words, yes or no, and what another module has are none."""
    text = 'A = 1\nB: tuple[int, ...] = (2, 3)\nC = 4 << 30\nD = "5"\nE = True\nF = PARAMS.a\n'
    assert list(bare_numbers(text)) == ["A = 1", "B: tuple[int, ...] = (2, 3)", "C = 4 << 30"]


def explained(home: Path) -> dict[str, str]:
    """By class and field the text below it."""
    found = {}
    for node in ast.parse(home.read_text()).body:
        if isinstance(node, ast.ClassDef):
            for one, below in pairwise(node.body):
                match one, below:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(
                        value=ast.Constant(value=str(text))
                    ):
                        found[f"{node.name}.{name}"] = " ".join(text.split())
    return found


def test_every_number_is_explained() -> None:
    told = {name: text for home in HOMES for name, text in explained(home).items()}
    numbers = [f"{type(one).__name__}.{name}" for one in SETS for name in one.ranges()]
    assert len(numbers) > 30
    silent = [name for name in numbers if not any(word in told.get(name, "") for word in REASONS)]
    assert silent == []


def test_every_number_has_a_unit_and_lies_within_its_range() -> None:
    for one in SETS:
        for name, allowed in one.ranges().items():
            assert allowed.unit, name
            assert allowed.least <= getattr(one, name) <= allowed.most, name


def test_what_is_soon_is_within_the_week_and_weighs_no_less() -> None:
    weights = RepairParams()
    replace(weights, soon_days=weights.week_days, soon_weight=weights.week_weight)
    with pytest.raises(ValueError, match="soon"):
        replace(weights, soon_days=weights.week_days + 1)
    with pytest.raises(ValueError, match="soon"):
        replace(weights, soon_weight=weights.week_weight - 1)


def test_what_counts_as_solved_is_never_further_than_a_fifth_from_its_bound() -> None:
    gaps = [allowed for name, allowed in CountParams.ranges().items() if name.endswith("_gap")]
    assert gaps
    assert max(allowed.most for allowed in gaps) <= 0.2
