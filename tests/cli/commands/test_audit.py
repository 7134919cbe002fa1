"""rosterctl audit: folders and edited CSV files, text and JSON, exit codes 0, 9, 3 and 2."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier, TierResult
from tests.support.station_roster import STATION, lawful_roster, write_station


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_station(tmp_path / "out")


def edited_csv(folder: Path, old: str, new: str) -> Path:
    run(["export", "csv", str(folder), "--out", str(folder.parent / "csv")])
    file = folder.parent / "csv/roster.csv"
    text = file.read_text("utf-8-sig")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


def test_a_clean_roster(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", str(folder)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("人民路警务站: 2026-12-07 to 2026-12-10, ")
    assert "rules and the conservation laws hold" in told
    assert "legal minima short" in told


def test_findings_are_exit_9(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster = lawful_roster()
    wrong = replace(roster.duties[0], origin=Origin.RECALL)
    write_station(tmp_path / "out", replace(roster, duties=(wrong, *roster.duties[1:])))
    assert run(["audit", str(tmp_path / "out"), "--json"]) == 9
    told = json.loads(capsys.readouterr().out)
    assert told["clean"] is False
    assert ("origin", wrong.officer, wrong.day.isoformat()) in {
        (finding["rule"], finding["officer"], finding["day"]) for finding in told["findings"]
    }


def test_a_false_claim_is_exit_9(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claimed = replace(lawful_roster(), tiers=(TierResult(Tier.HOURS, 5, 5, 0.0),))
    write_station(tmp_path / "out", claimed)
    assert run(["audit", str(tmp_path / "out")]) == 9
    assert "costs: hours above the rotation: the roster claims 5 minutes, its duties cost 0" in (
        capsys.readouterr().out
    )


def test_bad_input_is_exit_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", str(tmp_path)]) == 3
    assert "this is not a roster folder" in capsys.readouterr().err


def test_with_the_bureau_named(folder: Path) -> None:
    assert run(["audit", str(folder), "--bureau", str(STATION)]) == 0


def test_a_csv_as_it_was_exported(folder: Path) -> None:
    file = edited_csv(folder, ",day,", ",day,")
    assert run(["audit", str(file), "--of", str(folder)]) == 0


def test_a_csv_beside_the_roster_needs_no_option(folder: Path) -> None:
    (folder / "roster.csv").write_bytes(edited_csv(folder, ",day,", ",day,").read_bytes())
    assert run(["audit", str(folder / "roster.csv")]) == 0


def test_a_csv_that_a_person_spoiled(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first day shift now ends an hour early."""
    file = edited_csv(folder, ",07:00,19:00,no,12,", ",07:00,18:00,no,11,")
    assert run(["audit", str(file), "--of", str(folder)]) == 9
    assert "slices: 2026-12-07 S01" in capsys.readouterr().out


def test_hours_that_do_not_fit_the_times(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = edited_csv(folder, ",07:00,19:00,no,12,", ",07:00,18:00,no,12,")
    assert run(["audit", str(file), "--of", str(folder), "--json"]) == 3
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["line"], problem["message"]) == (
        2,
        "hours: 12 are not those of 07:00-18:00, which are 11",
    )


def test_a_csv_that_makes_no_sense(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = edited_csv(folder, ",day,", ",dya,")
    assert run(["audit", str(file), "--bureau", str(STATION), "--json"]) == 3
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["file"], problem["line"]) == (str(file), 2)
    assert problem["message"].startswith("shift: 'dya' is unknown")


def test_a_csv_of_nothing_named_is_wrong_usage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", str(edited_csv(folder, ",day,", ",day,"))]) == 2
    assert "--of ROSTER or --bureau FOLDER" in capsys.readouterr().err
