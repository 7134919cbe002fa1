"""What is wanted and short, on the date on which it happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.roster import Shortage
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.export.html.wants import shortage_rows, wanted_fields
from rosterctl.timeline.calendar import DayType
from tests.support.bureaus import MONDAY, officer, plain_roster, small_bureau
from tests.support.places import ONE, post, post_type, window

PEAK = StrengthTarget("T", "peak", 2, 17 * 60, 19 * 60, days=frozenset({DayType.WEEKEND}))
BUREAU = small_bureau(
    [officer("a")],
    posts=[post("desk", "desk")],
    post_types=[post_type("desk", window(8, 9, minimum=ONE))],
    strengths=[PEAK],
)


def test_a_target_has_its_dates_and_units_and_the_minima_their_half_hours() -> None:
    """From Saturday to Monday; the desk is wanted from 8 to 9, the third and fourth half hour from 7 on."""
    found = wanted_fields(BUREAU, plain_roster(BUREAU, MONDAY - timedelta(days=2), 3))
    (target,) = found["targets"]
    assert (target["name"], target["heads"], target["start"], target["end"]) == ("peak", 2, 1020, 1140)
    assert (target["dates"], target["units"]) == ([0, 1], [0])
    whole, unit = found["minima"]
    assert whole == unit == [0, 0, 1, 1, *[0] * 44] * 3
    assert found["slot"] == 30


def test_what_is_short_after_midnight_is_short_on_that_date() -> None:
    """Of one date the law comes first, then the plan, then the targets."""
    night = Shortage(2, "desk", "U1", MONDAY, 1620, 1860, 1, "asleep")
    target = Shortage(3, "T", "", MONDAY + timedelta(days=1), 1020, 1140, 1)
    law = Shortage(1, "desk", "U1", MONDAY + timedelta(days=1), 480, 540, 1)
    nobody_knows = Shortage(2, "leaders", "U1", MONDAY, 420, 1140, 1)
    roster = replace(plain_roster(BUREAU, MONDAY, 3), shortages=(target, night, law, nobody_knows))
    rows = list(shortage_rows(BUREAU, roster))
    assert [(one["day"], one["duty"], one["tier"], one["start"], one["end"]) for one in rows] == [
        (0, 0, 2, 420, 1140),
        (1, 1, 1, 480, 540),
        (1, 0, 2, 180, 420),
        (1, 1, 3, 1020, 1140),
    ]
    assert [(one["name"], one["unit"], one["post"], one["why"]) for one in rows] == [
        ("leaders", 0, -1, ""),
        ("desk", 0, 0, ""),
        ("desk", 0, 0, "asleep"),
        ("peak", -1, -1, ""),
    ]
