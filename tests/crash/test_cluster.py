"""A dask cluster as executor: real scheduler and workers, one of which is killed in the middle of a run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.main import run as rosterctl
from rosterctl.storage.roster.folder import read_roster
from tests.crash.running import LONG, left_over, solving, wait_for, waiting_out
from tests.crash.test_signals import endless_bureau
from tests.support.station_roster import STATION

BRIGADE = STATION.parent / "brigade"
SCHEDULER = """
import asyncio
from distributed import Scheduler
async def main():
    async with Scheduler(host="127.0.0.1", port=0, dashboard_address=None) as scheduler:
        print(scheduler.address, flush=True)
        await scheduler.finished()
asyncio.run(main())
"""
WORKER = """
import asyncio, sys
from distributed import Worker
async def main():
    async with Worker(sys.argv[1], nthreads=1) as worker:
        print("ready", flush=True)
        await worker.finished()
asyncio.run(main())
"""


@contextmanager
def started(source: str, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A Python program, and the first line that it prints."""
    command = [sys.executable, "-c", source, *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def busy(processes: Sequence[subprocess.Popen[str]]) -> subprocess.Popen[str]:
    """The first of them that works for a tenth of a second, however long that takes on a busy machine."""
    before = [used(one) for one in processes]
    while True:
        time.sleep(0.02)
        for one, seconds in zip(processes, before, strict=True):
            if used(one) - seconds >= 0.1:
                return one


def used(process: subprocess.Popen[str]) -> float:
    """Processor seconds so far."""
    user, system = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def test_a_lost_worker_does_not_cost_the_run(tmp_path: Path) -> None:
    out = tmp_path / "roster"
    with (
        started(SCHEDULER) as (_, address),
        started(WORKER, address) as (one, _),
        started(WORKER, address) as (other, _),
        solving(BRIGADE, out, "--days", "7", "--cluster", address) as run,
    ):
        wait_for(run, "first roster: 3 of 3")
        busy([one, other]).send_signal(signal.SIGKILL)
        run.communicate(timeout=LONG)
        assert left_over(run) == []
    assert rosterctl(["audit", str(out)]) == ExitCode.FINE
    assert not read_roster(out).fallbacks


def test_without_any_worker_left_the_first_roster_stands(tmp_path: Path) -> None:
    out = tmp_path / "roster"
    bureau = endless_bureau(tmp_path / "bureau")
    with (
        started(SCHEDULER) as (_, address),
        started(WORKER, address) as (only, _),
        waiting_out(bureau, out, "--days", "7", "--cluster", address) as run,
    ):
        only.send_signal(signal.SIGKILL)
        run.communicate(timeout=LONG)
    assert run.returncode == ExitCode.DEGRADED
    assert rosterctl(["audit", str(out)]) == ExitCode.FINE
    assert [one.unit for one in read_roster(out).fallbacks] == ["S01"]
