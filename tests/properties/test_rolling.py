"""Rosters carried on for ten mornings stay lawful, whatever happens, and change only where it does.

`python -m tests.properties --rolling 200` looks at more of them.
"""

from __future__ import annotations

import pytest

from tests.properties.rolling import judge_rolling


@pytest.mark.parametrize("seed", range(16))
def test_ten_mornings_are_lawful_and_what_nothing_touched_stays(seed: int) -> None:
    verdict = judge_rolling(seed)
    assert verdict.wrong == []
    assert verdict.fate == "ten days"
