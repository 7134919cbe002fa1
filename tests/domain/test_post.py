"""When posts and zones are there, where windows and targets apply, and how far zones lie apart."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rosterctl.domain.post import Level, Post, PostWindow, Zone
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.timeline.calendar import DayType
from tests.support.bureaus import MONDAY

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
DAYS = {"M": MONDAY, "T": TUESDAY, "W": WEDNESDAY}
SPANS = [
    ({}, "MTW"),
    ({"first": TUESDAY}, "TW"),
    ({"last": TUESDAY}, "MT"),
    ({"first": TUESDAY, "last": TUESDAY}, "T"),
]
WORKDAY, SCHOOL = frozenset([DayType.WORKDAY]), frozenset([DayType.WORKDAY, DayType.SCHOOL])


def dates_of(holds: object) -> str:
    """The days on which a function of a date holds."""
    assert callable(holds)
    return "".join(name for name, day in DAYS.items() if holds(day))


@pytest.mark.parametrize(("dates", "standing"), SPANS)
def test_a_post_and_a_zone_stand_on_their_dates_both_included(dates: dict[str, date], standing: str) -> None:
    assert dates_of(Post("P", "P", "T", "U1", "Z", **dates).stands) == standing  # type: ignore[arg-type]
    assert dates_of(Zone("Z", "Z", "U1", **dates).stands) == standing  # type: ignore[arg-type]


def test_a_window_applies_on_dates_that_have_any_of_its_types() -> None:
    school = PostWindow(420, 480, (), days=frozenset([DayType.SCHOOL, DayType.EVE]))
    assert school.applies(MONDAY, SCHOOL)
    assert not school.applies(MONDAY, WORKDAY)
    assert PostWindow(420, 480, ()).applies(MONDAY, frozenset())  # without types: every date


def test_a_windows_dates_and_types_must_both_fit() -> None:
    school = PostWindow(420, 480, (), days=frozenset([DayType.SCHOOL]), first=TUESDAY)
    assert [school.applies(MONDAY, SCHOOL), school.applies(TUESDAY, SCHOOL)] == [False, True]
    assert not school.applies(TUESDAY, WORKDAY)


def test_a_target_without_units_is_the_whole_bureaus() -> None:
    assert StrengthTarget("S", "S", 8, 420, 540).covers("U1")
    assert StrengthTarget("S", "S", 8, 420, 540, units=("U1", "U2")).covers("U2")
    assert not StrengthTarget("S", "S", 8, 420, 540, units=("U1", "U2")).covers("U3")


def test_zones_lie_apart_as_the_crow_flies() -> None:
    assert Zone("A", "A", "U1", 1.0, 1.0).distance(Zone("B", "B", "U1", 4.0, 5.0)) == 5.0  # 3, 4, 5
    assert Zone("A", "A", "U1").distance(Zone("B", "B", "U1")) == 0.0


def test_each_level_includes_those_below_it() -> None:
    assert Level.MINIMUM < Level.PLAN < Level.TARGET
