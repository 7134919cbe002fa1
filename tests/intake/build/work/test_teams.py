"""Teams: each has a name, a rotation and a phase, its own or the unit's."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.domain.unit import DutyModel, Team
from rosterctl.intake.build.work.teams import rotations_worked
from rosterctl.intake.load import read_bureau
from tests.support.folders import change, flawless, told, write


def with_teams(folder: Path, teams: str, rotation: str = "rotation: four, ") -> Path:
    bureau = flawless(folder)
    two = "rotations:\n  - {id: two, name: x, cycle: DO, offsets: [0, 1], shifts: {D: day}}"
    change(bureau / "presets/rotations/four.yaml", "rotations:", two)
    write(bureau / "units/X.yaml", f"units: [{{id: X, name: x, kind: line, {rotation}teams: {teams}}}]\n")
    return bureau


def teams_of(folder: Path, teams: str, rotation: str = "rotation: four, ") -> list[tuple[str, str, int]]:
    model = read_bureau(with_teams(folder, teams, rotation)).units["X"].models[-1]
    return [(one.id, one.rotation, one.offset) for one in model.teams]


def wrong(folder: Path, teams: str, rotation: str = "rotation: four, ") -> list[str]:
    return [one.split(": ", 1)[1] for one in told(with_teams(folder, teams, rotation))]


def test_teams_take_the_offsets_of_their_rotation_one_after_the_other(tmp_path: Path) -> None:
    """Each rotation is counted by itself, and a team with an offset of its own takes its turn too."""
    teams = """[{id: A, name: a}, {id: B, name: b, rotation: two}, {id: C, name: c, offset: 0},
      {id: D, name: d, rotation: two}, {id: E, name: e}]"""
    assert teams_of(tmp_path, teams) == [
        ("A", "four", 0),
        ("B", "two", 0),
        ("C", "four", 0),
        ("D", "two", 1),
        ("E", "four", 2),
    ]


def test_a_team_has_its_place(tmp_path: Path) -> None:
    (team,) = read_bureau(with_teams(tmp_path, "[{id: A, name: a}]")).units["X"].models[0].teams
    assert team == Team("A", "a", "four", 0)
    assert str(team.place) == "units/X.yaml:1:62"


@pytest.mark.parametrize(
    ("teams", "mistakes"),
    [
        ("[{id: A, name: a}, {id: A, name: b}]", ["in unit 'X' team 'A' is there twice"]),
        ("[{id: A, name: a, offset: 3}]", []),
        ("[{id: A, name: a, offset: 4}]", ["offset 4 lies outside the cycle DNOO"]),
        ("[{id: A, name: a, rotation: tow}]", ["rotation: unknown rotation 'tow' (did you mean 'two'?)"]),
        ("[{id: A, name: a, rotation: two}, {id: B, name: b, rotation: two}]", []),
        (
            "[{id: A, name: a, rotation: two}, {id: B, name: b, rotation: two}, "
            "{id: C, name: c, rotation: two}]",
            ["team 'C' has no offset: rotation 'two' has only 2"],
        ),
        (
            "[{id: A, name: a, rotation: two}, {id: B, name: b, rotation: two}, "
            "{id: C, name: c, rotation: two, offset: 1}]",
            [],
        ),
    ],
)
def test_a_team(tmp_path: Path, teams: str, mistakes: list[str]) -> None:
    assert wrong(tmp_path, teams) == mistakes


def test_a_team_without_a_rotation(tmp_path: Path) -> None:
    assert wrong(tmp_path, "[{id: A, name: a}, {id: B, name: b, rotation: two}]", "") == [
        "team 'A' has no rotation"
    ]


@pytest.mark.parametrize(
    ("teams", "mistakes"),
    [
        ("[{id: A}]", []),  # it keeps its name
        ("[{id: A, name: z}]", []),
        ("[{id: A}, {id: B}]", ["team 'B' is new from 2026-12-01 and has no name"]),
        ("[{id: A}, {id: B, name: b}]", []),
    ],
)
def test_a_team_that_is_new_with_a_change_has_a_name(tmp_path: Path, teams: str, mistakes: list[str]) -> None:
    changed = f"[{{id: A, name: a}}], changes: [{{from: 2026-12-01, teams: {teams}}}]"
    assert wrong(tmp_path, changed) == mistakes


def test_the_name_of_the_last_change_stays(tmp_path: Path) -> None:
    changes = "[{from: 2026-12-01, teams: [{id: A, name: z}]}, {from: 2026-12-02, teams: [{id: A}]}]"
    unit = read_bureau(with_teams(tmp_path, f"[{{id: A, name: a}}], changes: {changes}")).units["X"]
    assert [model.teams[0].name for model in unit.models] == ["a", "z", "z"]


def test_the_rotations_of_a_model_are_known_all_or_not_at_all(tmp_path: Path) -> None:
    rotations = read_bureau(flawless(tmp_path)).rotations
    right, unknown = Team("A", "a", "four", 0), Team("B", "b", "", 0)
    assert rotations_worked(DutyModel((right,)), rotations) == {"four"}
    assert rotations_worked(DutyModel((right, unknown)), rotations) is None
    assert rotations_worked(DutyModel(()), rotations) == frozenset()
