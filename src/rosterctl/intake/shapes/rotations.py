"""Cycles, as they stand in presets and under `own_rotations`."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from rosterctl.domain.rotation import REST
from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text.scalars import Count, Id, Label, read_id
from rosterctl.intake.text.synonyms import synonyms

REST_LETTERS = synonyms((REST,))


def read_cycle(value: object) -> str:
    """The letters, with `O` for every day off."""
    return "".join(REST_LETTERS.get(letter, letter) for letter in read_id(value))


Cycle = Annotated[Id, BeforeValidator(read_cycle)]


class RotationShape(Shape):
    """One letter a day; `O` or 休 is off, every other letter names a shift in `shifts`."""

    id: Id
    name: Label
    cycle: Cycle
    offsets: Annotated[list[Count], Field(min_length=1)]
    shifts: dict[Id, Id] = Field(default_factory=dict)


class RotationsShape(Shape):
    rotations: list[RotationShape]
