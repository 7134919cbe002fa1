"""A roster knows the night before it, and whether it is short of people."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.roster import Duty, Fallback, OffCause, OffRotation, Origin, Roster, Shortage, Slice
from rosterctl.domain.tier import Tier
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, roster_of, small_bureau

BUREAU = small_bureau()
SUNDAY, SATURDAY = MONDAY - timedelta(days=1), MONDAY - timedelta(days=2)
BEFORE = (duty(BUREAU, "c", SATURDAY, "day"), duty(BUREAU, "c", SUNDAY, "night"))


def roster(**changes: object) -> Roster:
    return replace(roster_of(BUREAU, MONDAY, 7, (), BEFORE), **changes)  # type: ignore[arg-type]


def short(tier: Tier) -> Shortage:
    return Shortage(tier, "gate", "U1", MONDAY, 420, 480, 1)


def test_the_duties_of_the_two_dates_before_the_first_are_known_unless_they_are_assumed() -> None:
    assert roster().last_night == BEFORE
    assert roster(known_from=MONDAY).last_night == ()
    assert roster(known_from=MONDAY - timedelta(days=1)).last_night == (BEFORE[1],)
    assert roster(horizon=Horizon(MONDAY + timedelta(days=1), 6)).last_night == (BEFORE[1],)


@pytest.mark.parametrize(
    ("tier", "degraded"), [(Tier.LEGAL, True), (Tier.PLAN, True), (Tier.STRENGTH, False)], ids=str
)
def test_posts_that_are_short_degrade_it_and_a_missed_strength_target_does_not(
    tier: Tier, degraded: bool
) -> None:
    assert roster(shortages=(short(tier),)).degraded is degraded


def test_a_unit_that_has_only_its_plain_rotation_degrades_it() -> None:
    assert not roster().degraded
    assert roster(fallbacks=(Fallback("U1", "it gave no answer in time"),)).degraded


def test_a_duty_broken_off_ends_at_that_minute() -> None:
    whole = Duty("a", MONDAY, "day", "U1", Origin.ROTATION, (Slice(420, 540, "P"), Slice(540, 1140, "")))
    assert whole.until == 1140
    assert whole.broken_off(WallMinute(600)).slices == (Slice(420, 540, "P"), Slice(540, 600, ""))
    assert whole.broken_off(WallMinute(540)).slices == (Slice(420, 540, "P"),)


@pytest.mark.parametrize("cause", OffCause)
def test_only_a_rotation_that_is_not_whole_by_itself_degrades_it(cause: OffCause) -> None:
    off = OffRotation("a", MONDAY, "day", "U1", cause, "rest")
    found = roster(off_rotation=(off,))
    assert found.degraded is (cause is OffCause.ROTATION)
    assert found.let_off == ((off,) if cause is OffCause.ROTATION else ())
    assert roster().let_off == roster(off_rotation=()).let_off == ()
