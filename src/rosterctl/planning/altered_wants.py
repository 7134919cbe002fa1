"""Unit days on which something else is wanted than when the roster was published, or vehicles changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import Vehicle
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
    """Where a vehicle runs that did not, or the other way round; another unit's or kind's is another one."""
    for name in (*now.vehicles, *(one for one in then.vehicles if one not in now.vehicles)):
        new, old = now.vehicles.get(name), then.vehicles.get(name)
        if new != old:
            for day in horizon:
                is_now, was = _running(new, day), _running(old, day)
                if is_now != was:
                    yield from ((unit, day) for unit, _ in (*is_now, *was) if unit in now.units)


def _running(vehicle: Vehicle | None, day: date) -> tuple[tuple[str, str], ...]:
    """Unit and kind of the vehicle if it is there and runs."""
    return () if vehicle is None or not vehicle.runs(day) else ((vehicle.unit, vehicle.kind),)
