"""The bounds of small whole bureaus hold for every roster of named officers that keeps the rotation.

`python -m tests.properties --joint 30 --apart 30` looks at more of them.
"""

from __future__ import annotations

import pytest

from tests.properties.peer import judge_whole


@pytest.mark.parametrize("seed", [0, 1, 4])
@pytest.mark.parametrize("apart", [False, True])
def test_no_named_roster_goes_below_a_bound(seed: int, apart: bool) -> None:
    verdict = judge_whole(seed, apart=apart)
    assert verdict.wrong == []
    assert verdict.fate == "proved"  # by CP-SAT's own bound, not only by its finding nothing better
