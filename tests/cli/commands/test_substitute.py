"""rosterctl substitute: one officer works for another and gets nothing back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from tests.support.station_roster import STATION, lawful_roster, write_station


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(STATION, tmp_path / "st")
    write_station(tmp_path / "roster", lawful_roster(14))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_two_duties_at_once_are_refused_and_nothing_is_entered(
    places: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """P002 is of the same team as P001 and works the same day."""
    assert run(["substitute", "P001", "2026-12-07", "P002", "st"]) == 9
    assert capsys.readouterr().out.startswith("no: ")
    assert not (places / "st/exchanges.csv").exists()


@pytest.mark.usefixtures("places")
def test_an_officer_nobody_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["substitute", "P001", "2026-12-07", "P999", "st"]) == 2
    assert "there is no officer 'P999'" in capsys.readouterr().err
