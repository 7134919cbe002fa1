"""A real `rosterctl solve` in a process group of its own, and the children it starts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PROGRAM = [sys.executable, "-c", "from rosterctl.cli.main import main; main()"]
LONG = 120
"""Seconds after which a test gives up waiting; nothing here takes a tenth of it on an idle machine."""

LIMITS = (8, 32, 128)
"""Seconds, tried in turn until one is enough: whoever waits for the end of the time need not wait long."""


@contextmanager
def solving(bureau: Path, out: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """The process, its stderr a pipe; whatever is left of its group at the end is killed."""
    with running("solve", str(bureau), "--from", "2026-12-01", "--out", str(out), *options) as run:
        yield run


@contextmanager
def running(*order: str, program: Sequence[str] = PROGRAM) -> Iterator[subprocess.Popen[str]]:
    """Any `rosterctl` command in the same way."""
    with subprocess.Popen(
        [*program, *order],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as run:
        try:
            yield run
        finally:
            if _alive([run.pid]):
                os.killpg(run.pid, signal.SIGKILL)


@contextmanager
def waiting_out(bureau: Path, out: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """A solve that is past its first roster and whose time is soon over; later where the machine is slow."""
    for seconds in LIMITS:
        began = time.monotonic()
        with solving(bureau, out, *options, "--time-limit", f"{seconds}") as run:
            if says(run, "first roster:") and time.monotonic() - began < seconds / 2:
                yield run
                return
    raise AssertionError(f"{LIMITS[-1] / 2} s are not enough for a first roster")


def left_over(run: subprocess.Popen[str]) -> list[int]:
    """Processes of its group a moment after its end: what still loads modules takes a second to notice."""
    return left_over_of([run.pid])


def left_over_of(groups: Collection[int]) -> list[int]:
    """The same of several process groups."""
    deadline = time.monotonic() + LONG
    while (pids := _alive(groups)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return pids


def _alive(groups: Collection[int]) -> list[int]:
    """Processes of the groups that have not ended; one that nobody has asked after yet has."""
    return [pid for pid, (_, group, state) in _processes().items() if group in groups and state != "Z"]


def _processes() -> dict[int, tuple[int, int, str]]:
    """By process id: parent, group, state."""
    found: dict[int, tuple[int, int, str]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            state, parent, group = stat.rpartition(")")[2].split()[:3]
            found[int(entry.name)] = (int(parent), int(group), state)
    return found


def wait_for(run: subprocess.Popen[str], word: str) -> None:
    """The same where the run must not end before."""
    assert says(run, word), f"the run ended with {run.wait()} and never said {word!r}"


def says(run: subprocess.Popen[str], word: str) -> bool:
    """Waits for the first line on stderr with this word; False if the run ends before."""
    assert run.stderr is not None
    return any(word in line for line in run.stderr)


def workers(run: subprocess.Popen[str]) -> list[int]:
    """The process ids of its searching children: those whose parent is a child of the run."""
    every = _processes()
    return sorted(pid for pid, (parent, _, _) in every.items() if every.get(parent, (0,))[0] == run.pid)


def at_work(run: subprocess.Popen[str]) -> list[int]:
    """The workers that have a processor or wait for one just now."""
    every = _processes()
    return [pid for pid in workers(run) if every.get(pid, (0, 0, ""))[2] == "R"]
