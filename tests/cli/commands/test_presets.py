"""rosterctl presets: what a bureau may name, as text and for programs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from wcwidth import wcswidth

from rosterctl.cli.main import run
from tests.support.station_roster import STATION

Said = pytest.CaptureFixture[str]


def told(capsys: Said, *words: str, code: int = 0) -> str:
    assert run(["presets", *words]) == code
    return capsys.readouterr().out


def fields(capsys: Said, *words: str) -> Any:
    return json.loads(told(capsys, *words, "--json"))


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    """The station with a file of rotations and a rulebook of its own."""
    found = Path(shutil.copytree(STATION, tmp_path / "st"))
    for kind, text in (
        ("rotations", "rotations:\n- {id: cn4x2, name: 本队, cycle: DO, offsets: [0], shifts: {D: gate}}\n"),
        ("shifts", 'shifts:\n- {id: gate, name: 护学, symbol: 护, start: "07:00", end: "09:30"}\n'),
        ("rules", "rulebook: own\nname: 本队规则\n"),
    ):
        file = found / "presets" / kind / "mine.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return found


def test_every_list_is_told_without_a_bureau(capsys: Said) -> None:
    told_all = fields(capsys)
    assert list(told_all) == ["rotations", "shifts", "rulebooks", "calendars"]
    assert told_all["rotations"][0] == {
        **{"id": "cn4x2", "name": "四班两运转", "cycle": "DNOO", "hours_a_week": 42.0, "teams": 4},
        **{"offsets": [0, 1, 2, 3], "shifts": {"D": "day", "N": "night"}},
        "file": "rosterctl/configs/rotations/standard.yaml",
    }
    night = next(one for one in told_all["shifts"] if one["id"] == "night-8")
    assert (night["start"], night["end"], night["paid_hours"]) == ("24:00", "08:00", 8)
    command = next(one for one in told_all["shifts"] if one["id"] == "command")
    assert (command["paid_hours"], command["break_hours"]) == (8, 4)
    assert [one["id"] for one in told_all["rulebooks"]] == [
        *("china-police", "eu-wtd", "uk-police", "us-flsa-7k")
    ]
    china = told_all["calendars"][0]
    assert (china["announced_from"], china["announced_until"]) == ("2020-01-01", "2026-12-31")
    assert china["holidays_until"].startswith("2040-")
    assert told_all["calendars"][-1]["announced_until"] is None  # weekends know nothing


@pytest.mark.parametrize("kind", ["rotations", "shifts", "rulebooks", "calendars"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_list_fits_the_terminal(capsys: Said, kind: str, language: str) -> None:
    text = told(capsys, kind, "--lang", language)
    assert [line for line in text.splitlines()[:-1] if wcswidth(line) > 80] == []  # the last is a path
    assert set(fields(capsys, kind)) == {kind}


def test_a_long_cycle_goes_on_in_the_next_line(capsys: Said) -> None:
    lines = told(capsys, "rotations").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("dupont"))
    assert lines[at].split() == ["dupont", "DuPont", "NNNNOOODDDONNN", "42.0", "4"]
    assert lines[at + 1].split() == ["OOODDDDOOOOOOO"]


def test_with_a_bureau_its_own_come_too(bureau: Path, capsys: Said) -> None:
    """One id in two files is no mistake as long as no bureau names both; the shift stands in another file."""
    told_all = fields(capsys, "--bureau", str(bureau))
    mine = next(one for one in told_all["rotations"] if one["file"] == "presets/rotations/mine.yaml")
    assert (mine["id"], mine["hours_a_week"]) == ("cn4x2", 8.75)
    own = [one["id"] for one in told_all["shifts"] if one["file"] == "bureau.yaml"]
    assert own == ["gate-evening"]
    assert "own" in [one["id"] for one in told_all["rulebooks"]]
    text = told(capsys, "--bureau", str(bureau))
    assert "`rotations: [mine]` in bureau.yaml brings these:" in text
    assert "in bureau.yaml, of this bureau alone:" in text


def test_a_letter_whose_shift_is_nowhere_has_no_hours(bureau: Path, capsys: Said) -> None:
    (bureau / "presets/shifts/mine.yaml").unlink()
    mine = fields(capsys, "rotations", "--bureau", str(bureau))["rotations"][0]
    assert (mine["file"], mine["hours_a_week"]) == ("presets/rotations/mine.yaml", None)


def test_mistakes_in_the_bureaus_presets_have_their_places(bureau: Path, capsys: Said) -> None:
    (bureau / "presets/rotations/mine.yaml").write_text("rotations:\n- {id: x}\n")
    assert run(["presets", "--bureau", str(bureau)]) == 3
    assert "presets/rotations/mine.yaml:2:3" in capsys.readouterr().err


def test_what_is_no_bureau_or_no_list(tmp_path: Path, capsys: Said) -> None:
    assert run(["presets", "--bureau", str(tmp_path)]) == 3
    assert run(["presets", "pots"]) == 2
    assert "'rotations', 'shifts', 'rulebooks', 'calendars'" in capsys.readouterr().err
