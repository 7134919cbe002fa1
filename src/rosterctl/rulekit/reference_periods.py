"""The periods over which mean hours are reckoned: four weeks each, counted from the horizon's `since`.

A roster that is carried on from night to night begins in the middle of a period. The dates of it that are
over count too, so that what was lawful when it was published stays lawful when the horizon moves on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rosterctl.timeline.horizon import Horizon

PERIOD = 28


@dataclass(frozen=True)
class ReferencePeriod:
    """`days` are its dates in the horizon, `earlier` those before; together they have no hole."""

    earlier: tuple[date, ...]
    days: tuple[date, ...]


def reference_periods(horizon: Horizon) -> Iterator[ReferencePeriod]:
    """The periods that have a date in the horizon, counted from its `since`."""
    start = horizon.since + timedelta(days=(horizon.first - horizon.since).days // PERIOD * PERIOD)
    while start < horizon.end:
        every = [start + timedelta(days=n) for n in range(PERIOD)]
        yield ReferencePeriod(
            tuple(day for day in every if day < horizon.first), tuple(day for day in every if day in horizon)
        )
        start += timedelta(days=PERIOD)
