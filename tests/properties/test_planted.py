"""Whatever the bureau: the roster is lawful and worth what it claims; what can be met is met."""

from __future__ import annotations

import pytest

from rosterctl.domain.tier import Tier
from rosterctl.operations.make import Made, make_roster
from rosterctl.planning import strength
from rosterctl.planning.pipeline import Order
from tests.properties.random_bureaus import Drawn, draw

PLANTED = range(60)
WILD = range(1000, 1060)
APART = range(2000, 2020)


def made(drawn: Drawn) -> Made:
    return make_roster(drawn.bureau, Order(drawn.horizon, 20.0, 1), lambda line: None)  # noqa: ARG005


def messages(result: Made) -> list[str]:
    return [f"{one.rule}: {one.day} {one.officer} {one.message}" for one in result.verdict.findings]


@pytest.mark.parametrize("seed", PLANTED)
def test_a_legal_minimum_that_the_plain_rotation_meets_is_met(seed: int) -> None:
    result = made(draw(seed, plant=True))
    assert messages(result) == [], f"seed {seed}"
    assert result.verdict.totals[Tier.LEGAL] == 0, f"seed {seed}"


@pytest.mark.parametrize("seed", WILD)
def test_any_bureau_gets_a_lawful_roster_worth_what_it_claims(seed: int) -> None:
    result = made(draw(seed, plant=False))
    assert messages(result) == [], f"seed {seed}"


@pytest.mark.parametrize("seed", APART)
def test_units_solved_apart_keep_the_same_promises(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # From 400 officers on, units are solved one by one; here from the first.
    monkeypatch.setattr(strength, "JOINT_OFFICERS", 0)
    wild, planted = draw(seed, plant=False), draw(seed, plant=True)
    assert messages(made(wild)) == [], f"seed {seed}"
    result = made(planted)
    assert messages(result) == [], f"seed {seed}"
    assert result.verdict.totals[Tier.LEGAL] == 0, f"seed {seed}"
