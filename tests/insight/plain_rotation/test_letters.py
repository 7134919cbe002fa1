"""A letter that a unit rules in several rotations at once is told where it is written."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.insight.plain_rotation.letters import shared_letters
from rosterctl.problems import Place
from tests.support.bureaus import model, rotation, small_bureau, unit

ROUND = rotation("DNOO", (0,))
OFFICE = rotation("DDDDDOO", (0,), D="office")
WEEK = rotation("DDDDOOO", (0,))


def shared(other, shifts):
    first = model(teams="A", rotation=ROUND, shifts=shifts, letters={"D": Place("units.yaml", 5, 12)})
    (a,) = first.teams
    teams = (a, replace(a, id="K", rotation=other.id))
    place = replace(unit(teams="A", rotation=ROUND), models=(replace(first, teams=teams),))
    return shared_letters(small_bureau(units=[place], rotations=[ROUND, other]))


def test_a_letter_that_means_different_shifts_in_two_rotations_is_told() -> None:
    (found,) = shared(OFFICE, {"D": ("day",)})
    assert found.place == Place("units.yaml", 5, 12)
    assert found.message == (
        "letter D of `shifts` rules several rotations of unit 'U1', so all of them work day on it: "
        "DNOO (D is day there), DDDDDOO (D is office there)"
    )


def test_a_letter_that_means_another_shift_than_in_both_rotations_is_told() -> None:
    (found,) = shared(WEEK, {"D": ("office", "day")})
    assert found.message == (
        "letter D of `shifts` rules several rotations of unit 'U1', so all of them work office on it: "
        "DNOO (D is day there), DDDDOOO (D is day there)"
    )


def test_nothing_is_told_where_the_rotations_mean_the_same_or_one_alone_has_the_letter() -> None:
    assert shared(WEEK, {"D": ("day",)}) == ()
    assert shared(OFFICE, {"N": ("night",)}) == ()
    assert shared(OFFICE, {}) == ()
