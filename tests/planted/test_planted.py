"""A few of the planted faults, and that the list is whole. `python -m tests.planted` plants all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.rulekit.registry import rule_modules
from tests.planted.planting import Planting, plant
from tests.planted.plantings import PLANTINGS
from tests.planted.stories import STORIES

SAMPLE = (
    "on duty on the last day of an absence",
    "nights on the last day of protection",
    "the offset runs backwards",
    "an auxiliary does a sworn officer's work",
    "one night more",
    "absences end where they begin",
)
"""Facts about people, the rotation, crews, a constraint, and the files: one of each kind."""
WITHOUT_A_MAKER = {
    "auxiliaries": "domain/crew.py",
    "crews": "domain/crew.py",
    "reach": "rulekit/home_zones.py",
    "skills": "domain/crew.py",
}
"""Rules whose demand on the counts is only a help. Without it the counts are too hopeful, and the stages
after them keep the law all the same, by who fits a slot and who is near enough."""


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all, so that what the unchanged program makes of a story is made once."""
    return tmp_path_factory.mktemp("planted")


@pytest.mark.parametrize("name", SAMPLE)
def test_the_audit_finds_what_was_planted(name: str, ground: Path) -> None:
    (planting,) = (one for one in PLANTINGS if one.name == name)
    folder = ground / name.replace(" ", "-")
    folder.mkdir()
    outcome = plant(planting, folder)
    assert outcome.failure == ""
    assert outcome.effect, "nothing was planted"
    assert outcome.found, outcome.unchanged
    assert planting.shared or outcome.found_by_own, outcome.own


@pytest.mark.parametrize("planting", PLANTINGS, ids=lambda one: one.title)
def test_every_place_is_there_exactly_once(planting: Planting) -> None:
    compile(planting.planted(), planting.place, "exec")
    assert planting.story in STORIES
    assert planting.rules


def test_a_place_that_is_not_there_is_no_planting() -> None:
    gone = Planting("gone", "domain/rotation.py", "no such text", "other", "station", ("origin",))
    with pytest.raises(ValueError, match="0 times"):
        gone.planted()


def test_there_are_enough_and_each_has_its_own_name() -> None:
    assert len(PLANTINGS) >= 40
    assert len({one.title for one in PLANTINGS}) == len(PLANTINGS)


@pytest.mark.parametrize("rule", rule_modules())
def test_every_rule_has_a_fault_where_it_makes_rosters(rule: str) -> None:
    place = WITHOUT_A_MAKER.get(rule, f"rules/{rule.replace('-', '_')}.py")
    assert [one for one in PLANTINGS if one.place == place]


@pytest.mark.parametrize("room", ["domain/rotation.py", "domain/demand.py", "domain/", "intake/build/"])
def test_every_room_that_makes_facts_has_faults(room: str) -> None:
    assert len([one for one in PLANTINGS if one.place.startswith(room)]) >= 2
