"""Vehicles break down and run again: by duty days, and at times of the clock."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rosterctl.domain.vehicle import Outage
from rosterctl.intake.build.work.outages import broken_down, run_again
from rosterctl.timeline.clock import WallMinute

DAY = [date(2026, 12, 1) + timedelta(days=n) for n in range(10)]
SEVEN = WallMinute(7 * 60)


def hour(hour: float | None) -> WallMinute | None:
    return None if hour is None else WallMinute(round(60 * hour))


def out(first: int, last: int, start: float | None = None, end: float | None = None) -> Outage:
    return Outage(DAY[first], DAY[last], hour(start), hour(end))


@pytest.mark.parametrize(
    ("first", "last", "at", "outage"),
    [
        (3, 3, None, out(3, 3)),
        (3, 5, 14, out(3, 5, 14)),
        (3, 3, 7, out(3, 3)),  # at the handover: the whole duty day
        (3, 3, 6.5, out(2, 3, 30.5)),  # before it, the night of the date before
        (3, 3, 0, out(2, 3, 24)),
    ],
)
def test_a_vehicle_breaks_down_at_some_time(first: int, last: int, at: float | None, outage: Outage) -> None:
    assert list(broken_down((), DAY[first], DAY[last], hour(at), SEVEN)) == [outage]


def test_outages_that_touch_or_overlap_are_one() -> None:
    known = out(1, 2), out(6, 7, 9, 20)
    assert list(broken_down(known, DAY[3], DAY[4], None, SEVEN)) == [out(1, 4), known[1]]
    assert list(broken_down(known, DAY[4], DAY[5], None, SEVEN)) == [known[0], out(4, 5), known[1]]
    assert list(broken_down(known, DAY[2], DAY[6], hour(3), SEVEN)) == [out(1, 7, None, 20)]
    assert list(broken_down(known, DAY[7], DAY[7], hour(20), SEVEN)) == [known[0], out(6, 7, 9)]
    assert list(broken_down(known, DAY[7], DAY[7], hour(21), SEVEN)) == [*known, out(7, 7, 21)]


@pytest.mark.parametrize(
    ("first", "at", "left"),
    [
        (3, None, [out(2, 2, 14)]),
        (3, 7, [out(2, 2, 14)]),
        (3, 6, [out(2, 2, 14, 30)]),  # the night before, one hour short of the handover
        (3, 15, [out(2, 3, 14, 15)]),
        (2, 14, []),
        (2, 13, [out(2, 4, 14)]),  # before it went
        (5, None, [out(2, 4, 14)]),  # it ran by itself then
        (5, 6.5, [out(2, 4, 14, 30.5)]),
    ],
)
def test_a_vehicle_runs_again_at_some_time(first: int, at: float | None, left: list[Outage]) -> None:
    assert list(run_again((out(2, 4, 14), out(8, 8)), DAY[first], hour(at), SEVEN)) == [*left, out(8, 8)]
