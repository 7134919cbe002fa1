"""`rosterctl nightly` and `rosterctl replan` killed at random moments, stopped by signals, started twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.nights import soak_nights

KILLS = 20
"""In each of two tests: 40 in all."""


@pytest.mark.parametrize("seed", [1, 2])
def test_nights_killed_at_random_moments(tmp_path: Path, seed: int) -> None:
    """First nights with their search, next nights, repairs; every kill goes on where the last left it."""
    toll = soak_nights(tmp_path, KILLS, seed)
    assert toll.kills == KILLS
    assert toll.struck > KILLS // 3, "or most runs had ended before they were killed, and little is proven"
    assert toll.unfinished > 0, "some must have been killed before they published"
    assert toll.versions > KILLS // 2
