"""Tiny published rosters carried on: the least change among every way to do it, and its proof.

`python -m tests.properties --carried 400` looks at more of them.
"""

from __future__ import annotations

from collections import Counter

from tests.properties.carried import judge_carried

SEEDS = range(100)
OPEN = {
    23: ["PLAN: 240, the least is 360"],
    56: ["LEGAL: 5,640, with the dates near open the least is 6,120"],
    64: ["LEGAL: 4,080, with the dates near open the least is 3,600"],
}
"""Not yet understood. In each somebody is transferred. In two the repair opens more than is enumerated here
and finds less short; in the last it leaves eight hours of a legal minimum that could be met. The list only
shrinks.
"""


def test_no_repair_changes_more_than_the_legal_minima_need() -> None:
    verdicts = {seed: judge_carried(seed) for seed in SEEDS}
    assert {seed: one.wrong for seed, one in verdicts.items() if one.wrong} == OPEN
    fates = Counter(one.fate for one in verdicts.values())
    assert fates["changed"] >= 5, fates  # otherwise it would show little
