"""Files of zones and the posts in them."""

from __future__ import annotations

from pydantic import Field

from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text.scalars import Date, Id, Label, Number


class ZoneShape(Shape):
    """`x` and `y` in kilometres on the city map; `from` and `until` bound its dates, both included."""

    id: Id
    name: Label
    unit: Id
    x: Number = 0.0
    y: Number = 0.0
    first: Date | None = Field(default=None, alias="from")
    last: Date | None = Field(default=None, alias="until")


class PostShape(Shape):
    """`from` and `until` bound the dates on which the post stands, both included."""

    id: Id
    name: Label
    type: Id
    unit: Id
    zone: Id
    callsign: Label = ""
    first: Date | None = Field(default=None, alias="from")
    last: Date | None = Field(default=None, alias="until")


class ZonesShape(Shape):
    zones: tuple[ZoneShape, ...] = ()
    posts: tuple[PostShape, ...] = ()
