"""Files of units with their teams."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from rosterctl.domain.unit import UnitKind
from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text.scalars import Count, Date, Id, Label
from rosterctl.intake.text.synonyms import in_english, spellings

UnitWord = Annotated[
    UnitKind, BeforeValidator(in_english(UnitKind)), WithJsonSchema({"enum": spellings(UnitKind)})
]


class ChangedTeamShape(Shape):
    """As a team of the unit; one that was there before keeps its name unless it is given a new one."""

    id: Id
    name: Label | None = None
    rotation: Id | None = None
    offset: Count | None = None


class TeamShape(ChangedTeamShape):
    """Rotation and offset are the unit's, unless the team states its own."""

    name: Label


class ChangeShape(Shape):
    """A new duty model from a date on: a key that stands here replaces the unit's, the others stay.

    `teams` names all that there are from then on. With another rotation `shifts` must be written anew.
    """

    first: Date = Field(alias="from")
    rotation: Id | None = None
    teams: Annotated[list[ChangedTeamShape], Field(min_length=1)] | None = None
    shifts: dict[Id, Annotated[list[Id], Field(min_length=1)]] | None = None
    recalls: tuple[Id, ...] | None = None
    borrows_from: tuple[Id, ...] | None = None


class UnitShape(Shape):
    """`shifts` gives for a letter what may be worked on it, the plain shift first.

    `from` and `until` bound the dates on which the unit stands, both included.
    """

    id: Id
    name: Label
    kind: UnitWord
    rotation: Id | None = None
    teams: Annotated[list[TeamShape], Field(min_length=1)]
    shifts: dict[Id, Annotated[list[Id], Field(min_length=1)]] = Field(default_factory=dict)
    recalls: tuple[Id, ...] = ()
    borrows_from: tuple[Id, ...] = ()
    first: Date | None = Field(default=None, alias="from")
    last: Date | None = Field(default=None, alias="until")
    changes: tuple[ChangeShape, ...] = ()


class UnitsShape(Shape):
    units: list[UnitShape]
