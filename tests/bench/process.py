"""Runs a program as a real process and measures it with everything that it starts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROSTERCTL = (sys.executable, "-c", "from rosterctl.cli.main import main; main()")
SOONEST, SHARE = 0.05, 0.1
"""Seconds between two looks at the memory, and the most that looking may take of the time."""
SESSION = 3
"""Which field of /proc/PID/stat, counted after the program's name, is the session."""
WORKED = slice(11, 13)
"""And which are the ticks in the program and in the kernel."""


@dataclass(frozen=True)
class Run:
    """How a process ended, in wall-clock seconds, and what it said; of its whole tree peak memory in MiB and
    the processor seconds `worked`, but for the last tenth of a second of each process.

    `memory` is the sum of the proportional set sizes (PSS), so that pages which processes share count once.
    It is 0 where a process ended before the first look.
    """

    code: int
    seconds: float
    memory: float
    out: str
    err: str
    worked: float = 0.0


def run(command: Sequence[str], folder: Path | None = None) -> Run:
    """The command in a session of its own, by which its tree is told from the rest; it ends when we do."""
    started = time.monotonic()
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        start_new_session=True,
    ) as process:
        gauge = _Gauge(process.pid)
        gauge.start()
        try:
            out, err = process.communicate()
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            gauge.done.set()
    seconds = time.monotonic() - started
    gauge.join()
    return Run(process.returncode, seconds, gauge.peak / 1024, out, err, gauge.worked)


class _Gauge(threading.Thread):
    """Watches a session; `peak` is the most memory in KiB, `worked` are processor seconds."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.peak = 0
        self.ticks: dict[str, int] = {}
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.is_set():
            started = time.monotonic()
            members = _members(self.session)
            self.ticks |= members
            self.peak = max(self.peak, sum(map(_pss, members)))
            self.done.wait(max(SOONEST, (time.monotonic() - started) / SHARE))

    @property
    def worked(self) -> float:
        return sum(self.ticks.values()) / os.sysconf("SC_CLK_TCK")


def _members(session: int) -> dict[str, int]:
    """The processes of a session, and the clock ticks that each has worked."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # It ended meanwhile.
        if int(fields[SESSION]) == session:
            found[stat.parent.name] = sum(map(int, fields[WORKED]))
    return found


def _pss(pid: str) -> int:
    """KiB; 0 for a process that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
