"""The fewest changes: what comes before what, and when there is no lawful repair."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin
from rosterctl.planning.params import PARAMS
from rosterctl.planning.repair.model.least_change import Repaired
from rosterctl.planning.repair.open_dates import Damage
from rosterctl.planning.repair.stage import Repairs, repair
from rosterctl.planning.rotation.offers import Offers, make_offers
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Allowance, Settings
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, every_rule, officer, plain_duties, small_bureau, unit
from tests.support.places import ONE, PAIR, crew, post, post_type, window

DAYS = Horizon(MONDAY, 2)
TUESDAY = MONDAY + timedelta(days=1)
SHIFT = 12 * 60
"""Person-minutes that a post of one is short of on a day; on Tuesday, looked at too, nobody is there."""
RULES = every_rule(mean_hours={"sworn": "90"}, weekly_rest={"severity": "off"}, leaders={"severity": "off"})


def bureau_of(people: str = "ABCD", units: Any = None, homes: str = "U1", **wanted: Any) -> Bureau:
    """One officer in each team, and a post from seven to seven with these crews."""
    return small_bureau(
        [officer(team.lower(), team, unit=homes) for team in people],
        units=units or [unit(recalls=("day",))],
        rules=RULES,
        post_types=[post_type("gate", window(7, 19, **wanted))],
        posts=[post("P1", "gate")],
    )


def repaired(bureau: Bureau, lines: Iterable[Duty], *days: date, **more: Any) -> Repaired | None:
    by_officer = _by_officer(lines)
    plan_first, horizon = more.pop("plan_first", False), more.pop("horizon", DAYS)
    damage = Damage(
        more.pop("units", ("U1",)),
        frozenset(days),
        frozenset(more.pop("loose", ())),
        by_officer,
        more.pop("due", {}),
        {},
        **more,
    )
    rules = rules_in_force(bureau.rulebook)
    offers = make_offers(bureau, horizon, rules, damage.units)
    return repair(offers, rules, damage, MONDAY, Settings(20.0, 1), Settings(20.0, 1), plan_first=plan_first)


def _by_officer(lines: Iterable[Duty]) -> dict[str, dict[date, Duty]]:
    found: dict[str, dict[date, Duty]] = {}
    for one in lines:
        found.setdefault(one.officer, {})[one.day] = one
    return found


def worked(found: Repaired | None) -> list[tuple[str, str, str]]:
    assert found is not None
    return sorted((officer, one.shift, str(one.origin)) for officer, one in found.worked if one.day == MONDAY)


def test_the_legal_minimum_comes_before_changes_and_is_proved() -> None:
    bureau = bureau_of("BCD", minimum=ONE)  # nobody of A, who has the day
    found = repaired(bureau, plain_duties(bureau, MONDAY, 2), MONDAY)
    assert worked(found) == [("b", "night", "rotation"), ("d", "day", "recall")]
    assert found is not None
    assert (found.legal.value, found.changes.value, found.changes.bound) == (0, 8, 8)


def test_the_plan_comes_after_changes_unless_it_is_put_first() -> None:
    bureau = bureau_of("BCD", plan=ONE)
    lines = plain_duties(bureau, MONDAY, 2)
    assert worked(repaired(bureau, lines, MONDAY)) == []  # nobody need be moved, so nothing is opened
    assert ("d", "day", "recall") in worked(repaired(bureau, lines, MONDAY, plan_first=True))


def test_nothing_is_filled_on_a_day_that_is_not_open() -> None:
    bureau = bureau_of("BCD", minimum=ONE)
    found = repaired(bureau, plain_duties(bureau, MONDAY, 2), TUESDAY)
    assert found is not None
    assert (found.changes.value, found.legal.value) == (0, 0)  # Monday's shortage is not looked at
    assert {day for days in found.open.values() for day in days} == set()


def test_over_more_than_a_week_the_fewest_changes_are_found_whatever_each_week_would_do() -> None:
    """Nobody of A, who has the day on Monday and Friday: D is called in for both and leaves out Sunday's
    night, since more than 60 h in seven days are forbidden. That is eight points, four and two.
    """
    bureau, days = bureau_of("BCD", minimum=ONE), Horizon(MONDAY, 8)
    lines = plain_duties(bureau, MONDAY, 8)
    found = repaired(bureau, lines, *days, horizon=days)
    assert found is not None
    assert (found.legal.value, found.changes.value, found.changes.bound) == (0, 14, 14)
    moved = {day for _, day, _, _ in found.moved(_by_officer(lines))}
    assert moved == {MONDAY + timedelta(days=n) for n in (0, 4, 6)}


def test_people_are_lent_if_the_lender_is_repaired_too() -> None:
    units = [unit("U1", borrows_from=("U2",)), unit("U2")]
    bureau = bureau_of("A", units, "U2", minimum=ONE)
    lines = plain_duties(bureau, MONDAY, 2)
    alone = repaired(bureau, lines, MONDAY)
    assert alone is not None
    assert (worked(alone), alone.legal.value) == ([], 2 * SHIFT)
    found = repaired(bureau, lines, MONDAY, units=("U1", "U2"))
    assert found is not None
    assert [(one.unit, one.origin) for _, one in found.worked if one.day == MONDAY] == [
        ("U1", Origin.ROTATION)
    ]
    assert (found.legal.value, found.changes.value) == (SHIFT, 4)


def with_help(
    bureau: Bureau, days: Iterable[date], horizon: Horizon, seconds: float = 20.0
) -> tuple[Repaired | None, set[date]]:
    """U1 repaired on these dates, with whatever help it asks for in so many seconds."""
    lines = _by_officer(plain_duties(bureau, MONDAY, horizon.days))
    return repairs_of(bureau, horizon, seconds).with_help("U1", set(days), lines, {})


def repairs_of(bureau: Bureau, horizon: Horizon, seconds: float = 20.0) -> Repairs:
    """Of the plain rotation."""
    rules, lines = rules_in_force(bureau.rulebook), _by_officer(plain_duties(bureau, MONDAY, horizon.days))

    def damage(units: tuple[str, ...], dates: Collection[date], _off: bool) -> Damage:
        return Damage(units, frozenset(dates), frozenset(), lines, {}, {})

    def offers(units: tuple[str, ...]) -> Offers:
        return make_offers(bureau, horizon, rules, units)

    how = rules, horizon, Settings(20.0, 1), False, Allowance(Settings(seconds, 1))
    return Repairs(bureau, offers, damage, *how)


def test_where_nobody_is_moved_the_dates_are_told_on_which_minima_lack_people() -> None:
    """A has Monday's day and nobody Tuesday's; an auxiliary alone is lawful on no date."""
    weakened = {"U1": {MONDAY, TUESDAY}}
    repairs = repairs_of(bureau_of("AB", minimum=ONE), Horizon(MONDAY, 3))
    assert dict(repairs.short_days(weakened)) == {"U1": {TUESDAY}}
    for well in ({MONDAY}, set[date]()):
        assert list(repairs.short_days({"U1": well})) == []
    alone = replace(bureau_of(minimum=ONE), officers={"x": officer("x", role="auxiliary")})
    assert dict(repairs_of(alone, Horizon(MONDAY, 3)).short_days(weakened)) == {"U1": {MONDAY, TUESDAY}}


def test_lenders_are_asked_for_what_is_short_and_on_no_other_date_if_that_is_enough() -> None:
    """U2's A has Monday's day and D has Tuesday's; D's night of Wednesday, which is near, stays as it is."""
    bureau = bureau_of("AD", [unit("U1", borrows_from=("U2",)), unit("U2")], "U2", minimum=ONE)
    found, days = with_help(bureau, [MONDAY], Horizon(MONDAY, 5))
    assert found is not None
    assert days == {MONDAY, TUESDAY, TUESDAY + timedelta(days=1)}
    lent = sorted((officer, one.day) for officer, one in found.worked if one.unit == "U1")
    assert lent == [("a", MONDAY), ("d", TUESDAY)]
    assert set(found.open["d"]) == {TUESDAY}
    assert not {MONDAY, TUESDAY} & found.short_days


def test_when_the_time_is_over_nobody_else_is_asked() -> None:
    """U2's A has Monday's day, when nobody of U1 is there."""
    bureau = bureau_of("AD", [unit("U1", borrows_from=("U2",)), unit("U2")], "U2", minimum=ONE)
    found, days = with_help(bureau, [MONDAY], DAYS, seconds=0.0)
    assert found is not None
    assert (found.open, found.is_short, days) == ({}, True, {MONDAY})
    helped, _ = with_help(bureau, [MONDAY], DAYS, seconds=20.0)
    assert helped is not None and not helped.is_short


def test_each_of_many_units_has_its_part_of_what_is_left_and_enough_for_a_small_repair() -> None:
    bureau = bureau_of()
    how = rules_in_force(bureau.rulebook), DAYS, Settings(20.0, 1), False
    repairs = Repairs(bureau, None, None, *how, Allowance(Settings(40.0, 1)))  # type: ignore[arg-type]
    assert 9 < repairs.sharing(4).allowance.settings.seconds <= 10
    assert repairs.sharing(100).allowance.settings.seconds == PARAMS.repair.least_seconds
    assert not repairs.is_over
    assert replace(repairs, allowance=Allowance(Settings(0.0, 1))).is_over


def test_nobody_is_asked_who_cannot_help() -> None:
    """U2's A is on duty at night alone, and the gate is open by day."""
    bureau = bureau_of("B", [unit("U1", borrows_from=("U2",)), unit("U2")], "U2", minimum=ONE)
    found, days = with_help(bureau, [MONDAY], DAYS)
    assert found is not None
    assert (found.open, found.is_short, days) == ({}, True, {MONDAY, TUESDAY})


