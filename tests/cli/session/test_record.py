"""A run in the history: noted when it begins, and when it ends, whatever ends it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.session.record import Recording, recorded
from rosterctl.storage.state.state import State
from tests.support.states import published

NOW = datetime(2026, 12, 1, 19, 40, tzinfo=UTC)


def test_a_run_that_goes_on_stands_there_without_an_end(tmp_path: Path) -> None:
    state = State(tmp_path / "state")
    with state.lock(), recorded(state, "publish", NOW) as recording:
        (row,) = state.history.rows()
        assert (row.number, row.what, row.began, row.ended, row.exit_code) == (
            *(recording.run, "publish", NOW, None, None),
        )
    (row,) = state.history.rows()
    assert row.ended is not None and row.ended >= NOW
    assert row.exit_code == 0


def test_a_killed_publication_is_mended_first_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of a version without a line in the journal was never finished."""
    state = published(tmp_path, "one")
    (state.folder / "versions/000002").mkdir()
    with state.lock(), recorded(state, "publish", NOW):
        pass
    assert capsys.readouterr().err.startswith("mended: ")
    assert [one.number for one in state.versions()] == [1]


def test_old_versions_are_read_when_nobody_waits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sick call reads the current version alone: hundreds of old ones would take it seconds."""
    state = published(tmp_path, "one", "two")
    (state.folder / "versions/000001/roster.json").write_bytes(b"spoilt")
    with state.lock(), recorded(state, "replan", NOW, every_version=False):
        pass
    assert capsys.readouterr().err == ""
    with state.lock(), recorded(state, "nightly", NOW):
        pass
    assert capsys.readouterr().err.startswith("mended: version 1 was damaged (roster.json was changed)")


def test_a_history_that_cannot_be_written_is_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder in its place: the run goes on, and has no number."""
    state = State(tmp_path / "state")
    (state.folder / "history.sqlite").mkdir(parents=True)
    with state.lock(), recorded(state, "publish", NOW) as recording:
        recording.code = ExitCode.FINE
    assert recording == Recording()
    assert "warning: " in capsys.readouterr().err
