"""Which modules a room has, and which tests may kill its mutants: those of its own first, then the room's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.support.repository import ROOT, SOURCE

TESTS = ROOT / "tests"
BESIDE = {
    "rules": ("rulekit",),
    "rulekit": ("rules",),
    "audit": ("rulekit/audit",),
    "intake": ("golden/errors",),
}
"""Tests elsewhere that speak of a room: rules and their kit go together, every error has a golden."""
LEFT_OUT = {"fork_server_end"}
"""Loaded by name in another process: no test of this process sees a mutant of it."""


def modules(room: str) -> list[Path]:
    """A room is a folder of the source (`rules`, `planning/names`), or one module without `.py`."""
    whole = SOURCE / room
    found = sorted(whole.rglob("*.py")) if whole.is_dir() else [whole.with_suffix(".py")]
    return [one for one in found if one.name != "__init__.py" and one.stem not in LEFT_OUT]


def name_of(module: Path) -> str:
    return ".".join(module.relative_to(SOURCE.parent).with_suffix("").parts)


def suites(module: Path) -> Iterator[list[str]]:
    """Test files to run until one suite fails: the module's own, then its folder's, then its room's."""
    place = module.relative_to(SOURCE)
    seen: set[Path] = set()
    own = TESTS / place.parent / f"test_{place.name}"
    stages = [[own] if own.is_file() else [], _files(TESTS / place.parent)]
    room = place.parts[0]
    stages.append([file for part in (room, *BESIDE.get(room, ())) for file in _files(TESTS / part)])
    for files in stages:
        fresh = [file for file in files if file not in seen]
        seen.update(fresh)
        if fresh:
            yield [str(file.relative_to(ROOT)) for file in fresh]


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("test_*.py"), key=lambda file: (len(file.parts), file))
