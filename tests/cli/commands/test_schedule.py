"""rosterctl schedule: a crontab or systemd units with the paths of this installation in them."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from tests.support.folders import flawless

Said = pytest.CaptureFixture[str]


def test_a_crontab_line_with_the_bureaus_path(tmp_path: Path, capsys: Said) -> None:
    folder = flawless(tmp_path)
    assert run(["schedule", "crontab", str(folder), "--at", "04:05", "--user", "duty"]) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    assert line.startswith("5 4 * * * ")
    assert f" nightly {folder}" in line


def test_units_are_printed_or_written_for_everybody_to_read(tmp_path: Path, capsys: Said) -> None:
    """systemd complains of units that not everybody may read; they name no person."""
    folder, out = flawless(tmp_path), tmp_path / "units"
    out.mkdir()
    asked = ["schedule", "systemd", str(folder), "--user", "duty"]
    assert run([*asked, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert run([*asked, "--out", str(out)]) == 0
    assert {file.name: file.read_text() for file in out.iterdir()} == told
    assert {stat.S_IMODE(file.stat().st_mode) for file in out.iterdir()} == {0o644}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["crontab", "nowhere"], "there is no bureau.yaml in "),
        (["crontab", "bureau", "--state", "no/state"], "make it first"),
        (["crontab", "bureau", "--user", "a b"], "'a b' is not the name of a user"),
        (["crontab", "bureau", "--at", "25:00"], "'25:00' is not a time"),
    ],
)
def test_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said, arguments: list[str], said: str
) -> None:
    flawless(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(["schedule", *arguments]) == 2
    assert said in capsys.readouterr().err
