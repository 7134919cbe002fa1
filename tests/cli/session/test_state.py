"""Which state folder a command works on, and by what name it is entered who worked."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from rosterctl.cli.session.state import login_name, state_of, state_option
from rosterctl.problems import BadInput, Place, Problem
from tests.support.folders import flawless


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
