"""Units and their teams."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rosterctl.problems import NOWHERE, Place


class UnitKind(StrEnum):
    POINT = "point"
    LINE = "line"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Team:
    """The crew that rotates together (班). `offset` is its phase in the rotation."""

    id: str
    name: str
    rotation: str
    offset: int
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Unit:
    """A brigade, station or checkpoint.

    `shifts` gives for a letter of the rotation the shifts that may be worked on it, the plain one first;
    a letter not named there is worked as the rotation says. `recalls` are the shifts for which an officer
    may be called in on a rest day. `borrows_from` names the units that may lend officers to this one.
    """

    id: str
    name: str
    kind: UnitKind
    teams: tuple[Team, ...]
    shifts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    recalls: tuple[str, ...] = ()
    borrows_from: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)

    def team(self, team_id: str) -> Team:
        """The team with this id; KeyError if there is none."""
        for team in self.teams:
            if team.id == team_id:
                return team
        raise KeyError(team_id)
