"""A child of a real run that is struck by a bug: the run goes on, and tells where the bug struck."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rosterctl.storage.roster.folder import read_roster
from tests.support.repository import ROOT

SPOILER = """
import sys
if sys.argv[0] == "-c":  # the fork server and its children; the run itself is no child
    from rosterctl.planning.tasks import NameTask
    def struck_by_a_test(task, known):
        raise ZeroDivisionError("nothing divides this")
    NameTask.run = struck_by_a_test
"""
"""Python runs a module of this name at the start of every process."""
SENTENCE = "of a bug in rosterctl (ZeroDivisionError: nothing divides this)"


def solved(folder: Path, *flags: str) -> str:
    """What a run of the station says on stderr; its exit code is that of a unit on its plain rotation."""
    (folder / "sitecustomize.py").write_text(SPOILER)
    solve = ["solve", str(ROOT / "examples" / "station"), "--from", "2026-12-07", "--days", "2", "--quiet"]
    told = subprocess.run(
        [str(Path(sys.executable).with_name("rosterctl")), *flags, *solve, "--out", str(folder / "roster")],
        env={**os.environ, "PYTHONPATH": str(folder), "ROSTERCTL_DEBUG": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert told.returncode == 6, told.stderr
    return told.stderr


@pytest.mark.parametrize("debug", [False, True])
def test_where_a_bug_struck_a_child_is_noted_always_and_shown_with_debug(tmp_path: Path, debug: bool) -> None:
    said = solved(tmp_path, *(["--debug"] if debug else []))
    (fallback,) = read_roster(tmp_path / "roster").fallbacks
    assert (fallback.unit, fallback.why) == ("S01", SENTENCE)
    noted = json.loads((tmp_path / "roster" / "run.json").read_text())["bugs"]["S01"]
    assert "in struck_by_a_test" in noted
    assert ("in struck_by_a_test" in said, noted in said) == (debug, debug)
