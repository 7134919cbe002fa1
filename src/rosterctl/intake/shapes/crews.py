"""Crews, as they stand in bureau.yaml and in rulebooks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text.scalars import Count, Id, Label


class CrewShape(Shape):
    """A post is manned when one alternative is complete: `{sworn: 1, auxiliary+driver: 2}`."""

    id: Id
    name: Label
    alternatives: Annotated[list[Annotated[dict[str, Count], Field(min_length=1)]], Field(min_length=1)]
