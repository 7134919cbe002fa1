"""The teams of a duty model: each gets its rotation and its phase."""

from __future__ import annotations

from collections.abc import Mapping

from rosterctl.domain.rotation import Rotation
from rosterctl.domain.unit import DutyModel, Team
from rosterctl.intake.build.declared import Names
from rosterctl.intake.build.work import wording
from rosterctl.intake.build.work.duty_models import WrittenModel
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.shapes.units import ChangedTeamShape
from rosterctl.wording import say

UNKNOWN = ""
"""Stands for the rotation of a team of which it cannot be told; there is a mistake then."""


def teams_of(
    contents: BureauContents, written: WrittenModel, rotations: Mapping[str, Rotation], names: dict[str, str]
) -> tuple[Team, ...]:
    """In the order of the file; `names` are those of the teams of earlier models and learns the new ones."""
    ids = Names("team", contents.mistakes, unit=written.unit)
    nth: dict[str, int] = {}
    found = []
    for number, team in enumerate(written.teams):
        place = written.at("teams", number)
        ids.declare(team.id, written.at("teams", number, "id"))
        rotation = _rotation(contents, written, number, team, rotations)
        offset = 0
        if rotation is not None:
            order = nth[rotation.id] = nth.get(rotation.id, -1) + 1
            offset = _offset(contents, written, number, team, rotation, order)
        name = _name(contents, written, number, team, names)
        found.append(Team(team.id, name, UNKNOWN if rotation is None else rotation.id, offset, place))
    return tuple(found)


def rotations_worked(model: DutyModel, rotations: Mapping[str, Rotation]) -> frozenset[str] | None:
    """The rotations of the teams; None when that of any team is not known."""
    worked = frozenset(team.rotation for team in model.teams)
    return worked if worked <= rotations.keys() else None


def _name(
    contents: BureauContents,
    written: WrittenModel,
    number: int,
    team: ChangedTeamShape,
    names: dict[str, str],
) -> str:
    name = team.name or names.get(team.id)
    if name is None:
        contents.mistakes.add(
            written.at("teams", number),
            *say(wording.NEW_TEAM_WITHOUT_A_NAME, team=team.id, first=written.first),
        )
    names[team.id] = name or team.id
    return names[team.id]


def _rotation(
    contents: BureauContents,
    written: WrittenModel,
    number: int,
    team: ChangedTeamShape,
    rotations: Mapping[str, Rotation],
) -> Rotation | None:
    name = team.rotation or written.rotation
    if name is None:
        contents.mistakes.add(
            written.at("teams", number),
            *say(wording.TEAM_WITHOUT_A_ROTATION, team=team.id),
        )
        return None
    named_at = written.at("teams", number, "rotation") if team.rotation else written.at("rotation")
    return rotations.get(name) if contents.rotation_ids.known(name, named_at, "rotation") else None


def _offset(
    contents: BureauContents,
    written: WrittenModel,
    number: int,
    team: ChangedTeamShape,
    rotation: Rotation,
    order: int,
) -> int:
    """The team's own, or the next that the rotation has."""
    if team.offset is None:
        if order < len(rotation.offsets):
            return rotation.offsets[order]
        contents.mistakes.add(
            written.at("teams", number),
            *wording.team_without_an_offset(team.id, rotation.id, rotation.offsets, rotation.cycle),
        )
        return 0
    if team.offset >= len(rotation.cycle):
        contents.mistakes.add(
            written.at("teams", number, "offset"),
            *wording.offset_outside(team.offset, rotation.cycle),
        )
    return team.offset
