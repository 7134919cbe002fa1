"""What a change weighs: by how soon it is, and on whose day off."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rosterctl.planning.repair.costs import weight
from tests.support.bureaus import MONDAY, small_bureau

BUREAU = small_bureau()


@pytest.mark.parametrize(
    ("ahead", "points"),
    [(0, 4), (3, 8), (4, 2), (7, 4), (8, 1), (11, 2)],  # A works on 0 1, 4 5, 8 9; the third day is off
)
def test_soon_weighs_more_and_a_day_off_twice(ahead: int, points: int) -> None:
    officer = BUREAU.officers["a"]
    assert weight(BUREAU, officer, MONDAY + timedelta(days=ahead), MONDAY) == points
