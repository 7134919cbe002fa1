"""Crews: known roles, nobody alone who may not be, skills that somebody has."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.domain.crew import Slot
from rosterctl.intake.build.work.crews import MOST_HEADS
from rosterctl.intake.load import read_bureau
from tests.support.folders import change, flawless, spoilt, told

RIDERS = "{sworn+rider: 2}"
SWORN, AUXILIARY = Slot("sworn"), Slot("auxiliary")


def of(folder: Path, alternative: str) -> list[str]:
    """What is wrong when the riders' crew is another, each without the file and line."""
    found = spoilt(folder, "bureau.yaml", RIDERS, alternative)
    assert all(one.startswith("bureau.yaml:23:") for one in found)
    return [one.split(":", 2)[2] for one in found]


def test_a_slot_for_each_head_in_order_of_roles_and_skills(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    change(bureau / "bureau.yaml", RIDERS, "{sworn+rider+patrol: 2, auxiliary: 1, leader: 1}")
    (slots,) = read_bureau(bureau).crews["riders"].alternatives
    rider = Slot("sworn", ("patrol", "rider"))
    assert slots == (AUXILIARY, Slot("leader"), rider, rider)


def test_one_of_any_kind_is_sworn(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    change(bureau / "bureau.yaml", RIDERS, "{any: 2}")
    assert read_bureau(bureau).crews["riders"].alternatives == ((Slot("any"), SWORN),)


def test_the_bureaus_own_crews_override_those_of_the_rulebook(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    rules = bureau / "presets/rules/house.yaml"
    theirs = ", ".join(f"{{id: {id}, name: x, alternatives: [{{sworn: 3}}]}}" for id in ("pair", "trio"))
    rules.write_text(f"{rules.read_text('utf-8')}crews: [{theirs}]\n", "utf-8")
    crews = read_bureau(bureau).crews
    assert {id: crew.heads for id, crew in crews.items()} == {"pair": 2, "trio": 3, "riders": 2}


@pytest.mark.parametrize(
    ("alternative", "mistakes"),
    [
        ("{sworn: 1, auxiliary: 2}", []),
        ("{leader: 1, auxiliary: 2}", []),
        ("{any: 1, auxiliary: 2}", ["43: an auxiliary never works without a sworn officer"]),
        ("{auxiliary: 2}", ["43: an auxiliary never works without a sworn officer"]),
        ("{sworn: 0}", ["44: sworn: 0 heads"]),
        (f"{{sworn: {MOST_HEADS}}}", []),
        (f"{{sworn: {MOST_HEADS + 1}}}", ["44: sworn: more than 24 heads at one post"]),
        ("{sworm: 1}", ["44: unknown role 'sworm' (did you mean 'sworn'?)"]),
        ("{sworn+armed: 1}", []),
        ("{sworn: 1, auxiliary+armed: 1}", ["54: an auxiliary never carries a gun"]),
        (
            "{sworn+: 1}",
            ["44: sworn+: '' is not an id: up to 64 characters without spaces, slashes, commas or quotes"],
        ),
        # Of a wrong role it is not told as well that an auxiliary would be alone.
        ("{sworm: 1, auxiliary: 1}", ["44: unknown role 'sworm' (did you mean 'sworn'?)"]),
    ],
)
def test_an_alternative(tmp_path: Path, alternative: str, mistakes: list[str]) -> None:
    # Nobody asks for the riders at a post, so their skills are not looked at.
    assert of(tmp_path, alternative) == mistakes


@pytest.mark.parametrize(
    ("crew", "lacking"),
    [
        ("[{sworn+rider: 1}]", False),
        ("[{sworn+diver: 1}]", True),
        ("[{sworn+diver: 1}, {sworn: 1}]", False),  # the other alternative can be manned
        ("[{sworn+diver: 1}, {sworn: 1, auxiliary+diver: 1}]", True),
    ],
)
def test_a_skill_that_nobody_has(tmp_path: Path, crew: str, lacking: bool) -> None:
    found = spoilt(tmp_path, "bureau.yaml", "[{sworn: 2}, {sworn: 1, auxiliary: 1}]", crew)
    sentence = "a post nobody is licensed for: crew 'pair' needs the skill 'diver', which no officer has"
    sentences = [one.split(": ", 1)[1] for one in found]
    meant = " (did you mean 'rider'?)"
    # At the desk, at both windows of the motorcyclists, and at both events.
    where = ["minimum", "plan", "plan", "crew", "crew"]
    assert sentences == ([f"{key}: {sentence}{meant}" for key in where] if lacking else [])


def test_while_officers_could_not_be_read_they_may_have_the_skill(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    change(bureau / "bureau.yaml", "[{sworn: 2}, {sworn: 1, auxiliary: 1}]", "[{sworn+diver: 1}]")
    (bureau / "officers/S01.csv").write_bytes(b"\xff\xfe")
    assert [one for one in told(bureau) if "licensed" in one] == []
