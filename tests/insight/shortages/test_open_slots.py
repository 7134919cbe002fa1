"""Who is missing: one more of whom, with the people where they stand or placed anew."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rosterctl.domain.crew import describe
from rosterctl.domain.post import Level
from rosterctl.insight.shortages.open_slots import MOST_WAYS, crew_made, missing_slots
from tests.support.bureaus import officer
from tests.support.places import PAIR, crew

ONE = crew("one", {"sworn": 1})
S1, S2, S3 = (officer(name) for name in ("s1", "s2", "s3"))
X1, X2 = (officer(name, role="auxiliary") for name in ("x1", "x2"))


def said(*arguments: object) -> list[str]:
    return [describe(way) for way in missing_slots(*arguments)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("free", "missing"),
    [
        ([], ["2 sworn"]),
        ([S1], ["1 sworn"]),
        ([S1, X1], ["1 sworn", "1 auxiliary"]),  # a second sworn officer, or a second auxiliary
        ([X1, X2], ["1 sworn"]),
        ([S1, X1, X2], [""]),
    ],
)
def test_of_the_crews_that_lack_fewest_all_are_told(free: Sequence[object], missing: list[str]) -> None:
    assert said(PAIR, free, free, ()) == missing


def test_an_auxiliary_may_free_the_sworn_officer_who_is_missing() -> None:
    """Two sworn officers make up the pair; with a second auxiliary one of them goes to the desk."""
    assert said(ONE, [X1], [S1, S2, X1], [PAIR.alternatives]) == ["1 sworn", "1 auxiliary"]
    assert said(ONE, [], [S1, S2], [PAIR.alternatives]) == ["1 sworn"]  # that would take two auxiliaries


def test_where_the_people_on_duty_would_be_enough_they_are_not_told_as_missing() -> None:
    """Something else keeps the crews from being made so: what is told is who is missing as they stand."""
    assert said(ONE, [X1, X2], [S1, S2, X1, X2], [PAIR.alternatives]) == ["1 sworn"]


def test_with_too_many_crews_nobody_is_moved() -> None:
    crews = [PAIR.alternatives] * MOST_WAYS.bit_length()
    assert said(ONE, [X1], [S1, S2, S3, X1], crews) == ["1 sworn"]


def test_the_crew_made_is_that_of_the_highest_level_reached() -> None:
    ladder = (Level.MINIMUM, ONE), (Level.PLAN, PAIR)
    assert crew_made(ladder, [S1, S2]) == PAIR.alternatives
    assert crew_made(ladder, [S1, X1]) == ONE.alternatives
    assert crew_made(ladder, [X1, X2]) == ()
