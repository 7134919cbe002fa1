"""Who asks for less or has more is served no worse.

`python -m tests.properties --monotone 1000` looks at more of them.
"""

from __future__ import annotations

from random import Random

import pytest

from tests.properties.monotone import LOOSENED, drawn, judge_monotone

SEEDS = (1, 2, 3, 4, 5, 6, 7, 11, 13, 24)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_looser_bureau_is_served_no_worse(seed: int) -> None:
    verdict = judge_monotone(seed)
    assert list(verdict.wrong) == []
    assert verdict.fate != "nothing to loosen"


def test_every_way_to_loosen_is_drawn() -> None:
    assert {drawn(Random(seed)) for seed in SEEDS} == LOOSENED.keys()
