"""Tiny bureaus against every roster there is: the solver finds the optimum, its bounds never pass it.

`python -m tests.properties` looks at more of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tests.properties.claims import Verdict, judge_changing, judge_priced, judge_tiny

SEEDS = range(60)


def refuted(verdicts: Mapping[int, Verdict]) -> dict[int, Sequence[str]]:
    return {seed: one.wrong for seed, one in verdicts.items() if one.wrong}


def test_no_claim_is_refuted_and_nearly_all_rosters_are_optimal() -> None:
    verdicts = {seed: judge_tiny(seed) for seed in SEEDS}
    assert refuted(verdicts) == {}
    fates = Counter(one.fate for one in verdicts.values())
    # Counts of a team may not be dealt to its officers in full; here that costs two of sixty the optimum.
    assert fates["optimal"] >= len(SEEDS) - 2, fates


def test_nor_where_changes_are_made_for_the_plan_at_a_price() -> None:
    verdicts = {seed: judge_priced(seed) for seed in SEEDS}
    assert refuted(verdicts) == {}
    fates = Counter(one.fate for one in verdicts.values())
    assert fates["optimal"] >= len(SEEDS) - 2, fates


def test_nor_where_duty_models_change_and_people_are_transferred() -> None:
    verdicts = {seed: judge_changing(seed) for seed in SEEDS}
    assert refuted(verdicts) == {}
    fates = Counter(one.fate for one in verdicts.values())
    assert fates["optimal"] >= len(SEEDS) - 2, fates
