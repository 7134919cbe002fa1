"""The tests mirror the program: what `a/b.py` does is tested in `tests/a/test_b.py`."""

from __future__ import annotations

from collections import defaultdict
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.support.known import off_the_list
from tests.support.repository import SOURCE
from tests.support.source import TESTS, dotted, files_of_tests, imported, lies_in, modules, place, room

LOADED_BY_NAME = ("cli/commands/*", "rules/*", "operations/doctor/checks/*")
"""The program finds these by their files' names: a test named like the file tests it without importing it."""

IN_ONE_TEST = ("words/zh/*",)
"""`words/test_catalogue.py` walks through all of these."""

IN_ANOTHER_PROCESS = {
    "planning/workers/fork_server.py": "planning/workers/test_fork_server.py",
    "planning/workers/fork_server_end.py": "planning/workers/test_fork_server.py",
}
"""Modules that a test loads in a process that it starts, and that test."""

OTHER_ROOMS = {
    "bench": "speed and size, beside a naive model of the whole bureau",
    "crash": "killed processes, full disks, signals",
    "golden": "whole bureaus, and the words of every mistake",
    "house": "the house itself",
    "many_nights": "a year of nights, one after the other, and every date as a first one",
    "mutants": "faults put into the program, which its tests must notice",
    "planted": "faults put into the program, which its audit must find in the roster",
    "properties": "what holds for every bureau, on random ones",
    "same_bytes": "the rosters of two versions beside each other",
    "support": "what the tests share",
}
"""Folders of tests that mirror no room of the program, and what they are about."""

SEVERAL_MODULES = {
    "export/html/test_in_browser.py": "the page and its script, in a browser",
    "operations/doctor/test_checks.py": "every check of the doctor, on the same patient",
    "intake/test_never_crashes.py": "random folders through the whole intake",
    "operations/test_clock_change_nights.py": "nights and publications while the clocks go back",
    "operations/test_hardening.py": "a whole run inside the borders of the shipped service",
    "operations/test_notified_nights.py": "a whole night and all that anybody is told of it",
    "operations/test_running_night.py": "sick calls and nights while a night runs",
    "planning/repair/test_changes_on_a_date.py": "every stage when a unit or officer changes on a date",
    "rules/test_cover_costs.py": "all cover rules together, model against check",
}
"""Tests that look at several modules at once on purpose, and why."""


def untested_modules() -> dict[str, int]:
    """1 for each module that no test of its own room imports."""
    seen: dict[str, set[str]] = defaultdict(set)
    for path in files_of_tests():
        seen[path.relative_to(TESTS).parts[0]].update(imported(path))
    return {
        place(path): 1
        for path in modules()
        if path.parent != SOURCE and place(path) not in IN_ANOTHER_PROCESS
        if not lies_in(place(path), IN_ONE_TEST)
        if dotted(path) not in seen[room(path)] and not has_test_of_its_name(path)
    }


def has_test_of_its_name(path: Path) -> bool:
    """Is it a module that the program loads by its name, and is there a test file of that name?"""
    test = TESTS / path.parent.relative_to(SOURCE) / f"test_{path.name}"
    return lies_in(place(path), LOADED_BY_NAME) and test.is_file()


def stray_tests() -> dict[str, int]:
    """1 for each test file of a room whose name is not that of a module in the same folder of the program."""
    found = {}
    for path in files_of_tests():
        where = path.relative_to(TESTS)
        module = SOURCE / where.parent / where.name.removeprefix("test_")
        if not module.is_file() and where.parts[0] not in OTHER_ROOMS and str(where) not in SEVERAL_MODULES:
            found[where.as_posix()] = 1
    return found


def test_every_module_is_imported_by_a_test_of_its_room() -> None:
    assert off_the_list("untested_modules", untested_modules()) == {}


def test_every_test_file_has_its_module() -> None:
    assert off_the_list("stray_tests", stray_tests()) == {}


def test_no_test_is_passed_over_for_the_name_of_its_folder(pytestconfig: pytest.Config) -> None:
    """Without a setting pytest leaves out what looks like a build, say."""
    left_out = pytestconfig.getini("norecursedirs")
    folders = {part for path in files_of_tests() for part in path.relative_to(TESTS).parts[:-1]}
    assert [one for one in sorted(folders) if any(fnmatch(one, name) for name in left_out)] == []


def test_every_folder_of_tests_is_a_room_or_is_listed() -> None:
    rooms = {room(path) for path in modules()}
    folders = {path.name for path in TESTS.iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert folders - rooms - {*OTHER_ROOMS} == set()


def test_every_exception_is_there() -> None:
    named = [*SEVERAL_MODULES, *IN_ANOTHER_PROCESS.values()]
    assert [name for name in named if not (TESTS / name).is_file()] == []
    assert [name for name in IN_ANOTHER_PROCESS if not (SOURCE / name).is_file()] == []
