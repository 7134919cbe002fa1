"""Every weekday, role, origin and tier has a word of its own."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rosterctl.domain.people.officer import Role
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.export.xlsx.terms import (
    origin_name,
    role_name,
    tier_measure,
    tier_name,
    value_in_hours,
    weekday_name,
)
from tests.support.bureaus import MONDAY


def test_each_has_a_word_of_its_own() -> None:
    assert len({weekday_name(MONDAY + timedelta(days=n)) for n in range(14)}) == 7
    assert weekday_name(MONDAY) == "Mon"
    assert len({role_name(one) for one in Role}) == len(Role)
    assert len({origin_name(one) for one in Origin}) == len(Origin)
    assert len({tier_name(one) for one in Tier}) == len(Tier)


@pytest.mark.parametrize(
    ("tier", "value", "measure"),
    [
        (Tier.LEGAL, 1.5, "person-hours short"),
        (Tier.STRENGTH, 1.5, "person-hours short"),
        (Tier.CHANGES, 90, "duties"),
        (Tier.HOURS, 1.5, "hours"),
        (Tier.FAIRNESS, 90, "points"),
    ],
)
def test_minutes_are_told_in_hours_and_nothing_else_is(tier: Tier, value: float, measure: str) -> None:
    assert (value_in_hours(tier, 90), tier_measure(tier)) == (value, measure)
