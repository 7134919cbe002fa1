"""Small bureaus for which the search once stopped above what is lawful, with the values worked out otherwise.

Both are a station with a stricter mean of hours. A roster of `short_for_nothing` with every minimum is known,
and the counts of groups promised it, but no dealing of them reached it. In `beaten_bound` it helps to let
people off on dates that are not near the shortage.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rosterctl.cli.main import run

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize(
    ("case", "days", "legal", "plan", "strength", "let_off"),
    [("short_for_nothing", 14, 0, 90, 480, 4), ("beaten_bound", 21, 720, 340, 3_000, 3)],
)
def test_the_best_is_found_and_proved(
    case: str, days: int, legal: int, plan: int, strength: int, let_off: int, tmp_path: Path
) -> None:
    how = ["--from", "2026-12-01", "--days", str(days), "--out", str(tmp_path), "--quiet"]
    assert run(["solve", str(CASES / case), *how]) == 6
    tiers = json.loads((tmp_path / "roster.json").read_text(encoding="utf-8"))["tiers"]
    found = {one["tier"]: (one["value"], one["bound"]) for one in tiers}
    wanted = {1: legal, 2: plan, 3: strength, 4: let_off}
    assert {tier: found[tier] for tier in wanted} == {tier: (one, one) for tier, one in wanted.items()}
    assert run(["audit", str(tmp_path)]) == 0
