"""Zones lie at nought, nought unless they say where; neither zones nor posts need be there."""

from __future__ import annotations

from datetime import date

from rosterctl.intake.shapes.zones import ZonesShape


def test_a_file_may_have_either_or_none() -> None:
    assert ZonesShape.model_validate({}) == ZonesShape(zones=(), posts=())


def test_a_zone() -> None:
    zone = {"id": "z", "name": "n", "unit": "u"}
    plain, placed = ZonesShape.model_validate(
        {"zones": [zone, {**zone, "x": "-1.5", "y": "2", "from": "2026-12-01", "until": "2026-12-02"}]}
    ).zones
    assert (plain.x, plain.y, plain.first, plain.last) == (0.0, 0.0, None, None)
    assert (placed.x, placed.y) == (-1.5, 2.0)
    assert (placed.first, placed.last) == (date(2026, 12, 1), date(2026, 12, 2))
