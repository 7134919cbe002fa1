"""The tables of the current version: made again when they are of another, a warning when refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from rosterctl.export.formats import tables
from rosterctl.operations.versions.tables import refresh_tables, write_tables
from rosterctl.storage.roster.folder import open_roster
from rosterctl.storage.state.state import State
from tests.support.nights import contents
from tests.support.station_roster import write_station


@pytest.fixture
def state(tmp_path: Path) -> State:
    """With one version, whose tables are not written, as after a kill."""
    place = tmp_path / "state"
    roster = write_station(tmp_path / "roster")
    order = ["publish", str(roster), "--state", str(place), "--now", "2026-11-01T00:00+08:00"]
    assert run(order) in (0, 6)
    shutil.rmtree(place / "tables")
    return State(place)


def test_what_a_killed_run_did_not_write_the_next_one_does(state: State) -> None:
    version = state.current()
    assert version is not None
    assert refresh_tables(state) == ""
    kept = contents(state.folder / "tables")
    assert kept.pop("version.txt") == b"1\n"
    assert kept == tables(*open_roster(version.folder))


@pytest.mark.parametrize("number", ["0\n", "many\n", "\xff"])
def test_tables_of_the_current_version_are_left_alone_and_others_are_written(
    state: State, number: str
) -> None:
    refresh_tables(state)
    file = state.folder / "tables/roster.csv"
    file.write_bytes(b"edited")
    assert refresh_tables(state) == ""
    assert file.read_bytes() == b"edited"
    (state.folder / "tables/version.txt").write_text(number, "latin-1")
    assert refresh_tables(state) == ""
    assert file.read_bytes() != b"edited"


def test_before_the_first_version_there_are_none(tmp_path: Path) -> None:
    empty = State(tmp_path / "empty")
    assert refresh_tables(empty) == ""
    assert not empty.folder.exists()


def test_a_disk_that_refuses_is_a_warning_since_the_version_is_published(state: State) -> None:
    """A file in the place of the folder."""
    (state.folder / "tables").write_text("in the way")
    version = state.current()
    assert version is not None
    said = write_tables(state, version, *open_roster(version.folder))
    assert said.startswith("version 1 is published, but its tables are not written: ")
    assert said.endswith("; the next run tries again")
