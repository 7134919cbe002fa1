"""How far a solve is: lines in a pipe, a live view on a terminal, silence when asked for."""

from __future__ import annotations

import math
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from rosterctl.cli.main import run as rosterctl
from rosterctl.cli.pages.progress import progress
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.planning.request import Progress
from tests.support.station_roster import STATION

PROGRAM = [sys.executable, "-c", "from rosterctl.cli.main import main; main()"]
STAGES = ["rotation", "first roster", "audit", "strength", "duties", "posts", "audit"]


def order(out: Path, *options: str) -> list[str]:
    """Long before the calendar ends, of which a solve would warn."""
    return ["solve", str(STATION), "--from", "2026-10-12", "--days", "7", "--out", str(out), *options]


def step(done: int, of: int = 4, stage: str = "names", tiers: tuple[TierResult, ...] = ()) -> Progress:
    return Progress(stage, done, of, "units", 12.34, 50.0, tiers)


def heard(capsys: pytest.CaptureFixture[str], *steps: Progress, quiet: bool = False) -> list[str]:
    """What is said on stderr of these steps, which come at once; nothing is said on stdout."""
    with progress(quiet) as hear:
        for one in steps:
            hear(one)
    out, err = capsys.readouterr()
    assert out == ""
    return list(err.splitlines())


@pytest.mark.parametrize(("every", "told"), [(0.0, [0, 1, 2, 3, 4]), (math.inf, [4])])
def test_between_the_ends_of_stages_a_line_comes_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, every: float, told: list[int]
) -> None:
    """A unit is named in a moment; the end of a stage is told however soon it comes."""
    monkeypatch.setattr("rosterctl.cli.pages.progress.EVERY", every)
    assert heard(capsys, *(step(done) for done in range(5))) == [
        f"  12.3 s  names: {done} of 4 units" for done in told
    ]


def test_every_stage_has_its_end_told(capsys: pytest.CaptureFixture[str]) -> None:
    said = heard(capsys, step(1, 1, "rotation"), step(1, 1, "strength"), step(1_234, 1_234))
    assert [line.partition("s  ")[2] for line in said] == [
        "rotation: 1 of 1 units",
        "strength: 1 of 1 units",
        "names: 1,234 of 1,234 units",
    ]


def test_what_it_came_to_is_told_of_the_shortages_with_what_is_proved(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """800 of 1,000 are proved, so a fifth is open; changes and hours would make the line too long."""
    tiers = (
        TierResult(Tier.LEGAL, 0, 0, 0.0),
        TierResult(Tier.PLAN, 1_000, 800, 0.0),
        TierResult(Tier.STRENGTH, 5, None, 0.0),
        TierResult(Tier.CHANGES, 3, 3, 0.0),
    )
    assert heard(capsys, step(4, tiers=tiers)) == [
        "  12.3 s  names: 4 of 4 units; legal minima short 0 (gap 0.00%), "
        "post plan short 1,000 (gap 20.00%), strength target short 5 (no bound)"
    ]


def test_of_tiers_that_are_not_shown_nothing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    hours = (TierResult(Tier.HOURS, 60, 60, 0.0),)
    assert heard(capsys, step(4, tiers=hours)) == ["  12.3 s  names: 4 of 4 units"]


def test_quiet_hears_and_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert heard(capsys, step(0), step(4), quiet=True) == []


@pytest.mark.slow
def test_a_pipe_gets_a_line_at_the_end_of_every_stage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rosterctl(order(tmp_path / "roster")) == 0
    said = capsys.readouterr().err.splitlines()
    assert [line[10:].partition(":")[0] for line in said[:-1]] == STAGES
    assert "post plan short 0 (gap 0.00%)" in said[3]
    assert said[-1].startswith("written to ")


@pytest.mark.slow
def test_quiet_says_where_the_roster_is_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "roster"
    assert rosterctl(order(out, "--quiet")) == 0
    assert capsys.readouterr().err.splitlines() == [f"written to {out}; `rosterctl show {out}` shows it"]


@pytest.mark.slow
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
