"""Every shipped rotation under every shipped rulebook, by arithmetic: no plain duty is let off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.rulebook import Rulebook, RuleSetting
from rosterctl.insight.plain_rotation.breaches import breaches
from rosterctl.timeline.horizon import Horizon
from tests.golden.test_cycles import IDS
from tests.support.bureaus import by_id, officer, unit
from tests.support.presets import tiny_bureau

BOOKS = ("china-police", "eu-wtd", "uk-police", "us-flsa-7k")
HORIZON = Horizon(date(2026, 12, 1), 28)


@pytest.fixture(scope="module", params=BOOKS)
def bureau(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Bureau:
    return tiny_bureau(tmp_path_factory.mktemp(request.param), rulebook=request.param)


def lost(bureau: Bureau, rotation: str) -> dict[str, int]:
    """Plain duties let off, by rule, with an officer of each role in every team."""
    cycle = bureau.rotations[rotation]
    teams = "ABCDE"[: len(cycle.offsets)]
    people = [officer(f"{team}-{role}", team, role) for team in teams for role in ("sworn", "auxiliary")]
    place = unit(teams=teams, rotation=cycle)
    own = replace(bureau, units=by_id([place]), officers=by_id(people), posts={}, zones={}, vehicles={})
    return {one.rule: one.lost for one in breaches(own, HORIZON)}


@pytest.mark.parametrize("rotation", IDS)
def test_no_duty_is_let_off(bureau: Bureau, rotation: str) -> None:
    assert lost(bureau, rotation) == {}


def test_a_limit_that_is_too_tight_is_seen(bureau: Bureau) -> None:
    """The shipped uk-2224 has 27 hours between two weeks' duties at the least: not 35 in seven dates."""
    tight = {"weekly-rest": RuleSetting("weekly-rest", None, {"hours": "35", "days": "7"})}
    book = Rulebook("tight", "tight", "", tight)
    assert lost(replace(bureau, rulebook=book), "uk-2224").keys() == {"weekly-rest"}
