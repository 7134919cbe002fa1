"""Which state folder a command works on, and by what name it is entered who worked."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from rosterctl.cli.session.state import (
    current_version,
    login_name,
    newest_roster,
    state_in,
    state_of,
    state_option,
)
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.state.state import State
from tests.support.folders import flawless
from tests.support.states import published, settled


def test_the_state_lies_in_the_bureaus_folder_unless_another_is_named(tmp_path: Path) -> None:
    bureau, elsewhere = flawless(tmp_path), tmp_path / "elsewhere"
    assert state_of(bureau, None).folder == bureau / "state"
    assert state_of(bureau, elsewhere).folder == elsewhere
    assert not (bureau / "state").exists()  # to ask for it makes none
    assert not elsewhere.exists()


def test_a_state_that_is_named_needs_no_bureau(tmp_path: Path) -> None:
    assert state_of(tmp_path / "nowhere", tmp_path / "state").folder == tmp_path / "state"


def test_without_a_bureau_there_is_no_place_for_its_state(tmp_path: Path) -> None:
    """A folder of the name bureau.yaml is no bureau either."""
    (tmp_path / "bureau.yaml").mkdir()
    with pytest.raises(BadInput) as mistakes:
        state_of(tmp_path, None)
    assert mistakes.value.problems == (
        Problem(
            Place(str(tmp_path)),
            "there is no bureau.yaml in this folder, so it has no state either",
            "name the bureau's folder, or --state DIR",
        ),
    )


@click.command()
@state_option
def shown(state: Path | None) -> None:
    click.echo(repr(state))


def test_the_option_is_a_path_or_nothing() -> None:
    assert CliRunner().invoke(shown, []).output == "None\n"
    assert CliRunner().invoke(shown, ["--state", "far/away"]).output == f"{Path('far/away')!r}\n"


def test_who_runs_it_is_named_as_the_system_names_them_or_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    assert login_name() == pwd.getpwuid(os.getuid()).pw_name
    nobodys = max(one.pw_uid for one in pwd.getpwall()) - 1
    while nobodys in {one.pw_uid for one in pwd.getpwall()}:
        nobodys -= 1
    monkeypatch.setattr(os, "getuid", lambda: nobodys)
    assert login_name() == str(nobodys)


def test_a_bureau_and_its_state_mean_the_current_version(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    newest = published(bureau, "old", "new").folder / "versions/000002"
    assert newest_roster(bureau) == newest
    assert newest_roster(bureau / "state") == newest
    assert newest_roster(newest) == newest
    assert newest_roster(newest.with_name("000001")) == newest.with_name("000001")


def test_a_state_far_from_its_bureau_is_meant_too(tmp_path: Path) -> None:
    state = published(tmp_path, "only")
    assert newest_roster(state.folder) == state.folder / "versions/000001"
    assert newest_roster(tmp_path) == state.folder / "versions/000001"  # whatever else lies beside it


def test_a_roster_folder_is_meant_itself_whatever_else_lies_in_it(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    published(bureau, "other")
    (bureau / "roster.json").write_text("mine")
    assert newest_roster(bureau) == bureau
    assert state_in(bureau) is None


def test_what_is_neither_is_left_to_whoever_reads_it(tmp_path: Path) -> None:
    """A killed run may have moved the roster away, and the table of a roster is a file."""
    (tmp_path / "roster.csv").write_text("")
    for place in (tmp_path, tmp_path / "nowhere", tmp_path / "roster.csv"):
        assert newest_roster(place) == place


@pytest.mark.parametrize("begun", [False, True])
def test_where_nothing_is_published_it_is_said_what_to_do(tmp_path: Path, begun: bool) -> None:
    """A first run that was refused has left a state in which nothing is."""
    bureau = flawless(tmp_path)
    if begun:
        state = State(bureau / "state")
        settled(state)
        assert state.begun
    with pytest.raises(BadInput) as mistakes:
        newest_roster(bureau)
    (one,) = mistakes.value.problems
    assert (one.place.file, one.message) == (str(bureau), "nothing is published here yet")
    assert "`rosterctl publish ROSTER BUREAU`" in one.hint


def test_of_damaged_versions_the_newest_intact_is_current(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = published(tmp_path, "old", "new")
    versions = state.folder / "versions"
    assert current_version(state) == state.version(2)
    (versions / "000002/roster.json").write_text("spoilt")
    assert newest_roster(tmp_path) == versions / "000001"
    assert current_version(state) == state.version(1)
    said = set(capsys.readouterr().err.splitlines())
    assert said == {"warning: version 2 is damaged, so that version 1 is current"}
    (versions / "000001/roster.json").write_text("spoilt too")
    with pytest.raises(BadInput) as mistakes:
        newest_roster(tmp_path)
    assert [one.message for one in mistakes.value.problems] == ["no published version is intact"]
