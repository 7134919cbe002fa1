"""How far a solve is: lines in a pipe, a live view on a terminal, silence when asked for."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from rosterctl.cli.main import run as rosterctl
from tests.support.station_roster import STATION

pytestmark = pytest.mark.slow

PROGRAM = [sys.executable, "-c", "from rosterctl.cli.main import main; main()"]
STAGES = ["rotation", "first roster", "audit", "strength", "duties", "posts", "audit"]


def order(out: Path, *options: str) -> list[str]:
    return ["solve", str(STATION), "--from", "2026-12-01", "--days", "7", "--out", str(out), *options]


def test_a_pipe_gets_a_line_at_the_end_of_every_stage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rosterctl(order(tmp_path / "roster")) == 0
    said = capsys.readouterr().err.splitlines()
    assert [line[10:].partition(":")[0] for line in said[:-1]] == STAGES
    assert "post plan short 0 (gap 0.00%)" in said[3]
    assert said[-1].startswith("written to ")


def test_quiet_says_where_the_roster_is_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "roster"
    assert rosterctl(order(out, "--quiet")) == 0
    assert capsys.readouterr().err.splitlines() == [f"written to {out}; `rosterctl show {out}` shows it"]


def test_a_terminal_gets_a_view_that_goes_away_again(tmp_path: Path) -> None:
    parent, child = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(
        [*PROGRAM, *order(tmp_path / "roster")], stdout=subprocess.DEVNULL, stderr=child, env=environment
    ) as run:
        os.close(child)
        shown = bytearray()
        try:
            while piece := os.read(parent, 65536):
                shown += piece
        except OSError:  # Linux says EIO when the other side is closed
            pass
    os.close(parent)
    text = shown.decode()
    assert run.returncode == 0
    assert all(word in text for word in ("first roster", "strength", "time left", "post plan short"))
    assert "\x1b[2K" in text, "the lines of the view are erased at the end"
    assert text.rstrip().endswith("shows it")
