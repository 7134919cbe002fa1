"""Cycles, as they stand in presets and under `own_rotations`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text.scalars import Count, Id, Label


class RotationShape(Shape):
    """One letter a day; `O` is off, every other letter names a shift in `shifts`."""

    id: Id
    name: Label
    cycle: Id
    offsets: Annotated[list[Count], Field(min_length=1)]
    shifts: dict[Id, Id] = Field(default_factory=dict)


class RotationsShape(Shape):
    rotations: list[RotationShape]
