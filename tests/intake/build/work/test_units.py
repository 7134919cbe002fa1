"""Units: dates in order, changes in turn, letters that their teams work."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.unit import DutyModel, Team, Unit, UnitKind
from rosterctl.intake.build.work.rotations import rotations_of
from rosterctl.intake.build.work.units import units_of
from tests.support.folders import change, contents_of, flawless, told, write

TEAM = "teams: [{id: A, name: a}]"
DECEMBER, JANUARY = date(2026, 12, 1), date(2027, 1, 1)


def with_unit(folder: Path, text: str) -> Path:
    """A unit X beside S01 and S02."""
    bureau = flawless(folder)
    write(bureau / "units/X.yaml", f"units: [{{id: X, name: x, kind: line, {text}}}]\n")
    return bureau


def wrong(folder: Path, text: str) -> list[str]:
    found = told(with_unit(folder, text))
    assert all(one.startswith("units/X.yaml:1:") for one in found)
    return [one.split(": ", 1)[1] for one in found]


def test_a_unit_with_everything(tmp_path: Path) -> None:
    text = (
        f"rotation: four, {TEAM}, shifts: {{D: [day, night]}}, recalls: [night], borrows_from: [S02], "
        "from: 2026-12-01, until: 2027-01-01, changes: [{from: 2026-12-02, recalls: [day]}]"
    )
    contents = contents_of(with_unit(tmp_path, text))
    unit = units_of(contents, rotations_of(contents))["X"]
    teams, shifts = (Team("A", "a", "four", 0),), {"D": ("day", "night")}
    assert unit == Unit(
        "X",
        "x",
        UnitKind.LINE,
        (
            DutyModel(teams, shifts, ("night",), ("S02",)),
            DutyModel(teams, shifts, ("day",), ("S02",), date(2026, 12, 2)),
        ),
        DECEMBER,
        JANUARY,
    )


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        (f"rotation: four, {TEAM}, from: 2026-12-01, until: 2026-12-01", []),
        (
            f"rotation: four, {TEAM}, from: 2027-01-01, until: 2026-12-01",
            ["until: 2026-12-01 lies before from 2027-01-01"],
        ),
        (f"rotation: four, {TEAM}, recalls: [eve]", ["recalls: unknown shift 'eve'"]),
        (
            f"rotation: four, {TEAM}, borrows_from: [S09]",
            ["borrows_from: unknown unit 'S09' (did you mean 'S02'?)"],
        ),
        (f"rotation: four, {TEAM}, borrows_from: [X]", ["borrows_from: a unit cannot borrow from itself"]),
        (f"rotation: four, {TEAM}, shifts: {{N: [eve]}}", ["letter N: unknown shift 'eve'"]),
        (
            f"rotation: four, {TEAM}, shifts: {{L: [day]}}",
            ["no team of unit 'X' ever works a letter 'L'"],
        ),
        # The day off is no letter that is worked.
        (
            f"rotation: four, {TEAM}, shifts: {{O: [day]}}",
            ["no team of unit 'X' ever works a letter 'O'"],
        ),
        # While the rotation is not known, nor are its letters.
        (
            f"rotation: for, {TEAM}, shifts: {{L: [day]}}",
            ["rotation: unknown rotation 'for' (did you mean 'four'?)"],
        ),
    ],
)
def test_a_unit(tmp_path: Path, text: str, mistakes: list[str]) -> None:
    assert wrong(tmp_path, text) == mistakes


CHANGES = f"rotation: four, {TEAM}, from: 2026-12-01, until: 2027-01-01, changes: "


@pytest.mark.parametrize(
    ("changes", "mistakes"),
    [
        ("[{from: 2026-12-02, recalls: []}]", []),
        (
            "[{from: 2026-12-01, recalls: []}]",
            ["from: 2026-12-01 does not lie after the unit's own, 2026-12-01"],
        ),
        ("[{from: 2026-12-02, recalls: []}, {from: 2026-12-03, recalls: [day]}]", []),
        (
            "[{from: 2026-12-02, recalls: []}, {from: 2026-12-02, recalls: [day]}]",
            ["from: 2026-12-02 does not lie after the change before it, 2026-12-02"],
        ),
        ("[{from: 2027-01-01, recalls: []}]", []),
        (
            "[{from: 2027-01-02, recalls: []}]",
            ["from: 2027-01-02 lies after the unit's last date, 2027-01-01"],
        ),
        ("[{from: 2026-12-02}]", ["the change changes nothing"]),
    ],
)
def test_changes_come_in_turn(tmp_path: Path, changes: str, mistakes: list[str]) -> None:
    assert wrong(tmp_path, CHANGES + changes) == mistakes


def test_a_change_of_a_unit_without_a_first_date_may_be_on_any(tmp_path: Path) -> None:
    assert wrong(tmp_path, f"rotation: four, {TEAM}, changes: [{{from: 1999-01-01, recalls: []}}]") == []


SHIFTED = f"rotation: four, {TEAM}, shifts: {{D: [day]}}, changes: "
ANEW = "unit 'X' works another rotation from 2026-12-02, but `shifts` speaks of the letters of the one before"


@pytest.mark.parametrize(
    ("unit", "mistakes"),
    [
        (SHIFTED + "[{from: 2026-12-02, rotation: two}]", [ANEW]),
        (SHIFTED + "[{from: 2026-12-02, rotation: two, shifts: {D: [night]}}]", []),
        (SHIFTED + "[{from: 2026-12-02, rotation: two, shifts: {}}]", []),
        (SHIFTED + "[{from: 2026-12-02, rotation: four}]", []),  # the same
        (SHIFTED + "[{from: 2026-12-02, teams: [{id: A, rotation: two}]}]", [ANEW]),
        # Without `shifts` there is nothing to be said anew.
        (f"rotation: four, {TEAM}, changes: [{{from: 2026-12-02, rotation: two}}]", []),
    ],
)
def test_shifts_are_said_anew_with_another_rotation(tmp_path: Path, unit: str, mistakes: list[str]) -> None:
    bureau = with_unit(tmp_path, unit)
    two = "rotations:\n  - {id: two, name: x, cycle: DO, offsets: [0, 1], shifts: {D: day}}"
    change(bureau / "presets/rotations/four.yaml", "rotations:", two)
    assert [one.split(": ", 1)[1] for one in told(bureau)] == mistakes
