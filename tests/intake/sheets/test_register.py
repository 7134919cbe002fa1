"""Whom and what a list means, by what the bureau's files say."""

from __future__ import annotations

import pytest

from rosterctl.intake.sheets.register import plain_name
from tests.support.lists import station_register

REGISTER = station_register()


@pytest.mark.parametrize("said", ["S01", "s01", "人民路警务站", "邯山分局人民路警务站", "人民路"])
def test_a_unit_by_id_or_name(said: str) -> None:
    assert REGISTER.unit(said) == "S01"


def test_no_unit() -> None:
    assert REGISTER.unit("中华路") == ""


@pytest.mark.parametrize("said", ["A", "a", "甲班", "甲", "甲组", "Ａ", "A班", "一中队甲班"])
def test_a_team_by_id_or_name(said: str) -> None:
    assert REGISTER.team("S01", said) == "A"


def test_no_team() -> None:
    assert (REGISTER.team("S01", "戊班"), REGISTER.team("S02", "A")) == ("", "")


@pytest.mark.parametrize(
    ("said", "shift"), [("白", "day"), ("白班", "day"), ("夜", "night"), ("night", "night"), ("飞", "")]
)
def test_a_shift_by_id_name_or_sign(said: str, shift: str) -> None:
    assert REGISTER.shift(said) == shift


@pytest.mark.parametrize(
    ("who", "found"),
    [
        (("P003", "", ""), ["P003"]),
        (("", "030103", ""), ["P003"]),
        (("", "30103", ""), ["P003"]),  # Excel took the zero
        (("", "", "叶 子"), ["P003"]),
        (("P999", "", "叶子"), ["P003"]),
        (("", "", "某某"), []),
        (("", "", ""), []),
    ],
)
def test_people_by_id_badge_or_name(who: tuple[str, str, str], found: list[str]) -> None:
    assert [one.officer_id for one in REGISTER.people(*who)] == found


def test_the_spaces_of_a_name_go_but_not_those_of_a_western_one() -> None:
    assert (plain_name("张　 三"), plain_name("John Smith")) == ("张三", "John Smith")


def test_skills_and_zones() -> None:
    assert {"patrol", "traffic", "driver"} <= REGISTER.skills
    assert (REGISTER.zone("Z1"), REGISTER.zone("nowhere")) == ("Z1", "")
