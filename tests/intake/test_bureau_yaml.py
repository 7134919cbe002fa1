"""What bureau.yaml alone tells."""

from __future__ import annotations

import shutil
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rosterctl.intake.bureau_yaml import id_of, zone_of
from rosterctl.problems import BadInput
from tests.support.folders import change
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
