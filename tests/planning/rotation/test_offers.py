"""What every officer could work on every date: the menu of the team, less what rules take away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.planning.rotation.menus import Days
from rosterctl.planning.rotation.offers import Offers, make_offers
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import (
    MONDAY,
    absence,
    duty,
    officer,
    small_bureau,
    transfer,
    unit,
)

DAYS = [MONDAY + timedelta(days=n) for n in range(-7, 10)]
SUNDAY, TUESDAY, WEDNESDAY, THURSDAY = DAYS[6], DAYS[8], DAYS[9], DAYS[10]


def offers_of(bureau: Bureau, days: int = 4) -> Offers:
    return make_offers(bureau, Horizon(MONDAY, days), rules_in_force(bureau.rulebook))


def shifts(days: Days) -> dict[date, list[str]]:
    return {day: [one.shift for one in choices] for day, choices in days.items()}


def test_the_rotation_gives_each_officer_the_letters_of_the_team() -> None:
    offers = offers_of(small_bureau())
    assert shifts(offers.open["a"]) == {MONDAY: ["day"], TUESDAY: ["night"]}
    assert shifts(offers.open["b"]) == {MONDAY: ["night"], THURSDAY: ["day"]}


def test_who_is_away_is_offered_nothing() -> None:
    offers = offers_of(small_bureau(absences=[absence("a", MONDAY)]))
    assert shifts(offers.open["a"]) == {TUESDAY: ["night"]}


def test_a_rule_that_looks_at_one_duty_takes_choices_away() -> None:
    """C comes off the night of Sunday and may not be called in on Monday; D is two nights past it."""
    rested = small_bureau(units=[unit(recalls=("day",))], rules={"post-night": {}})
    assert MONDAY not in offers_of(rested).open["c"]
    assert shifts(offers_of(rested).open["d"])[MONDAY] == ["day"]
    assert shifts(offers_of(small_bureau(units=[unit(recalls=("day",))])).open["c"])[MONDAY] == ["day"]


def test_near_a_duty_that_changes_hands_there_is_the_plain_rotation_alone() -> None:
    """B works A's day of Friday; so from Thursday to Saturday neither is called in, C and D may be.

    date    Th Fr Sa        A is at rest on Thursday, B on Saturday and Sunday.
    A       O  D  N
    B       D  N  O
    """
    friday = MONDAY + timedelta(days=4)
    asked = Exchange("a", friday, "b", None, ExchangeKind.SUBSTITUTION)
    called = {name: recalls(offers_of(bureau_with(asked), 8), name) for name in "abcd"}
    free = {name: recalls(offers_of(bureau_with(), 8), name) for name in "abcd"}
    assert set(free["a"]) - set(called["a"]) == {THURSDAY}
    assert set(free["b"]) - set(called["b"]) == {friday + timedelta(days=1)}
    assert (called["c"], called["d"]) == (free["c"], free["d"])


def bureau_with(*exchanges: Exchange) -> Bureau:
    return small_bureau(units=[unit(recalls=("day",))], exchanges=exchanges)


def recalls(offers: Offers, name: str) -> list[date]:
    return [day for day, choices in offers.open[name].items() if not any(one.plain for one in choices)]


def test_the_plain_choice_is_found_or_there_is_none() -> None:
    offers = offers_of(bureau_with())
    plain = offers.plain("a", MONDAY)
    assert plain is not None
    assert (plain.shift, plain.plain) == ("day", True)
    assert offers.plain("d", MONDAY) is None  # a recall is not plain
    assert offers.plain("a", MONDAY + timedelta(days=9)) is None  # beyond the horizon


def test_the_week_before_and_two_dates_after_are_fixed_as_the_rotation_says() -> None:
    """Day 0 of A's cycle is Monday: counted back from there it is O O N D, O O N."""
    offers = offers_of(small_bureau(), 4)
    last_week = [MONDAY - timedelta(days=n) for n in range(7, 0, -1)]
    assert shifts(offers.fixed["a"]) == {
        last_week[0]: ["night"],  # seven days before Monday
        last_week[3]: ["day"],
        last_week[4]: ["night"],
        MONDAY + timedelta(days=4): ["day"],
        MONDAY + timedelta(days=5): ["night"],
    }
    assert [one.day for one in offers.before if one.officer == "a"] == [last_week[0], *last_week[3:5]]
    assert offers.known_days == tuple(MONDAY + timedelta(days=n) for n in range(-7, 6))


def test_the_history_counts_where_it_reaches_and_the_rotation_before_it() -> None:
    """The history begins on Saturday: nothing but it is known of the weekend, and A's day was B's."""
    bureau = small_bureau()
    saturday = SUNDAY - timedelta(days=1)
    known = duty(bureau, "b", saturday, "day")
    offers = offers_of(small_bureau(history=[known]))
    assert [one.officer for one in offers.before if one.day >= saturday] == ["b"]
    assert [one.officer for one in offers.before if one.day == saturday - timedelta(days=1)] == ["a", "d"]


def test_a_longer_history_makes_more_dates_known() -> None:
    early = duty(small_bureau(), "b", MONDAY - timedelta(days=20), "day")
    assert offers_of(small_bureau(history=[early])).known_days[0] == MONDAY - timedelta(days=20)


def test_who_is_transferred_has_the_letters_of_the_new_team_from_then_on() -> None:
    people = [officer("a", "A", transfers=(transfer(WEDNESDAY, "B", "U2"),))]
    bureau = small_bureau(people, units=[unit("U1"), unit("U2")])
    offers = offers_of(bureau)
    where = {day: [(one.shift, one.unit) for one in choices] for day, choices in offers.open["a"].items()}
    assert where == {
        MONDAY: [("day", "U1")],
        TUESDAY: [("night", "U1")],
        THURSDAY: [("day", "U2")],  # B of U2
    }


def test_the_offers_of_some_units_are_those_made_for_them_alone() -> None:
    """In every part and in the same order; a transferred officer belongs to the unit of the first date."""
    moved = officer("m", "A", unit="U1", transfers=(transfer(TUESDAY, "B", "U2"),))
    people = [officer("z", "B", unit="U2"), moved, officer("a", "A", unit="U1"), officer("c", "C", unit="U3")]
    units = [unit("U1", recalls=("day",)), unit("U2", borrows_from=("U1",)), unit("U3")]
    history = [duty(small_bureau(people, units=units), name, SUNDAY, "night") for name in ("z", "a", "c")]
    bureau = small_bureau(people, units=units, history=history, rules={"post-night": {}})
    horizon, rules = Horizon(MONDAY, 6), rules_in_force(bureau.rulebook)
    for wanted in (["U1"], ["U2"], ["U2", "U1"], ["U1", "U2", "U3"], []):
        only, alone = (
            make_offers(bureau, horizon, rules).only(wanted),
            make_offers(bureau, horizon, rules, wanted),
        )
        assert only == alone
        assert (in_order(only.open), in_order(only.fixed)) == (in_order(alone.open), in_order(alone.fixed))
        assert only.known_days == alone.known_days


def in_order(days: Mapping[str, Days]) -> list[tuple[str, list[tuple[date, object]]]]:
    return [(officer, list(mine.items())) for officer, mine in days.items()]
