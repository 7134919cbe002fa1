"""The teams of a duty model: each gets its rotation and its phase."""

from __future__ import annotations

from collections.abc import Mapping

from rosterctl.domain.rotation import Rotation
from rosterctl.domain.unit import DutyModel, Team
from rosterctl.intake.build.declared import Names
from rosterctl.intake.build.work.duty_models import Wording
from rosterctl.intake.papers import BureauPapers
from rosterctl.intake.shapes.units import ChangedTeamShape

UNKNOWN = ""
"""Stands for the rotation of a team of which it cannot be told; there is a mistake then."""


def teams_of(
    papers: BureauPapers, wording: Wording, rotations: Mapping[str, Rotation], names: dict[str, str]
) -> tuple[Team, ...]:
    """In the order of the file; `names` are those of the teams of earlier models and learns the new ones."""
    ids = Names(f"in unit '{wording.unit}' team", papers.mistakes)
    nth: dict[str, int] = {}
    found = []
    for number, team in enumerate(wording.teams):
        place = wording.at("teams", number)
        ids.declare(team.id, wording.at("teams", number, "id"))
        rotation = _rotation(papers, wording, number, team, rotations)
        offset = 0
        if rotation is not None:
            order = nth[rotation.id] = nth.get(rotation.id, -1) + 1
            offset = _offset(papers, wording, number, team, rotation, order)
        name = _name(papers, wording, number, team, names)
        found.append(Team(team.id, name, UNKNOWN if rotation is None else rotation.id, offset, place))
    return tuple(found)


def rotations_worked(model: DutyModel, rotations: Mapping[str, Rotation]) -> frozenset[str] | None:
    """The rotations of the teams; None when that of any team is not known."""
    worked = frozenset(team.rotation for team in model.teams)
    return worked if worked <= rotations.keys() else None


def _name(
    papers: BureauPapers,
    wording: Wording,
    number: int,
    team: ChangedTeamShape,
    names: dict[str, str],
) -> str:
    name = team.name or names.get(team.id)
    if name is None:
        papers.mistakes.add(
            wording.at("teams", number),
            f"team '{team.id}' is new from {wording.first} and has no name",
            "add `name: …`, or mend the id of a team that was there before",
        )
    names[team.id] = name or team.id
    return names[team.id]


def _rotation(
    papers: BureauPapers,
    wording: Wording,
    number: int,
    team: ChangedTeamShape,
    rotations: Mapping[str, Rotation],
) -> Rotation | None:
    name = team.rotation or wording.rotation
    if name is None:
        papers.mistakes.add(
            wording.at("teams", number),
            f"team '{team.id}' has no rotation",
            "name one for the unit: `rotation: …`",
        )
        return None
    named_at = wording.at("teams", number, "rotation") if team.rotation else wording.at("rotation")
    return rotations.get(name) if papers.rotation_ids.known(name, named_at, "rotation") else None


def _offset(
    papers: BureauPapers,
    wording: Wording,
    number: int,
    team: ChangedTeamShape,
    rotation: Rotation,
    order: int,
) -> int:
    """The team's own, or the next that the rotation has."""
    if team.offset is None:
        if order < len(rotation.offsets):
            return rotation.offsets[order]
        papers.mistakes.add(
            wording.at("teams", number),
            f"team '{team.id}' has no offset: rotation '{rotation.id}' has only {len(rotation.offsets)}",
            f"give the team its own: `offset:` 0 to {len(rotation.cycle) - 1}",
        )
        return 0
    if team.offset >= len(rotation.cycle):
        papers.mistakes.add(
            wording.at("teams", number, "offset"),
            f"offset {team.offset} lies outside the cycle {rotation.cycle}",
            f"offsets run from 0 to {len(rotation.cycle) - 1}",
        )
    return team.offset
