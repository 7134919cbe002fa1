"""Files of units with their teams."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rosterctl.domain.unit import UnitKind
from rosterctl.intake.scalars import Count, Id, Label
from rosterctl.intake.shapes.shape import Shape


class TeamShape(Shape):
    """Rotation and offset are the unit's, unless the team states its own."""

    id: Id
    name: Label
    rotation: Id | None = None
    offset: Count | None = None


class UnitShape(Shape):
    """`shifts` gives for a letter what may be worked on it, the plain shift first."""

    id: Id
    name: Label
    kind: UnitKind
    rotation: Id | None = None
    teams: Annotated[list[TeamShape], Field(min_length=1)]
    shifts: dict[Id, Annotated[list[Id], Field(min_length=1)]] = Field(default_factory=dict)
    recalls: tuple[Id, ...] = ()
    borrows_from: tuple[Id, ...] = ()


class UnitsShape(Shape):
    units: list[UnitShape]
