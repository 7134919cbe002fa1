"""Files of operations over several units, such as city-wide night checks."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text import value_wording
from rosterctl.intake.text.scalars import Count, Date, Id, Label, Minute
from rosterctl.wording import say


class LevelName(StrEnum):
    MINIMUM = "minimum"
    PLAN = "plan"
    TARGET = "target"


class EventShape(Shape):
    """One date, or several dates of the same operation. A crew for each of `sites` sites."""

    id: Id
    name: Label
    date: Date | None = None
    dates: tuple[Date, ...] = ()
    start: Minute = Field(alias="from")
    end: Minute = Field(alias="to")
    units: Annotated[list[Id], Field(min_length=1)]
    sites: Annotated[Count, Field(ge=1, le=500)] = 1
    level: LevelName = LevelName.PLAN
    crew: Id

    @model_validator(mode="after")
    def one_or_several(self) -> EventShape:
        if (self.date is None) == (not self.dates):
            raise ValueError(say(value_wording.DATE_OR_DATES))
        return self


class EventsShape(Shape):
    events: list[EventShape]
