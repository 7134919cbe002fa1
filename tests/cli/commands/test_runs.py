"""rosterctl runs: what was published and what ran, and whether anything was changed since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from rosterctl.cli.pages.run_list import run_list
from rosterctl.storage.state.state import State
from tests.support.states import published

Said = pytest.CaptureFixture[str]


def test_before_anything_is_published(tmp_path: Path, capsys: Said) -> None:
    assert run(["runs", "--state", str(tmp_path / "state")]) == 0
    assert capsys.readouterr().out == "nothing has been published yet\n"


def test_the_newest_is_first_and_the_current_one_has_a_star(tmp_path: Path, capsys: Said) -> None:
    state = published(tmp_path, "one", "two")
    assert run(["runs", "--state", str(state.folder), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [(row["version"], row["current"], row["what"]) for row in rows] == [
        *((2, True, "publish"), (1, False, "publish")),
    ]
    page, trouble = run_list(State(state.folder))
    assert page.text.splitlines()[2].split()[:2] == ["2", "*"]
    assert trouble == ()


def test_a_run_that_published_nothing_stands_between(tmp_path: Path) -> None:
    """One that has not ended, or was killed, says so."""
    state = published(tmp_path, "one")
    history = state.history
    with state.lock():
        began = state.entries()[0].deed.when
        history.begin("nightly", began.date(), began.replace(year=began.year + 1))
    first, second = run_list(state)[0].fields["rows"]
    assert (first["what"], first["version"], first["note"]) == (
        *("nightly", None, "has not ended, or was killed"),
    )
    assert second["version"] == 1


def test_a_file_that_was_changed_is_found(tmp_path: Path, capsys: Said) -> None:
    state = published(tmp_path, "one")
    asked = ["runs", "--state", str(state.folder), "--verify"]
    assert run(asked) == 0
    assert "intact: the journal's chain holds and 1 version are as they were" in capsys.readouterr().out
    (state.folder / "versions/000001/roster.json").write_text("other")
    assert run([*asked, "--json"]) == 9
    told = json.loads(capsys.readouterr().out)
    assert told == {"intact": False, "wrong": ["version 1: roster.json was changed"]}
