"""What lies on the shelf: every shipped preset, each with the file it stands in."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from rosterctl.intake.preset_shelf import preset_shelf
from rosterctl.intake.text.presets import shipped
from rosterctl.problems import BadInput
from tests.support.folders import change
from tests.support.rotations import mean_weekly_minutes
from tests.support.station_roster import STATION


def test_every_shipped_file_is_there() -> None:
    shelf = preset_shelf()
    books = [one.id for one in shelf.rulebooks]
    assert books == sorted(path.stem for path in (shipped() / "rules").iterdir())
    assert [one.id for one in shelf.calendars] == sorted(
        path.stem for path in (shipped() / "calendars").iterdir()
    )
    assert all(one.source and one.file == f"rosterctl/configs/rules/{one.id}.yaml" for one in shelf.rulebooks)
    assert {one.place.file for one in shelf.shifts} == {"rosterctl/configs/shifts/standard.yaml"}


def test_the_hours_a_week_are_those_of_whoever_works_every_duty() -> None:
    shelf = preset_shelf()
    shifts = {one.id: one for one in shelf.shifts}
    for one in shelf.rotations:
        assert shelf.weekly_minutes(one) == pytest.approx(mean_weekly_minutes(one, shifts))
    unknown = replace(shelf.rotations[0], shifts={"D": "day"})
    assert shelf.weekly_minutes(unknown) is None


def test_what_stands_in_bureau_yaml_comes_last(tmp_path: Path) -> None:
    bureau = Path(shutil.copytree(STATION, tmp_path / "st"))
    shelf = preset_shelf(bureau)
    assert (shelf.shifts[-1].id, shelf.shifts[-1].place.file) == ("gate-evening", "bureau.yaml")
    change(bureau / "bureau.yaml", "symbol: 援", "sign: 援")
    with pytest.raises(BadInput):
        preset_shelf(bureau)
