"""A run told to the bureau's channels: that it begins and how it ends, even if it could not begin."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.session.announce import announced
from rosterctl.cli.session.record import Recording
from rosterctl.storage.disk.lock import Locked
from tests.support.folders import flawless
from tests.support.listener import Listener


def bureau_with(folder: Path, listener: Listener) -> Path:
    bureau = flawless(folder)
    (bureau / "notify.yaml").write_text(f"webhook: {listener.url}/hook\n")
    return bureau


def test_the_start_and_the_end_with_counts_alone(tmp_path: Path) -> None:
    recording = Recording(7, ExitCode.DEGRADED, 3, {"officers": 24, "duties": 9, "short_legal": 2})
    with Listener() as listener, announced(bureau_with(tmp_path, listener), "nightly") as announcement:
        announcement.begin(recording)
    first, last = (heard.json for heard in listener.heard)
    assert (first["event"], first["run"], first["what"]) == ("started", 7, "nightly")
    seconds = last.pop("seconds")
    assert seconds >= 0
    assert last == {
        "event": "ended",
        "bureau": first["bureau"],
        "run": 7,
        "what": "nightly",
        "exit_code": 6,
        "version": 3,
        "officers": 24,
        "duties": 9,
        "changes": None,
        "short_legal": 2,
    }


def test_a_run_that_could_not_begin_is_told_too(tmp_path: Path) -> None:
    """The state cannot be written, say: exit 8."""
    with (
        Listener() as listener,
        pytest.raises(OSError),
        announced(bureau_with(tmp_path, listener), "nightly"),
    ):
        raise OSError(28, "No space left on device")
    assert [(heard.json["event"], heard.json["exit_code"]) for heard in listener.heard] == [("ended", 8)]


def test_of_a_run_that_finds_another_at_work_nothing_is_told(tmp_path: Path) -> None:
    """The other one tells its own."""
    locked = Locked(tmp_path, 7, datetime(2026, 12, 1, tzinfo=UTC))
    with Listener() as listener, pytest.raises(Locked), announced(bureau_with(tmp_path, listener), "nightly"):
        raise locked
    assert listener.heard == []
