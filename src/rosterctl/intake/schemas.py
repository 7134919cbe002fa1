"""The shapes of the YAML files as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rosterctl.intake.shapes.bureau import BureauShape
from rosterctl.intake.shapes.calendar import CalendarShape
from rosterctl.intake.shapes.events import EventsShape
from rosterctl.intake.shapes.notify import NotifyShape
from rosterctl.intake.shapes.rotations import RotationsShape
from rosterctl.intake.shapes.rulebook import RulebookShape
from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.shapes.shifts import ShiftsShape
from rosterctl.intake.shapes.units import UnitsShape
from rosterctl.intake.shapes.zones import ZonesShape

SCHEMAS: Mapping[str, type[Shape]] = {
    "bureau": BureauShape,
    "units": UnitsShape,
    "zones": ZonesShape,
    "events": EventsShape,
    "rulebook": RulebookShape,
    "calendar": CalendarShape,
    "rotations": RotationsShape,
    "shifts": ShiftsShape,
    "notify": NotifyShape,
}


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a kind of file; KeyError for one that is not in SCHEMAS."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **SCHEMAS[kind].model_json_schema(),
    }
