"""Units, their teams, and the duty models by which they work from one date to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rosterctl.problems import NOWHERE, Place


class UnitKind(StrEnum):
    """What a unit holds: a point, a line or an area (点、线、面)."""

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
class DutyModel:
    """How a unit works (勤务模式) from a date on, until its next model; `first` is None for its first one.

    `shifts` gives for a letter of the rotation the shifts that may be worked on it, the plain one first;
    a letter not named there is worked as the rotation says. `recalls` are the shifts for which an officer
    may be called in on a rest day. `borrows_from` names the units that may lend officers to this one.
    `letters` are the places of the letters in `shifts`.
    """

    teams: tuple[Team, ...]
    shifts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    recalls: tuple[str, ...] = ()
    borrows_from: tuple[str, ...] = ()
    first: date | None = None
    place: Place = field(default=NOWHERE, compare=False)
    letters: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def team(self, team_id: str) -> Team | None:
        """The team with this id, if the model has it."""
        for team in self.teams:
            if team.id == team_id:
                return team
        return None


NO_DUTY = DutyModel(())
"""The model of a unit on dates on which it does not stand: nobody works, nobody is called or lent."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A brigade, station or checkpoint, which stands from `first` until `last`, both included.

    `models` are in order of their dates; a duty that began under one model ends under it. A unit without any
    is one that the files no longer have.
    """

    id: str
    name: str
    kind: UnitKind
    models: tuple[DutyModel, ...]
    first: date | None = None
    last: date | None = None
    place: Place = field(default=NOWHERE, compare=False)

    def stands(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def on(self, day: date) -> DutyModel:
        """The model by which the unit works on this date."""
        if not self.stands(day):
            return NO_DUTY
        for model in reversed(self.models):
            if model.first is None or model.first <= day:
                return model
        return NO_DUTY

    @property
    def changes(self) -> tuple[date, ...]:
        """The dates from which another model holds than on the date before."""
        return tuple(model.first for model in self.models if model.first is not None)

    @property
    def lenders(self) -> tuple[str, ...]:
        """The units from which it may borrow on any date."""
        return tuple(dict.fromkeys(one for model in self.models for one in model.borrows_from))
