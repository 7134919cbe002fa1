"""A folder can be taken in at a glance, and a module read in one go."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

from tests.support.known import off_the_list
from tests.support.repository import SOURCE
from tests.support.source import lies_in, modules, place, tree

MOST_MODULES = 15
LONGEST = 250
"""The aim is 120 lines: splitting is for meaning, not for length."""
CATALOGUES = ("words/*", "*wording.py")
"""As long as there are sentences."""
SHORTEST = 40
"""What is shorter belongs to the module that uses it."""

CROWDED = {
    "rules": "one file a rule: being there is being registered",
    "cli/commands": "one file a command",
}
"""Folders that may hold more modules, and why."""

SHORT = {
    "cli/commands/*": "one file a command",
    "cli/exit_codes.py": "the table of the exit codes and nothing else",
    "*wording.py": "the sentences of one room, few or many",
    "intake/build/channels.py": "it alone may read the file that holds secrets",
    "intake/build/work/strength_targets.py": "one file a noun of the bureau",
    "intake/schemas.py": "the table of the shapes, each of which stands in a file of its own",
    "intake/shapes/*": "one file for each file of a bureau",
    "operations/channels/*": "one file a channel",
    "operations/doctor/checks/*": "one file a check",
    "planning/rotation/transfers.py": "which units a transfer links: the counts and every other stage ask it",
    "planning/workers/fork_server.py": "its end loads it in the server, which has little else in it",
    "planning/workers/fork_server_end.py": "loaded by its name, alone, in the fork server",
    "rulekit/reference_periods.py": "model and audit share it, which a contract forbids of `months`",
    "solver/flow.py": "one file a question to OR-Tools, like matching",
    "storage/collector.py": "Python's collector, for whoever reads or makes a million objects",
    "words/zh/*": "one file for each `wording.py`, in another language",
    "storage/roster/known_ids.py": "what the audit must not ask, says a contract that names this file",
}
"""Modules that may be short, and why. A module that holds types alone may be so anyway."""


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def holds_types_alone(path: Path) -> bool:
    """Classes and constants, no function: an enum, a protocol, a record that several modules share."""
    kinds = {type(node) for node in tree(path).body}
    return ast.ClassDef in kinds and not kinds & {ast.FunctionDef, ast.AsyncFunctionDef}


def short_modules() -> dict[str, int]:
    """1 for each module that is too short to be a file of its own."""
    short = (path for path in modules() if lines(path) < SHORTEST)
    return {
        place(path): 1 for path in short if not lies_in(place(path), SHORT) and not holds_types_alone(path)
    }


def test_a_folder_holds_no_more_modules_than_one_can_take_in() -> None:
    counts = Counter(path.parent.relative_to(SOURCE).as_posix() for path in modules())
    crowded = {folder: count for folder, count in counts.items() if count > MOST_MODULES}
    assert {folder: count for folder, count in crowded.items() if folder not in CROWDED} == {}
    assert [folder for folder in CROWDED if folder not in crowded] == []  # an exception that nobody needs


def test_no_module_is_too_long_to_read() -> None:
    long = [path for path in modules() if lines(path) > LONGEST]
    assert {place(path): lines(path) for path in long if not lies_in(place(path), CATALOGUES)} == {}


def test_no_module_is_too_short_to_stand_alone() -> None:
    assert off_the_list("short_modules", short_modules()) == {}


def test_every_exception_is_still_needed() -> None:
    short = [place(path) for path in modules() if lines(path) < SHORTEST]
    assert [pattern for pattern in SHORT if not any(lies_in(one, [pattern]) for one in short)] == []
