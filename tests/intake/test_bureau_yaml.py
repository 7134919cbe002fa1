"""What bureau.yaml alone tells."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rosterctl.intake.bureau_yaml import file_for, id_of, open_bureau_yaml, zone_of
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.problems import BadInput
from tests.support.folders import change, flawless
from tests.support.repository import ROOT

STATION = ROOT / "examples/station"


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    """Of the station bureau.yaml alone."""
    shutil.copy(STATION / "bureau.yaml", tmp_path)
    return tmp_path


def test_zone_and_id_are_told_without_the_other_files(bureau: Path) -> None:
    assert (zone_of(bureau), id_of(bureau)) == (ZoneInfo("Asia/Shanghai"), "S01-demo")


@pytest.mark.parametrize(
    ("zone", "said"),
    [("Asia/Shangai", "unknown time zone 'Asia/Shangai'"), ("[8]", "timezone:")],
)
def test_a_zone_that_is_none_is_a_mistake_with_its_place(bureau: Path, zone: str, said: str) -> None:
    change(bureau / "bureau.yaml", "timezone: Asia/Shanghai", f"timezone: {zone}")
    with pytest.raises(BadInput) as mistakes:
        zone_of(bureau)
    (problem,) = mistakes.value.problems
    assert (problem.place.file, problem.place.line) == ("bureau.yaml", 4)
    assert said in problem.message


def test_a_folder_that_is_no_bureau_has_no_id(tmp_path: Path) -> None:
    assert id_of(tmp_path) == ""


def told(root: Path) -> list[str]:
    folder = Folder(root, Mistakes())
    assert open_bureau_yaml(folder) is None
    return [f"{one.place}: {one.message}" for one in folder.mistakes.problems]


def test_what_is_no_bureau(tmp_path: Path, bureau: Path) -> None:
    assert told(bureau / "nowhere") == [f"{bureau}/nowhere: there is no such folder"]
    assert told(bureau / "bureau.yaml") == [f"{bureau}/bureau.yaml: is a file, not a folder"]
    (tmp_path / "empty").mkdir()
    assert told(tmp_path / "empty") == [f"{tmp_path}/empty: there is no bureau.yaml in this folder"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff\xff", "bureau.yaml:1:1: is not UTF-8 text"),
        (b"", "bureau.yaml:1:1: the file is empty"),
        (b"- x\n", "bureau.yaml:1:1: the file does not consist of `key: value` lines"),
    ],
)
def test_what_cannot_be_understood(bureau: Path, data: bytes, message: str) -> None:
    (bureau / "bureau.yaml").write_bytes(data)
    assert told(bureau) == [message]


def test_a_link_to_a_bureau_yaml_elsewhere(bureau: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/bureau.yaml").symlink_to(bureau / "bureau.yaml")
    assert told(tmp_path / "other") == [
        "bureau.yaml: 'bureau.yaml' is a link that leads out of the bureau's folder"
    ]


def test_ids_of_bureau_yaml_are_declared_and_wrong_keys_known(tmp_path: Path) -> None:
    folder = flawless(tmp_path)
    change(folder / "bureau.yaml", "anchor: 2020-01-01", "anchor: 2020-13-01")
    contents = open_bureau_yaml(Folder(folder, Mistakes()))
    assert contents is not None
    assert contents.wrong == {"anchor"}
    assert contents.head.shape.anchor == date(2020, 1, 1)  # the stand-in: the rest is still checked
    assert list(contents.crew_ids.places) == ["pair", "riders"]
    assert list(contents.type_ids.places) == ["desk", "moto"]
    assert list(contents.strength_ids.places) == ["peak"]
    assert contents.shift_ids.places == contents.rotation_ids.places == {}


def test_into_which_file_a_new_row_goes(tmp_path: Path) -> None:
    folder = flawless(tmp_path)
    assert file_for(folder, "incidents") == "incidents.csv"
    (folder / "i.csv").write_text("kind,id,first\n")
    change(folder / "bureau.yaml", "absences:", "incidents: [i.csv]\nabsences:")
    assert file_for(folder, "incidents") == "i.csv"
    change(folder / "bureau.yaml", "incidents: [i.csv]", "incidents: []")
    with pytest.raises(BadInput) as mistakes:
        file_for(folder, "incidents")
    (one,) = mistakes.value.problems
    assert (one.message, one.hint) == (
        "incidents: no file is named",
        "name one, or delete the line: incidents.csv is found by itself",
    )
    change(folder / "bureau.yaml", "incidents: []", "incidents: [j.csv]")
    with pytest.raises(BadInput) as mistakes:
        file_for(folder, "incidents")
    assert [one.message.split(" (")[0] for one in mistakes.value.problems] == ["there is no file 'j.csv'"]
