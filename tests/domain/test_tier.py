"""Tiers, and how far a value may be from its bound."""

from __future__ import annotations

import pytest

from rosterctl.domain.tier import SHORTAGES, Tier, TierResult


@pytest.mark.parametrize(
    ("value", "bound", "gap"),
    [
        (240, 240, 0.0),
        (0, 0, 0.0),
        (200, 150, 0.25),  # 50 of 200 may be left
        (200, 0, 1.0),
        (1, 0, 1.0),
        (0, -5, 5.0),  # of nothing: five, as if the value were one
        (-100, -125, 0.25),
        (10, None, None),  # nothing was proved
    ],
)
def test_the_gap_is_the_part_of_the_value_that_may_be_left(
    value: int, bound: int | None, gap: float | None
) -> None:
    assert TierResult(Tier.LEGAL, value, bound, 0.1).gap == gap


def test_tiers_come_in_the_order_in_which_nothing_is_traded() -> None:
    assert [tier.name for tier in sorted(Tier)] == [
        "LEGAL",
        "PLAN",
        "STRENGTH",
        "CHANGES",
        "HOURS",
        "FAIRNESS",
        "WISHES",
    ]


def test_what_counts_what_is_short_counts_person_minutes() -> None:
    assert {tier for tier in Tier if tier.measure == "person-minutes"} == set(SHORTAGES)


def test_every_tier_has_a_title_of_its_own() -> None:
    assert len({tier.title for tier in Tier}) == len({tier.key for tier in Tier}) == len(Tier)
