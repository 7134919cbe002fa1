"""The run history: what ran and how it ended, and that nothing breaks when it does."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rosterctl.storage.state.run_history import NotedRun, RunHistory

DAY = date(2026, 12, 1)


def at(hour: int) -> datetime:
    return datetime(2026, 12, 1, hour, tzinfo=UTC)


def test_a_run_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    history = RunHistory(tmp_path / "history.sqlite")
    assert history.rows() == ()
    run = history.begin("nightly", DAY, at(1))
    assert history.rows() == (NotedRun(run, "nightly", DAY, at(1), None, None, None, {}),)
    history.end(run, at(2), 6, 3, {"duties": 312})
    assert history.rows() == (NotedRun(run, "nightly", DAY, at(1), at(2), 6, 3, {"duties": 312}),)
    assert history.trouble == []


@pytest.mark.parametrize(("code", "good"), [(0, True), (6, True), (9, False)])
def test_the_last_success(tmp_path: Path, code: int, good: bool) -> None:
    history = RunHistory(tmp_path / "history.sqlite")
    assert history.last_success() is None
    history.end(history.begin("nightly", DAY, at(1)), at(2), 0, 1, {})
    history.end(history.begin("publish", DAY, at(3)), at(4), code, 2, {})
    history.begin("publish", DAY, at(5))
    assert history.last_success() == (at(4) if good else at(2))
    assert history.last_success("nightly") == at(2)


def test_it_uses_a_rollback_journal(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    RunHistory(path).begin("nightly", DAY, at(1))
    assert [one.name for one in tmp_path.iterdir()] == ["history.sqlite"]
    with sqlite3.connect(path) as base:
        assert base.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    base.close()


@pytest.mark.parametrize("size", [99, 100, 4096, 5000])
def test_a_history_cut_short_is_set_aside(tmp_path: Path, size: int) -> None:
    """The header has 100 bytes, a page 4,096."""
    path = tmp_path / "history.sqlite"
    RunHistory(path).begin("nightly", DAY, at(1))
    path.write_bytes(path.read_bytes()[:size])
    history = RunHistory(path)
    assert history.rows() == ()
    assert history.begin("nightly", DAY, at(2)) == 1
    assert len(history.rows()) == 1
    assert (tmp_path / "set-aside/history.sqlite.1").stat().st_size == size


def test_an_empty_file_is_a_history_that_was_not_yet_begun(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    path.touch()
    history = RunHistory(path)
    assert history.damage() == ""
    assert history.begin("nightly", DAY, at(1)) == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE run SET began = 'yesterday'",
        "UPDATE run SET facts = '{'",
        "ALTER TABLE run ADD COLUMN more TEXT",
        "CREATE TABLE other (a)",
        "DROP TABLE run",
        "PRAGMA user_version = 7",
    ],
)
def test_a_database_that_is_not_ours_is_set_aside(tmp_path: Path, change: str) -> None:
    path = tmp_path / "history.sqlite"
    RunHistory(path).begin("nightly", DAY, at(1))
    base = sqlite3.connect(path)
    base.execute(change)
    base.commit()
    base.close()
    history = RunHistory(path)
    assert history.damage()
    assert history.begin("nightly", DAY, at(2)) == 1
    assert len(history.trouble) == 1
    assert history.damage() == ""


def test_a_history_that_cannot_be_written_is_only_a_warning(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite").mkdir()
    history = RunHistory(tmp_path / "history.sqlite")
    assert history.begin("nightly", DAY, at(1)) == 0
    history.end(0, at(2), 0, 1, {})
    assert history.rows() == ()
    assert all("history.sqlite" in sentence for sentence in history.trouble)
    assert history.trouble


def test_odd_names_of_folders(tmp_path: Path) -> None:
    folder = tmp_path / "100%?#状态"
    folder.mkdir()
    history = RunHistory(folder / "history.sqlite")
    history.begin("nightly", DAY, at(1))
    assert (len(history.rows()), history.trouble) == (1, [])
    shutil.rmtree(folder)
