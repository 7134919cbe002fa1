"""An event is on one date or on several, and at one site or at many."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rosterctl.intake.shapes.events import EventsShape, LevelName

EVENT = {"id": "e", "name": "n", "from": "07:00", "to": "08:00", "units": ["u"], "crew": "pair"}
DATE = {"date": "2026-12-01"}


@pytest.mark.parametrize(
    "more", [DATE, {"dates": ["2026-12-01"]}, {**DATE, "sites": "1"}, {**DATE, "sites": "500"}]
)
def test_right(more: dict[str, object]) -> None:
    (event,) = EventsShape.model_validate({"events": [{**EVENT, **more}]}).events
    assert (event.start, event.end, event.level) == (420, 480, LevelName.PLAN)
    assert event.sites == int(str(more.get("sites", 1)))


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"dates": []},
        {**DATE, "dates": ["2026-12-02"]},
        {**DATE, "sites": "0"},
        {**DATE, "sites": "501"},
        {**DATE, "units": []},
    ],
)
def test_wrong(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        EventsShape.model_validate({"events": [{**EVENT, **more}]})
