"""A roster folder of the shipped station: self-contained, private, opened with its own bureau only."""

from __future__ import annotations

import json
import shutil
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.intake.load import read_bureau
from rosterctl.problems import BadInput
from rosterctl.storage.roster.folder import (
    check_target,
    open_for_audit,
    open_roster,
    read_roster,
    write_roster,
)
from tests.support.bureaus import plain_roster
from tests.support.edited_shift import edited_station, spoilt_station
from tests.support.folders import input_files

STATION = Path(__file__).parents[3] / "examples/station"
FIRST = date(2026, 12, 7)


@pytest.fixture(scope="module")
def bureau() -> Bureau:
    return read_bureau(STATION)


@pytest.fixture
def roster(bureau: Bureau) -> Roster:
    return replace(plain_roster(bureau, FIRST, 7), tiers=(TierResult(Tier.LEGAL, 5, 5, 1.5),))


@pytest.fixture
def folder(tmp_path: Path, roster: Roster) -> Path:
    write_roster(tmp_path / "out", roster, input_files(STATION), {"report.md": b"# report"}, {"workers": 2})
    return tmp_path / "out"


def complaints(problem: pytest.ExceptionInfo[BadInput]) -> list[str]:
    return [one.message for one in problem.value.problems]


def test_round_trip_with_seconds(folder: Path, roster: Roster) -> None:
    assert read_roster(folder) == roster


def test_the_copy_of_the_bureau_is_the_bureau(folder: Path, bureau: Bureau, roster: Roster) -> None:
    """Same fingerprint, although the shipped presets now stand in the folder."""
    assert open_roster(folder) == (bureau, roster)
    assert (folder / "bureau/presets/rules").is_dir()


def test_a_moved_folder_opens_without_the_original(folder: Path, roster: Roster, tmp_path: Path) -> None:
    shutil.move(folder, tmp_path / "elsewhere")
    assert open_roster(tmp_path / "elsewhere")[1] == roster


def test_the_same_roster_twice_is_the_same_bytes(folder: Path, roster: Roster) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    slower = tuple(replace(one, seconds=9.0) for one in roster.tiers)
    write_roster(
        folder,
        replace(roster, tiers=slower),
        input_files(STATION),
        {"report.md": b"# report"},
        {"workers": 2},
    )
    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert {name for name in before if before[name] != after[name]} == {"run.json"}
    assert json.loads(after["run.json"]) == {"seconds": {"1": 9.0}, "workers": 2}


def test_people_are_private(folder: Path) -> None:
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}
    assert modes == {0o600}


def test_without_run_json_no_seconds_are_known(folder: Path) -> None:
    (folder / "run.json").unlink()
    assert read_roster(folder).tiers == (TierResult(Tier.LEGAL, 5, 5, 0.0),)


def test_what_is_not_a_roster_is_not_replaced(tmp_path: Path, roster: Roster) -> None:
    (tmp_path / "thesis.doc").write_bytes(b"years of work")
    with pytest.raises(BadInput) as caught:
        write_roster(tmp_path, roster, input_files(STATION))
    assert complaints(caught) == ["this is not a roster folder and not empty, so it will not be replaced"]
    with pytest.raises(BadInput) as caught:
        write_roster(tmp_path / "thesis.doc", roster, input_files(STATION))
    assert complaints(caught) == ["this is not a folder, so it will not be replaced"]
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_an_empty_folder_and_a_new_place_will_do(tmp_path: Path) -> None:
    check_target(tmp_path)
    check_target(tmp_path / "new")


def test_a_file_in_the_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadInput):
        check_target(tmp_path / "file")


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read_roster(tmp_path / "nowhere")
    assert complaints(caught) == ["there is no such folder"]


def test_a_folder_that_is_no_roster(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read_roster(tmp_path)
    assert complaints(caught) == ["this is not a roster folder"]


def test_not_utf8(folder: Path) -> None:
    (folder / "roster.json").write_bytes("中文".encode("gbk"))
    with pytest.raises(BadInput) as caught:
        read_roster(folder)
    assert complaints(caught) == ["the file is damaged: not UTF-8"]


def test_another_bureau(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "bureau", tmp_path / "other")
    head = tmp_path / "other/bureau.yaml"
    head.write_text(head.read_text("utf-8").replace("bureau: S01-demo", "bureau: S02"), "utf-8")
    with pytest.raises(BadInput) as caught:
        open_roster(folder, tmp_path / "other")
    assert complaints(caught) == ["this is bureau 'S02', but the roster is for bureau 'S01-demo'"]


def test_a_bureau_that_changed_since(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "bureau", tmp_path / "other")
    with (tmp_path / "other/absences.csv").open("a", encoding="utf-8") as stream:
        stream.write("\n")
    with pytest.raises(BadInput) as caught:
        open_roster(folder, tmp_path / "other")
    assert complaints(caught) == ["the bureau's files have changed since the roster was made"]


def test_strangers_in_the_roster(folder: Path, roster: Roster) -> None:
    duty = roster.duties[0]
    piece = replace(duty.slices[0], post="S01-dsek", vehicles=("CAR9",))
    strange = replace(duty, officer="P999x", shift="dya", unit="S02", slices=(piece,))
    write_roster(folder, replace(roster, duties=(strange,)), input_files(STATION))
    with pytest.raises(BadInput) as caught:
        open_roster(folder)
    assert [message.split(" (")[0] for message in complaints(caught)] == [
        "unknown officer 'P999x'",
        "unknown post 'S01-dsek'",
        "unknown shift 'dya'",
        "unknown unit 'S02'",
        "unknown vehicle 'CAR9'",
    ]
    assert "unknown post 'S01-dsek' (did you mean 'S01-desk'?)" in complaints(caught)


def test_duties_with_other_times_than_their_shifts(tmp_path: Path) -> None:
    """Who judges the duties is given them all the same; the audit says what is wrong."""
    folder = spoilt_station(tmp_path / "roster")
    with pytest.raises(BadInput) as problem:
        open_roster(folder)
    (told,) = complaints(problem)
    assert told.startswith("duties of shift 'day' have other times than its 06:00-19:30, or a hole: ")
    assert told.endswith(", 07:00-19:00")
    assert problem.value.problems[0].place.file == str(folder / "roster.json")
    assert open_for_audit(folder)[1] == read_roster(folder)
    assert open_roster(edited_station(tmp_path / "edited"))[1].duties
