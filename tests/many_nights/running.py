"""Runs rosterctl: in this process, or as a process of its own.

In this process the libraries are loaded once, which saves 0.4 s a command; the searches are child processes
either way. What a command prints is caught. Bugs show their traceback.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO

from rosterctl.cli.main import run

PROGRAM = (sys.executable, "-c", "from rosterctl.cli.main import main; main()")


@dataclass(frozen=True)
class Ran:
    """What came of a command: its words, exit code, seconds, and what it printed."""

    words: tuple[str, ...]
    code: int
    seconds: float
    out: str
    err: str

    @property
    def line(self) -> str:
        """The command as it would be typed."""
        return "rosterctl " + " ".join(self.words)


Runner = Callable[..., Ran]
"""Takes the words of a command."""


def apart(*words: object) -> Ran:
    """As a process of its own."""
    started, typed = time.monotonic(), tuple(map(str, words))
    done = subprocess.run(
        [*PROGRAM, *typed], capture_output=True, text=True, check=False, env={**os.environ, **DEBUG}
    )
    return Ran(typed, done.returncode, time.monotonic() - started, done.stdout, done.stderr)


def inside(*words: object) -> Ran:
    """In this process."""
    started, typed, out, err = time.monotonic(), tuple(map(str, words)), StringIO(), StringIO()
    os.environ.update(DEBUG)
    with redirect_stdout(out), redirect_stderr(err):
        code = run(typed)
    return Ran(typed, code, time.monotonic() - started, out.getvalue(), err.getvalue())


DEBUG = {"ROSTERCTL_DEBUG": "1", "NO_COLOR": "1"}
