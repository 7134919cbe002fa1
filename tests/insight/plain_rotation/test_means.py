"""A rotation whose own hours pass a mean is told, though it is worked all the same; both sides of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rosterctl.insight.plain_rotation.means import basis_of, means_above
from tests.support.bureaus import MONDAY, model, officer, rotation, small_bureau, unit

THREE = rotation("DNO", (0, 1, 2))
"""Two duties of 12 h in three dates: 56 h a week."""


def told(rules, *, people=None, later=(), first=MONDAY):
    units = [unit(teams="ABC", rotation=THREE, later=later)]
    bureau = small_bureau(people or [officer("a")], units=units, rotations=[THREE], rules=rules)
    return [one.message for one in means_above(bureau, first)]


@pytest.mark.parametrize(("hours", "number"), [("55.98", 1), ("56", 0)])
def test_the_mean_of_the_cycle_may_be_as_long_as_the_limit(hours: str, number: int) -> None:
    assert len(told({"mean-hours": {"sworn": hours, "auxiliary": "40"}})) == number


def test_it_says_which_rotation_by_how_much_and_that_it_is_worked_all_the_same() -> None:
    (message,) = told({"mean-hours": {"sworn": "48", "auxiliary": "48"}})
    assert message == (
        "rotation 'DNO' of unit 'U1' has 56 h a week, above the 48 h of rule mean-hours: it is worked all "
        "the same, and nobody can be called in besides"
    )


def test_only_the_roles_that_are_there_count() -> None:
    """40 h a week with 36 h of overtime a month are 48.28 h for auxiliaries; sworn officers have no limit."""
    rules = {"overtime": {}}
    assert told(rules) == []
    (message,) = told(rules, people=[officer("a"), officer("x", role="auxiliary")])
    assert "above the 48 h 16 min of rule overtime" in message


def test_soft_rules_and_rules_that_are_off_tell_nothing() -> None:
    for severity in ("soft", "off"):
        assert told({"mean-hours": {"sworn": "48", "auxiliary": "48", "severity": severity}}) == []


def test_models_that_are_over_are_not_told_and_those_to_come_are() -> None:
    rules = {"mean-hours": {"sworn": "48", "auxiliary": "48"}}
    ended = model(MONDAY, teams="ABC")
    assert told(rules, later=[ended]) == []
    assert len(told(rules, later=[ended], first=MONDAY - timedelta(days=1))) == 1


def test_a_limit_rests_on_law_or_on_an_assumption() -> None:
    assert basis_of("law", "directive 2003/88/EC art. 6") == "law: directive 2003/88/EC art. 6"
    assert basis_of("own", "") == "own"
