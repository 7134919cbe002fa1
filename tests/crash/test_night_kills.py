"""`rosterctl nightly` and `rosterctl replan` killed at random moments, stopped by signals, started twice."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.crash.nights import soak_nights
from tests.crash.running import LONG, PROGRAM, at_work, left_over, running
from tests.crash.test_signals import endless_bureau
from tests.support.nights import STATION, nightly, numbers, order, replan, state_of, station

KILLS = 15
"""`python -m tests.crash --nights 500` takes as many as it is asked for."""


def test_nights_killed_at_random_moments(tmp_path: Path) -> None:
    """First nights with their search, next nights, repairs; every kill goes on where the last left it."""
    toll = soak_nights(tmp_path, KILLS, seed=1)
    assert toll.kills == KILLS
    assert toll.struck > KILLS // 3, "or most runs had ended before they were killed, and little is proven"
    assert toll.unfinished > 0, "some must have been killed before they published"
    assert toll.versions > KILLS // 2


def started(run: subprocess.Popen[str]) -> None:
    """Until a child searches."""
    deadline = time.monotonic() + LONG
    while not at_work(run):
        assert run.poll() is None, "the run ended before any child was seen at work"
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_night_that_is_stopped_while_it_searches(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    """Nothing is half there, the run is noted, no child is left; the next run makes what this one did not."""
    bureau = endless_bureau(tmp_path / "bureau")
    with running(*order(bureau, "2026-12-01", "--time-limit", "300")) as run:
        started(run)
        run.send_signal(sent)
        said = run.communicate(timeout=LONG)[1]
    assert (run.returncode, said) == (
        code,
        "stopped before the roster was ready; the last one stays current\n",
    )
    assert left_over(run) == []
    assert state_of(bureau).verify() == ()
    assert numbers(bureau) == []
    (row,) = state_of(bureau).history.rows()
    assert (row.exit_code, row.version) == (code, None)
    shutil.copytree(STATION, bureau, dirs_exist_ok=True)
    assert nightly(bureau, "2026-12-01") == 0


def test_two_nights_at_once(tmp_path: Path) -> None:
    """The one that came first is at work; the other says so, and so does a repair. Then the first goes on."""
    bureau = station(tmp_path)
    with running(*order(bureau, "2026-12-01")) as run:
        started(run)
        run.send_signal(signal.SIGSTOP)
        other = subprocess.run(
            [*PROGRAM, *order(bureau, "2026-12-01")],
            capture_output=True,
            text=True,
            timeout=LONG,
            check=False,
        )
        assert replan(bureau, "2026-12-01T05:40", "--sick", "P003") == 7
        run.send_signal(signal.SIGCONT)
        said = run.communicate(timeout=LONG)[1]
    assert (other.returncode, other.stdout) == (7, "")
    assert f"another run (process {run.pid}) has been working in" in other.stderr
    assert (run.returncode, said) == (0, "")
    assert numbers(bureau) == [1]
    assert not (bureau / "incidents.csv").exists()
    assert [one.exit_code for one in state_of(bureau).history.rows()] == [0]
