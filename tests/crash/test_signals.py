"""Ctrl-C and SIGTERM at any moment of a solve: the best roster so far is kept, no process is left.

SIGUSR1 ends the search, and what is found becomes the roster.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.main import run as rosterctl
from rosterctl.storage.roster.folder import read_roster
from tests.crash.running import LONG, left_over, solving, wait_for
from tests.support.station_roster import STATION

BRIGADE = STATION.parent / "brigade"
NIGHTS_ONLY = "own_rotations: [{id: nights, name: N, cycle: N, offsets: [0, 0, 0, 0], shifts: {N: night}}]"
"""Everybody is called every night: who may rest when takes the solver far longer than any time limit."""
SENT = pytest.mark.parametrize(
    ("sent", "code", "word"),
    [(signal.SIGTERM, 143, "terminated"), (signal.SIGINT, 130, "interrupted")],
)


def endless_bureau(folder: Path) -> Path:
    shutil.copytree(STATION, folder)
    with (folder / "bureau.yaml").open("a") as file:
        file.write(f"{NIGHTS_ONLY}\n")
    units = folder / "units/S01.yaml"
    units.write_text(units.read_text().replace("rotation: cn4x2", "rotation: nights"))
    return folder


def stop(run: subprocess.Popen[str], sent: signal.Signals) -> str:
    """The last line that the run says after the signal."""
    run.send_signal(sent)
    return run.communicate(timeout=LONG)[1].splitlines()[-1]


def assert_audited(draft: Path) -> None:
    assert read_roster(draft).duties
    assert rosterctl(["audit", str(draft)]) == ExitCode.FINE
    assert "This is a draft" in (draft / "report.md").read_text()


@SENT
def test_before_the_first_roster_there_is_nothing_to_keep(
    tmp_path: Path, sent: signal.Signals, code: int, word: str
) -> None:
    with solving(BRIGADE, tmp_path / "roster") as run:
        wait_for(run, "rotation:")
        said = stop(run, sent)
    assert (run.returncode, said) == (code, f"{word} before the first roster; nothing was written")
    assert left_over(run) == []
    assert not list(tmp_path.iterdir())


@SENT
@pytest.mark.parametrize(
    ("moment", "days"),
    [("audit: 1 of 1", "7"), ("strength: 1 of 1", "7"), ("duties: 3 of 3", "7"), ("posts: 3 of 3", "14")],
)
def test_the_best_so_far_is_kept_as_a_draft(
    tmp_path: Path, sent: signal.Signals, code: int, word: str, moment: str, days: str
) -> None:
    """From halfway on to shortly before the end, where more dates leave more to do after the moment."""
    out, draft = tmp_path / "roster", tmp_path / "roster-draft"
    with solving(BRIGADE, out, "--days", days) as run:
        wait_for(run, moment)
        said = stop(run, sent)
    assert (run.returncode, said) == (code, f"{word}; the best roster so far is kept as a draft in {draft}")
    assert left_over(run) == []
    assert [path.name for path in tmp_path.iterdir()] == [draft.name]
    assert_audited(draft)


def test_a_draft_leaves_the_roster_alone_that_is_there(tmp_path: Path) -> None:
    out = tmp_path / "roster"
    week = ["--from", "2026-12-01", "--days", "7"]
    assert rosterctl(["solve", str(STATION), *week, "--out", str(out), "--quiet"]) == 0
    before = (out / "roster.json").read_bytes()
    with solving(endless_bureau(tmp_path / "bureau"), out, "--time-limit", "300") as run:
        wait_for(run, "audit: 1 of 1")
        stop(run, signal.SIGTERM)
    assert (out / "roster.json").read_bytes() == before
    assert_audited(tmp_path / "roster-draft")


def test_a_search_without_end_is_cut_off(tmp_path: Path) -> None:
    with solving(endless_bureau(tmp_path / "bureau"), tmp_path / "roster", "--time-limit", "300") as run:
        wait_for(run, "audit: 1 of 1")
        time.sleep(1)
        assert "kept as a draft" in stop(run, signal.SIGINT)
    assert run.returncode == 130
    assert left_over(run) == []


def test_a_run_that_is_told_to_finish_writes_what_it_has(tmp_path: Path) -> None:
    out = tmp_path / "roster"
    with solving(endless_bureau(tmp_path / "bureau"), out, "--time-limit", "3000") as run:
        wait_for(run, "audit: 1 of 1")
        time.sleep(1)
        assert stop(run, signal.SIGUSR1).startswith("written to")
    assert run.returncode == ExitCode.DEGRADED
    assert left_over(run) == []
    assert read_roster(out).duties
    assert rosterctl(["audit", str(out)]) == ExitCode.FINE


def test_ctrl_c_reaches_the_whole_group_and_only_the_parent_speaks(tmp_path: Path) -> None:
    """A terminal sends SIGINT to every process of the foreground group; no child prints a traceback."""
    with solving(BRIGADE, tmp_path / "roster", "--days", "7") as run:
        wait_for(run, "audit: 1 of 1")
        os.killpg(run.pid, signal.SIGINT)
        said = run.communicate(timeout=LONG)[1]
    assert run.returncode == 130
    assert "Traceback" not in said
    assert_audited(tmp_path / "roster-draft")
