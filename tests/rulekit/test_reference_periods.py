"""Four weeks each, counted from `since`, however far the horizon has moved on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rosterctl.rulekit.reference_periods import reference_periods
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY


def lengths(first: int, days: int) -> list[tuple[int, int]]:
    """Dates that are over and dates of the horizon, period by period; counted from Monday."""
    horizon = Horizon(MONDAY + timedelta(days=first), days, MONDAY)
    return [(len(one.earlier), len(one.days)) for one in reference_periods(horizon)]


@pytest.mark.parametrize(
    ("first", "days", "found"),
    [
        (0, 28, [(0, 28)]),
        (0, 29, [(0, 28), (0, 1)]),
        (1, 28, [(1, 27), (0, 1)]),
        (27, 28, [(27, 1), (0, 27)]),
        (28, 28, [(0, 28)]),  # a period that is over altogether counts no more
        (30, 3, [(2, 3)]),
    ],
)
def test_what_is_over_and_what_is_left(first: int, days: int, found: list[tuple[int, int]]) -> None:
    assert lengths(first, days) == found


def test_a_period_has_no_hole() -> None:
    horizon = Horizon(MONDAY + timedelta(days=9), 5, MONDAY)
    (period,) = reference_periods(horizon)
    assert [*period.earlier, *period.days] == [MONDAY + timedelta(days=n) for n in range(14)]
