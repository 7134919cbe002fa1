"""Children that are killed, hang or run out of memory: two tries, then the unit's plain rotation."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.main import run as rosterctl
from rosterctl.domain.roster import Roster
from rosterctl.storage.roster.folder import read_roster
from tests.crash.running import LONG, at_work, left_over, running, solving, wait_for, waiting_out, workers
from tests.crash.test_signals import endless_bureau
from tests.support.station_roster import STATION

BRIGADE = STATION.parent / "brigade"
UNITS = {"hanshan-1", "S07", "S08"}
WEEK = ("--days", "7")
IMPATIENT = [
    sys.executable,
    "-c",
    "from rosterctl.planning.workers.seat import Seat; Seat.run.__defaults__ = (3.0,); "
    "from rosterctl.cli.main import main; main()",
]
"""A rosterctl that holds a child to hang after three seconds of silence."""


def finished(run: subprocess.Popen[str], out: Path) -> Roster:
    """The roster of a run that ends by itself, which must pass the audit and leave nothing behind."""
    run.communicate(timeout=LONG)
    assert left_over(run) == []
    assert [path.name for path in out.parent.iterdir() if path.name != "bureau"] == [out.name]
    assert rosterctl(["audit", str(out)]) == ExitCode.FINE
    return read_roster(out)


def busy_worker(run: subprocess.Popen[str]) -> int:
    while not (busy := at_work(run)):
        assert run.poll() is None, "the run ended before any child was seen at work"
        time.sleep(0.01)
    return busy[0]


@contextmanager
def seeing(run: subprocess.Popen[str], done: Callable[[int], None]) -> Iterator[None]:
    """This is done to every child, again and again, as soon as it is seen."""
    over = threading.Event()

    def look() -> None:
        while not over.wait(0.05):
            for pid in workers(run):
                with suppress(ProcessLookupError):
                    done(pid)

    looker = threading.Thread(target=look)
    looker.start()
    try:
        yield
    finally:
        over.set()
        looker.join()


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def halt(pid: int) -> None:
    os.kill(pid, signal.SIGSTOP)


def test_a_child_killed_once_costs_nothing_but_time(tmp_path: Path) -> None:
    out = tmp_path / "roster"
    with solving(BRIGADE, out, *WEEK) as run:
        wait_for(run, "first roster: 3 of 3")
        os.kill(busy_worker(run), signal.SIGKILL)
        roster = finished(run, out)
    assert not roster.fallbacks


def test_children_killed_again_and_again_leave_the_plain_rotation(tmp_path: Path) -> None:
    out = tmp_path / "roster"
    with solving(BRIGADE, out, *WEEK) as run:
        wait_for(run, "audit: 1 of 1")
        with seeing(run, kill):
            roster = finished(run, out)
    assert run.returncode == ExitCode.DEGRADED
    assert {one.unit for one in roster.fallbacks} == UNITS
    assert {one.why for one in roster.fallbacks} <= {"its process died", "its process died of SIGKILL"}
    assert "only the plain rotation" in (out / "report.md").read_text()


def test_children_killed_from_the_start_leave_everybody_in_reserve(tmp_path: Path) -> None:
    out = tmp_path / "roster"
    with solving(BRIGADE, out, *WEEK) as run, seeing(run, kill):
        roster = finished(run, out)
    assert run.returncode == ExitCode.DEGRADED
    assert {one.unit for one in roster.fallbacks} == UNITS
    assert {piece.post for duty in roster.duties for piece in duty.slices} == {""}


def test_a_child_that_hangs_is_given_up_and_tried_again(tmp_path: Path) -> None:
    """After three seconds of silence: the half minute of a real run would only be waited out."""
    out = tmp_path / "roster"
    order = ("solve", str(BRIGADE), "--from", "2026-12-01", *WEEK, "--out", str(out))
    with running(*order, program=IMPATIENT) as run:
        wait_for(run, "first roster: 3 of 3")
        hangs = busy_worker(run)
        halt(hangs)
        roster = finished(run, out)
    assert not Path(f"/proc/{hangs}").exists()
    assert not roster.fallbacks


def test_children_that_hang_until_time_runs_out_leave_the_plain_rotation(tmp_path: Path) -> None:
    """All that are seen from the first roster on."""
    out = tmp_path / "roster"
    with waiting_out(endless_bureau(tmp_path / "bureau"), out, *WEEK) as run, seeing(run, halt):
        roster = finished(run, out)
    assert run.returncode == ExitCode.DEGRADED
    assert [(one.unit, one.why) for one in roster.fallbacks] == [("S01", "time ran out")]


def test_a_child_without_memory_leaves_the_plain_rotation(tmp_path: Path) -> None:
    """The children's address space is cut to what one has already: the next large request is refused.

    So it is for whoever comes after one that dies of it.
    """
    out = tmp_path / "roster"
    with solving(endless_bureau(tmp_path / "bureau"), out, "--time-limit", "100") as run:
        wait_for(run, "audit: 1 of 1")
        pages = int(Path(f"/proc/{busy_worker(run)}/statm").read_text().split()[0])
        limit = pages * resource.getpagesize()

        def starve(pid: int) -> None:
            resource.prlimit(pid, resource.RLIMIT_AS, (limit, limit))

        with seeing(run, starve):
            roster = finished(run, out)
    assert [one.unit for one in roster.fallbacks] == ["S01"]
    assert roster.fallbacks[0].why != "time ran out"
