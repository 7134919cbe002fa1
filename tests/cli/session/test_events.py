"""How far a run is, for programs: private, line by line, and never in the way of the run."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import click
import pytest

from rosterctl.cli.main import run as rosterctl
from rosterctl.cli.session.events import written_events
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.planning.request import Progress
from tests.support.station_roster import STATION


def step(done: int, tiers: tuple[TierResult, ...] = ()) -> Progress:
    return Progress("strength", done, 2, "blocks", 1.23456, 50.0, tiers)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_each_step_is_a_line_at_once_and_is_heard_besides(tmp_path: Path) -> None:
    path, heard = tmp_path / "events.jsonl", []
    with written_events(path, heard.append) as hear:
        hear(step(1))
        assert len(lines(path)) == 1
        hear(step(2, (TierResult(Tier.PLAN, 8, 6, 0.5),)))
    assert heard == [step(1), step(2, (TierResult(Tier.PLAN, 8, 6, 0.5),))]
    first, second, last = lines(path)
    assert {**first, "time": ""} == {
        **{"time": "", "stage": "strength", "done": 1, "of": 2, "what": "blocks"},
        **{"seconds": 1.235, "left": 50.0, "tiers": []},
    }
    assert second["tiers"] == [{"tier": "post plan short", "value": 8, "bound": 6, "gap": 0.25}]
    assert {**last, "time": ""} == {"time": "", "stage": "end"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_a_file_only_the_listener_hears() -> None:
    heard: list[Progress] = []
    with written_events(None, heard.append) as hear:
        hear(step(1))
    assert heard == [step(1)]


def test_a_run_that_ends_by_itself_has_no_end_and_the_next_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    with pytest.raises(KeyboardInterrupt), written_events(path, lambda _: None) as hear:
        hear(step(1))
        raise KeyboardInterrupt
    assert [one["stage"] for one in lines(path)] == ["strength"]
    with written_events(path, lambda _: None):
        pass
    assert [one["stage"] for one in lines(path)] == ["end"]


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError, match="cannot be written: No such file"):
        written_events(tmp_path / "nowhere" / "events.jsonl", lambda _: None).__enter__()


def test_a_full_disk_ends_the_events_and_not_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    heard: list[Progress] = []
    with written_events(Path("/dev/full"), heard.append) as hear:
        hear(step(1))
        hear(step(2))
    assert heard == [step(1), step(2)]
    err = capsys.readouterr().err
    assert (
        err.count("/dev/full: No space left on device; the run goes on, and no more events are written") == 1
    )


@pytest.mark.parametrize("nights", [False, True])
def test_a_solve_and_a_night_tell_of_their_stages(tmp_path: Path, nights: bool) -> None:
    path, state = tmp_path / "events.jsonl", str(tmp_path / "state")
    order = ["nightly", str(STATION), "--today", "2026-10-12", "--state", state]
    if not nights:
        order = ["solve", str(STATION), "--from", "2026-10-12", "--out", str(tmp_path / "out"), "--quiet"]
    assert rosterctl([*order, "--days", "7", "--events", str(path)]) in (0, 6)
    stages = dict.fromkeys(one["stage"] for one in lines(path))
    assert list(stages) == ["rotation", "first roster", "audit", "strength", "duties", "posts", "end"]
