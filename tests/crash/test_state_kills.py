"""A state whose writer is killed at random moments, again and again; two runs at once; a dead run's lock."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

from rosterctl.cli.main import run as rosterctl
from rosterctl.storage.state.state import State
from tests.crash.nursery import Nursery
from tests.crash.running import LONG, PROGRAM
from tests.crash.soak import soak
from tests.support.station_roster import STATION, lawful_roster, write_station

KILLS = 50
"""`python -m tests.crash --kills 2000` takes as many as it is asked for."""


def test_killed_at_random_moments(tmp_path: Path) -> None:
    """Publications, ways back and prunings of one state; every kill goes on where the last one left it."""
    toll = soak(tmp_path, KILLS, seed=1)
    assert toll.kills == KILLS
    assert toll.acknowledged > KILLS // 4, "most runs must get as far as a publication, or nothing is proven"
    assert toll.unfinished > 0, "some must have been killed within one"


def test_two_runs_at_once(tmp_path: Path) -> None:
    """One publishes, the other says who is at work; a third finds the lock free, whoever left it."""
    roster = write_station(tmp_path / "roster", lawful_roster(1))
    state = tmp_path / "state"
    with Nursery(tmp_path) as nursery:
        pid = nursery.start("treadmill", [str(state), str(roster)])
        deadline = time.monotonic() + LONG
        while not (state / "lock").exists() or (state / "lock").read_text() != f"{pid}\n":
            assert time.monotonic() < deadline
        os.kill(pid, signal.SIGSTOP)
        try:
            order = ["publish", str(roster), str(STATION), "--state", str(state)]
            other = subprocess.run(
                [*PROGRAM, *order], capture_output=True, text=True, timeout=LONG, check=False
            )
        finally:
            os.kill(pid, signal.SIGKILL)
        assert nursery.wait() == -signal.SIGKILL
    assert (other.returncode, other.stdout) == (7, "")
    assert f"another run (process {pid}) has been working in '{state}' since" in other.stderr
    assert rosterctl(order) == 0
    assert State(state).verify() == ()


def test_of_two_that_start_together_both_end_well(tmp_path: Path) -> None:
    rosters = [write_station(tmp_path / f"roster{days}", lawful_roster(days)) for days in (1, 2)]
    orders = [["publish", str(one), str(STATION), "--state", str(tmp_path / "state")] for one in rosters]
    runs = [
        subprocess.Popen(
            [*PROGRAM, *order, "--because", "both"], stderr=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for order in orders
    ]
    for one in runs:
        one.communicate(timeout=LONG)
    codes = sorted(one.returncode for one in runs)
    assert codes in ([0, 0], [0, 7])
    state = State(tmp_path / "state")
    assert len(state.versions()) == codes.count(0)
    assert state.verify() == ()
    assert json.loads((tmp_path / "state/current").read_text())["version"] == codes.count(0)
