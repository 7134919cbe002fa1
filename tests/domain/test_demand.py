"""What is wanted on which dates."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.demand import post_demands
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.timeline.calendar import DayType
from tests.support.bureaus import MONDAY, small_bureau
from tests.support.places import PAIR, post, post_type, window

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
WORKDAY = frozenset([DayType.WORKDAY])


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        ({}, "MTW"),
        ({"first": TUESDAY}, "TW"),
        ({"last": TUESDAY}, "MT"),
        ({"first": TUESDAY, "last": TUESDAY}, "T"),
    ],
)
def test_a_window_and_a_target_are_wanted_on_their_dates_both_included(dates, wanted) -> None:
    days = {"M": MONDAY, "T": TUESDAY, "W": WEDNESDAY}
    target = StrengthTarget("S", "S", 1, 420, 1140, **dates)
    assert "".join(name for name, day in days.items() if target.applies(day, WORKDAY)) == wanted
    asked = replace(window(7, 19, minimum=PAIR), **dates)
    bureau = small_bureau(post_types=[post_type("T", asked)], posts=[post("P", "T")])
    assert "".join(name for name, day in days.items() if list(post_demands(bureau, day))) == wanted


def test_its_dates_do_not_make_it_apply_on_other_types_of_days() -> None:
    target = StrengthTarget("S", "S", 1, 420, 1140, frozenset([DayType.HOLIDAY]), first=MONDAY)
    assert not target.applies(MONDAY, WORKDAY)
    assert target.applies(MONDAY, frozenset([DayType.HOLIDAY]))
