"""Unit days on which something else is wanted than when the roster was published, or vehicles changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.moments import unit_demands
from rosterctl.timeline.horizon import Horizon

UnitDay = tuple[str, date]


def demands_changed(now: Bureau, then: Bureau, horizon: Horizon) -> Iterator[UnitDay]:
    asked = ("posts", "post_types", "crews", "events", "zones", "calendar")
    if all(getattr(now, name) == getattr(then, name) for name in asked):
        return
    for unit in now.units:
        for day in horizon:
            wanted = unit_demands(then, day, unit) if unit in then.units else []
            if unit_demands(now, day, unit) != wanted:
                yield unit, day


def vehicles_changed(now: Bureau, then: Bureau, horizon: Horizon) -> Iterator[UnitDay]:
    for name, vehicle in now.vehicles.items():
        old = then.vehicles.get(name)
        if old != vehicle:
            for day in horizon:
                if old is None or old.runs(day) != vehicle.runs(day):
                    yield vehicle.unit, day
