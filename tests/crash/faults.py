"""Faults at single system calls of a running process, by strace: killed at the call, or the call refused."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.crash.nursery import Nursery

STRACE = shutil.which("strace")
WRITING = ("write", "pwrite64", "ftruncate")
SYNCING = ("fsync", "fdatasync")
NAMING = ("rename", "renameat", "renameat2", "mkdir", "mkdirat", "unlink", "unlinkat", "rmdir")
EVERY_CALL = "ROSTERCTL_TEST_EVERY_CALL"
"""Set in the environment of a soak."""
CALLS = (*WRITING, *SYNCING, *NAMING)
PLACE = re.compile(r"/(?:state|bureau(?!/state))/?\.?(\w*(?:\.(?:sqlite-journal|sqlite|jsonl))?)")
"""What of a state or a bureau a call is about: `versions`, `journal.jsonl`; empty for the folder itself."""


def calls_of(nursery: Nursery, arguments: Sequence[str], log: Path) -> dict[str, list[str]]:
    """Where an undisturbed `rosterctl` command makes each of the calls, turn by turn."""
    _traced(nursery, arguments, ["-y", "-s", "0", "-o", str(log), "-e", f"trace={_maybe(CALLS)}"])
    found: dict[str, list[str]] = {call: [] for call in CALLS}
    for call, what in re.findall(r"^(?:\d+ +)?(\w+)\((.*)", log.read_text(errors="replace"), re.MULTILINE):
        place = PLACE.search(what)
        found[call].append(place[1] if place else "elsewhere")
    return {call: places for call, places in found.items() if places}


def sampled(calls: Mapping[str, Sequence[str]], each: int) -> Iterator[tuple[str, int]]:
    """Of each call at each place so many turns, spread evenly from the last to the first; all in a soak."""
    for call, places in calls.items():
        chosen = set()
        for place in set(places):
            turns = [turn for turn, one in enumerate(places, start=1) if one == place]
            last, most = len(turns) - 1, len(turns) if EVERY_CALL in os.environ else each
            chosen |= {turns[last - round(n * last / max(most - 1, 1))] for n in range(most)}
        yield from ((call, turn) for turn in sorted(chosen))


def killed_at(nursery: Nursery, arguments: Sequence[str], call: str, turn: int) -> int:
    """The exit code of the command when SIGKILL strikes as it makes this call for that turn."""
    return _injected(nursery, arguments, f"{call}:signal=KILL:when={turn}")


def refused_at(nursery: Nursery, arguments: Sequence[str], call: str, turn: int, error: str) -> int:
    """The exit code of the command when this call fails at that turn."""
    return _injected(nursery, arguments, f"{call}:error={error}:when={turn}")


def _injected(nursery: Nursery, arguments: Sequence[str], what: str) -> int:
    call = what.partition(":")[0]
    options = ["-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={what}"]
    return _traced(nursery, arguments, options)


def _traced(nursery: Nursery, arguments: Sequence[str], options: Sequence[str]) -> int:
    assert STRACE is not None
    pid = nursery.start("rosterctl", arguments, held=True)
    _wait_until_stopped(pid)
    tracer = subprocess.Popen(
        [STRACE, *options, "-p", str(pid)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert tracer.stderr is not None
    with tracer.stderr:
        line = tracer.stderr.readline()
        os.kill(pid, signal.SIGCONT)
        code = nursery.wait()
        tracer.wait()
        assert "attached" in line, line + tracer.stderr.read()
    return code


def _wait_until_stopped(pid: int) -> None:
    """A SIGCONT that comes before the SIGSTOP would be lost, and the process held for ever."""
    while Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "T":
        time.sleep(0.001)


def _maybe(calls: Sequence[str]) -> str:
    """Names that not every processor's system has."""
    return ",".join(f"?{call}" for call in calls)
