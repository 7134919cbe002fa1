"""Runs rosterctl as a process of its own."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass

PROGRAM = (sys.executable, "-c", "from rosterctl.cli.main import main; main()")


@dataclass(frozen=True)
class Ran:
    code: int
    seconds: float
    out: str
    err: str


def rosterctl(*words: object) -> Ran:
    started = time.monotonic()
    done = subprocess.run([*PROGRAM, *map(str, words)], capture_output=True, text=True, check=False)
    return Ran(done.returncode, time.monotonic() - started, done.stdout, done.stderr)
