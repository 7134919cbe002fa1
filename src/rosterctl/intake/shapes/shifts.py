"""Shift templates, as they stand in presets and under `own_shifts`."""

from __future__ import annotations

from pydantic import Field

from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text.scalars import Count, Date, Hours, Id, Label, Minute


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


class RetiredShiftShape(ShiftShape):
    """As it was until a date; `was` is the id of what it is since, none where it is no more."""

    was: Id | None = None
    until: Date | None = None


class RetiredShiftsShape(Shape):
    shifts: list[RetiredShiftShape]
