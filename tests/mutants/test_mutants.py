"""The driver makes the mutations that it says, and its verdict is that of the room's tests."""

from __future__ import annotations

import subprocess
import sys

from tests.mutants.mutations import mutations
from tests.support.repository import ROOT

SMALL = '''"""Text 1."""
import os
LIMIT: int = 3
def some(days, limit=LIMIT):
    """Text 2."""
    if not days:
        raise ValueError(1)
    return [day + 1 for day in days if day < limit and day is not None]
'''


def test_every_operator_number_and_condition_and_nothing_else() -> None:
    assert [(one.line, one.key) for one in mutations(SMALL)] == [
        (3, "3 -> 4"),
        (6, "not days -> days"),
        (6, "not days -> not not days"),
        (8, "1 -> 2"),
        (8, "day + 1 -> day - 1"),
        (8, "day < limit -> day <= limit"),
        (8, "day < limit and day is not None -> day < limit or day is not None"),
        (8, "day < limit and day is not None -> not (day < limit and day is not None)"),
        (8, "day is not None -> day is None"),
    ]


def test_a_mutation_changes_its_place_only() -> None:
    (last,) = [one for one in mutations(SMALL) if one.new == "day <= limit"]
    assert last.source == SMALL.replace("day < limit", "(day <= limit)")


def test_mutants_of_a_rule_are_killed_by_its_tests() -> None:
    """The edge of eleven hours of rest: two mutants, each in a process of its own."""
    words = ["rules/rest", "--seconds", "0", "--most", "2", "--seed", "0", "--all", "--least", "1"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.mutants", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "rosterctl.rules.rest: 2 of 2 killed, 0 equivalent" in done.stdout
