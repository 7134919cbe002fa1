from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost
from rosterctl.timeline.calendar import DayType
from tests.support.bureaus import MONDAY, officer, the_rule, unit
from tests.support.places import bureau_with, found, on

PEOPLE = [officer("s1"), officer("s2"), officer("u2", unit="U2"), officer("x1", role="auxiliary")]


def bureau(*targets):
    return bureau_with("strength", officers=PEOPLE, units=[unit("U1"), unit("U2")], strengths=targets)


def target(heads, start, end, **more):
    return StrengthTarget("peak", "peak", heads, start * 60, end * 60, **more)


def short(heads, start, end, day=MONDAY):
    amount = heads * (end - start) * 60
    return Cost(
        "strength", Tier.STRENGTH, amount, "peak", day=day, start=start * 60, end=end * 60, heads=heads
    )


def test_everybody_on_duty_anywhere_counts():
    here = bureau(target(4, 7, 19))
    assert found("strength", here, [on(here, who) for who in ("s1", "s2", "u2", "x1")]) == []


def test_a_head_that_lacks_costs_as_often_as_the_target_weighs():
    here = bureau(target(2, 7, 19, units=("U1",), weight=3))
    (cost,) = found("strength", here, [on(here, "s1")])
    assert (cost.amount, cost.heads) == (3 * 720, 1)


def test_the_units_named_count_and_those_lent_to_them():
    here = bureau(target(2, 7, 19, units=("U1",)))
    assert found("strength", here, [on(here, "s1"), on(here, "u2")]) == [short(1, 7, 19)]
    assert found("strength", here, [on(here, "s1"), on(here, "u2", unit="U1")]) == []


def test_who_leaves_early_is_missed_for_the_rest():
    here = bureau(target(2, 16, 19))
    duties = [on(here, "s1"), on(here, "s2", shift="office")]
    assert found("strength", here, duties) == [short(1, 17, 19)]


def test_a_relief_on_the_minute_leaves_no_gap():
    here = bureau(target(1, 16, 22))
    assert found("strength", here, [on(here, "s1"), on(here, "s2", shift="night")]) == []


def test_nobody_on_duty_is_short_by_all():
    here = bureau(target(700, 7, 31))
    assert found("strength", here, []) == [short(700, 7, 31)]


def test_the_target_stands_on_its_days_only():
    here = bureau(target(1, 8, 9, days=frozenset({DayType.WEEKEND})))
    sunday = MONDAY.replace(day=13)
    assert found("strength", here, [], days=6) == [short(1, 8, 9, sunday.replace(day=12))]
    assert found("strength", here, [], first=sunday) == [short(1, 8, 9, sunday)]


@dataclass(frozen=True)
class Away:
    """So many officers of each unit are away."""

    bureau: Bureau
    by_unit: Mapping[str, Sequence[Officer]]

    def away(self, unit, day):  # noqa: ARG002
        return self.by_unit.get(unit, ())

    def let_off(self, unit, day):  # noqa: ARG002
        return self.by_unit["U1"][:1] if unit == "U1" else ()


def test_a_shortage_is_explained_by_who_is_away_in_the_units_of_the_target():
    here = bureau(target(9, 7, 8), StrengthTarget("two", "two", 1_500, 420, 480, units=("U2",)))
    rule, gone = the_rule(here, "strength"), Away(here, {"U1": PEOPLE[:2], "U2": PEOPLE[2:3]})
    assert rule.why_short(short(4, 7, 8), MONDAY, gone) == (
        "9 are wanted, 5 are on duty; 3 whom the rotation calls that day are away, 1 are let off"
    )
    assert rule.why_short(replace(short(300, 7, 8), what="two"), MONDAY, gone) == (
        "1,500 are wanted, 1,200 are on duty; 1 whom the rotation calls that day are away"
    )


def test_the_night_before_counts_until_it_ends():
    here = bureau(target(1, 7, 10))
    night = on(here, "s1", shift="overlap-morning", day=MONDAY.replace(day=6))
    assert found("strength", here, [], before=[night]) == [short(1, 9, 10)]