def test_who_is_lent_from_elsewhere_counts_where_he_serves() -> None:
    units = [unit("U1", borrows_from=("U2",)), unit("U2")]
    bureau = bureau_of("A", units, "U2", minimum=ONE)
    found = repaired(bureau, [duty(bureau, "a", MONDAY, "day", unit="U1")], MONDAY)
    assert found is not None
    assert (found.legal.value, found.open) == (SHIFT, {})


def test_of_two_ways_the_later_and_the_one_of_a_working_day_is_chosen() -> None:
    """Both are needed on one of two posts' days: to shorten nobody's plan, the night is worked longer."""
    place = unit(recalls=("day",), shifts={"N": ("night", "overlap-evening")})
    bureau = small_bureau(
        [officer(team.lower(), team) for team in "ABD"],
        units=[place],
        rules=RULES,
        post_types=[post_type("gate", window(17, 19, minimum=PAIR))],
        posts=[post("P1", "gate")],
    )
    found = repaired(bureau, plain_duties(bureau, MONDAY, 2), MONDAY)
    # A recall of d would weigh 8, b's longer night weighs 4.
    assert worked(found) == [("a", "day", "rotation"), ("b", "overlap-evening", "rotation")]
    assert found is not None and found.changes.value == 4


def test_there_is_no_repair_where_an_auxiliary_stays_alone_whatever_is_done() -> None:
    """On Tuesday, which is not open, d is alone from seven: b, who was with him until nine, is not there."""
    people = [officer("a", "A"), officer("d", "D", role="auxiliary")]
    bureau = small_bureau(
        people,
        units=[unit()],
        rules=RULES,
        post_types=[post_type("gate", window(7, 8, plan=crew("x", {"any": 1})))],
    )
    lines = [duty(bureau, "d", TUESDAY, "day")]
    assert repaired(bureau, lines, MONDAY) is None
    assert repaired(bureau, lines, TUESDAY) is not None
