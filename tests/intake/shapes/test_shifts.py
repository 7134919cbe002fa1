"""A shift: its break is written in hours and kept in minutes."""

from __future__ import annotations

from rosterctl.intake.shapes.shifts import ShiftsShape

DAY = {"id": "d", "name": "n", "symbol": "白", "start": "07:00", "end": "19:00"}


def test_a_shift() -> None:
    (plain, paused) = ShiftsShape.model_validate(
        {"shifts": [DAY, {**DAY, "break": "0.5", "handover": "15"}]}
    ).shifts
    assert (plain.start, plain.end, plain.pause, plain.handover) == (420, 1140, 0, 0)
    assert (paused.pause, paused.handover) == (30, 15)
