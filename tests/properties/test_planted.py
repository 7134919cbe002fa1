"""Whatever the bureau: the roster is lawful and worth what it claims; what can be met is met.

`python -m tests.properties` looks at more of them.
"""

from __future__ import annotations

import pytest

from tests.properties.claims import judge_planted, judge_wild


@pytest.mark.parametrize("seed", range(60))
def test_a_legal_minimum_that_the_plain_rotation_meets_is_met(seed: int) -> None:
    assert judge_planted(seed).wrong == []


@pytest.mark.parametrize("seed", range(1000, 1030))
def test_any_bureau_gets_a_lawful_roster_worth_what_it_claims(seed: int) -> None:
    verdict = judge_wild(seed)
    assert verdict.wrong == []
    assert verdict.fate != "impossible"


@pytest.mark.parametrize("seed", range(2000, 2015))
def test_units_solved_apart_keep_the_same_promises(seed: int) -> None:
    # From 400 officers on, units are solved one by one; here from the first.
    assert judge_wild(seed, apart=True).wrong == []
    assert judge_planted(seed, apart=True).wrong == []
