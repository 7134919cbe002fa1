"""How many are on duty in a target's window: the fewest, the most, and the mean over time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.insight.shortages.attained import Attained, attained, weighed
from rosterctl.timeline.calendar import DayType
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau, unit

SUNDAY, TUESDAY = MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)


def target(start: float, end: float, **more: object) -> StrengthTarget:
    return StrengthTarget("S", "S", 2, round(start * 60), round(end * 60), **more)  # type: ignore[arg-type]


def bureau_with(*targets: StrengthTarget) -> Bureau:
    units = [unit(), unit("U2", teams="E")]
    return small_bureau(
        [officer("a"), officer("b", "B"), officer("e", "E", unit="U2")], units=units, strengths=targets
    )


def of(
    bureau: Bureau, days: int, *duties: Duty, before: tuple[Duty, ...] = ()
) -> list[tuple[int, float, int]]:
    found = attained(bureau, roster_of(bureau, MONDAY, days, duties, before))
    return [(one.fewest, one.mean, one.most) for one in found]


def test_what_targets_weigh_is_told_where_one_weighs_more() -> None:
    assert weighed(bureau_with(target(7, 9), target(16, 18))) == ""
    assert weighed(bureau_with(target(7, 9), replace(target(16, 18), name="peak", weight=2))) == (
        "A head that lacks counts in the sum of the strength targets: S × 1, peak × 2."
    )


def test_the_mean_is_over_time() -> None:
    # From 16:00 to 18:00: a all the while, b of the evening overlap from 17:00 on.
    one = target(16, 18)
    bureau = bureau_with(one)
    duties = duty(bureau, "a", MONDAY, "day"), duty(bureau, "b", MONDAY, "overlap-evening")
    assert attained(bureau, roster_of(bureau, MONDAY, 1, duties)) == (Attained(one, 1, 1.5, 2),)


def test_nobody_on_duty_is_zero_and_not_nothing() -> None:
    assert of(bureau_with(target(16, 18)), 1) == [(0, 0.0, 0)]


def test_only_dates_to_which_the_target_applies_count() -> None:
    bureau = bureau_with(target(7, 19, first=TUESDAY), target(7, 19, days=frozenset([DayType.HOLIDAY])))
    assert of(bureau, 2, duty(bureau, "a", MONDAY, "day")) == [(0, 0.0, 0)]  # the holiday's target: no line


def test_a_night_from_before_the_horizon_counts_in_its_morning() -> None:
    bureau = bureau_with(target(6, 8))
    night = duty(bureau, "b", SUNDAY, "night")  # until 07:00 on Monday
    assert of(bureau, 1, duty(bureau, "a", MONDAY, "day"), before=(night,)) == [(1, 1.0, 1)]
    assert of(bureau, 1, duty(bureau, "a", MONDAY, "day")) == [(0, 0.5, 1)]


def test_only_who_serves_in_its_units_counts_lent_ones_too() -> None:
    bureau = bureau_with(target(7, 19, units=("U2",)))
    lent = duty(bureau, "a", MONDAY, "day", unit="U2")
    assert of(bureau, 1, lent, duty(bureau, "b", MONDAY, "day")) == [(1, 1.0, 1)]
