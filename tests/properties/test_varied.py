"""A few variants of the examples; `python -m tests.properties --station 200 --brigade 40` runs many."""

from __future__ import annotations

import pytest

from tests.properties.varied import draw_varied, judge_varied

MET = "legal minima and plan are the least"


@pytest.mark.parametrize("seed", [1, 7, 13])
def test_no_lawful_roster_of_a_station_is_better(seed: int) -> None:
    """Of the third 1,560 of the plan are short, and 720 of the legal minima of the second."""
    verdict = judge_varied(seed)
    assert (verdict.fate, list(verdict.wrong)) == (MET, [])


def test_the_same_seed_is_the_same_variant() -> None:
    assert draw_varied(3, "station") == draw_varied(3, "station")
    assert draw_varied(3, "station") != draw_varied(4, "station")
