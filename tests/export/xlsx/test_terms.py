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
    time_text,
    value_in_hours,
    weekday_name,
)
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences
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


@pytest.mark.parametrize(
    ("minute", "plain", "chinese"),
    [
        (23 * 60 + 59, "23:59", "23:59"),
        (24 * 60, "00:00+1", "次日00:00"),
        (31 * 60, "07:00+1", "次日07:00"),
    ],
)
def test_from_midnight_on_a_time_is_of_the_next_date(minute: int, plain: str, chinese: str) -> None:
    assert time_text(minute) == plain
    speak(sentences(Language.CHINESE))
    assert time_text(minute) == chinese
