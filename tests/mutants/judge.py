"""Runs tests against one mutant in a forked process; pytest and the libraries are loaded once, before."""

from __future__ import annotations

import importlib
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

import pytest

from tests.mutants.hook import sitecustomize
from tests.support.repository import ROOT

LIBRARIES = (
    "click",
    "hypothesis",
    "numpy",
    "ortools.math_opt.python.mathopt",
    "pydantic",
    "tabulate",
    "yaml",
)
HOOK = Path(sitecustomize.__file__).parent
LOOK_AGAIN = 0.02


class Verdict(StrEnum):
    KILLED = "killed"
    SURVIVED = "survived"
    LATE = "late"
    """It did not end in time, as an endless loop does not: killed as well."""


def load_libraries() -> None:
    """Before the first fork; nothing of rosterctl itself may be loaded yet, a child could not change it."""
    for name in LIBRARIES:
        importlib.import_module(name)
    loaded = [name for name in sys.modules if name.startswith("rosterctl.")]
    assert not loaded, loaded


def judge(module: str, source: str, suites: Iterable[tuple[Sequence[str], float]]) -> Verdict:
    """One suite after the other until one fails, each within its seconds."""
    for suite, seconds in suites:
        code = _run(module, source, suite, seconds)
        if code is None:
            return Verdict.LATE
        if code != pytest.ExitCode.OK:
            return Verdict.KILLED
    return Verdict.SURVIVED


def _run(module: str, source: str, files: Sequence[str], seconds: float) -> int | None:
    """The exit code of pytest, None when it took too long."""
    with tempfile.TemporaryDirectory() as folder:
        mutant = Path(folder) / "mutant.py"
        mutant.write_text(source, encoding="utf-8")
        child = os.fork()
        if not child:
            _be_child(module, mutant, files, Path(folder))
        return _wait(child, seconds)


def _be_child(module: str, mutant: Path, files: Sequence[str], folder: Path) -> None:
    """Never returns. A session of its own: whatever the tests start ends with it."""
    code = 70
    try:
        os.setsid()
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.chdir(ROOT)
        os.environ[sitecustomize.NAME] = f"{module}={mutant}"
        os.environ["PYTHONPATH"] = str(HOOK)
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        sitecustomize.install()
        options = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", f"--basetemp={folder / 'tests'}"]
        code = int(pytest.main([*options, *files]))
    finally:
        os._exit(code)


def _wait(child: int, seconds: float) -> int | None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            _sweep(child)
            return os.waitstatus_to_exitcode(status)
        time.sleep(LOOK_AGAIN)
    _sweep(child)
    os.waitpid(child, 0)
    return None


def _sweep(session: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(session, signal.SIGKILL)
