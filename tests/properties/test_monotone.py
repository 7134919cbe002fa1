"""Who asks for less or has more is served no worse.

`python -m tests.properties --monotone 1000` looks at more of them.
"""

from __future__ import annotations

import pytest

from tests.properties.monotone import LOOSENED, judge_monotone


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5, 6, 7, 8, 9, 11])
def test_a_looser_bureau_is_served_no_worse(seed: int) -> None:
    assert judge_monotone(seed).wrong == []


def test_every_way_to_loosen_is_drawn() -> None:
    assert len(LOOSENED) == 5
