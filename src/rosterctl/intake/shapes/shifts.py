"""Shift templates, as they stand in presets and under `own_shifts`."""

from __future__ import annotations

from pydantic import Field

from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text.scalars import Count, Hours, Id, Label, Minute


class ShiftShape(Shape):
    """An end at or before the start lies on the next date. `break` in hours, `handover` in minutes."""

    id: Id
    name: Label
    symbol: Label
    start: Minute
    end: Minute
    pause: Hours = Field(default=0, alias="break")
    handover: Count = 0


class ShiftsShape(Shape):
    shifts: list[ShiftShape]
