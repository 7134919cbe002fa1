"""Ctrl-C and SIGTERM while the solver searches: it ends at once, leaves no process and writes nothing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.station_roster import STATION

PROGRAM = [sys.executable, "-c", "from rosterctl.cli.main import main; main()"]
NIGHTS_ONLY = "own_rotations: [{id: nights, name: N, cycle: N, offsets: [0, 0, 0, 0], shifts: {N: night}}]"
"""Everybody is called every night: who may rest when takes the solver far longer than any time limit."""
SOON = 10.0


def endless_bureau(folder: Path) -> Path:
    shutil.copytree(STATION, folder)
    with (folder / "bureau.yaml").open("a") as file:
        file.write(f"{NIGHTS_ONLY}\n")
    units = folder / "units/S01.yaml"
    units.write_text(units.read_text().replace("rotation: cn4x2", "rotation: nights"))
    return folder


@pytest.mark.parametrize(
    ("sent", "code", "word"), [("SIGTERM", 143, "terminated"), ("SIGINT", 130, "interrupted")]
)
def test_a_signal_ends_a_long_search(tmp_path: Path, sent: str, code: int, word: str) -> None:
    bureau = endless_bureau(tmp_path / "bureau")
    out = tmp_path / "roster"
    order = ["solve", str(bureau), "--from", "2026-12-01", "--out", str(out), "--time-limit", "300"]
    with subprocess.Popen(
        [*PROGRAM, *order], stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        assert run.stderr
        while "strength: 1/1" not in run.stderr.readline():
            assert run.poll() is None
        time.sleep(1)
        started = time.monotonic()
        run.send_signal(getattr(signal, sent))
        said = run.communicate(timeout=60)[1]
    assert (run.returncode, time.monotonic() - started < SOON) == (code, True)
    assert said.splitlines()[-1] == word
    assert not out.exists()
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)
