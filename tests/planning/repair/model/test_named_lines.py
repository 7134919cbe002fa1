"""The lines of named officers in a repair: what must be changed, and what no number of people could man."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.domain.tier import Tier
from rosterctl.planning.repair.model.named_lines import least_weight, lines_of, short_anyway
from rosterctl.planning.repair.open_dates import Damage, opened
from rosterctl.planning.rotation.offers import Offers, make_offers
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import goals_of, minimise
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, officer, plain_duties, small_bureau, unit
from tests.support.peers import on_day, word_of
from tests.support.places import ONE, PAIR, event, post, post_type, vehicle, window

SETTINGS = Settings(20.0, 1)
DAYS = Horizon(MONDAY, 4)
REST = {"rest": {}}


def bureau_of(**more: Any) -> Bureau:
    """One officer in each team; on days off people may be called in, and eleven hours of rest are law."""
    return small_bureau(**{"units": [unit(recalls=("day", "night"))], "rules": REST, **more})


BUREAU = bureau_of()


def damaged(
    lines: Iterable[Duty], days: Collection[int] = (), loose: str = "", **due: Collection[int]
) -> Damage:
    by_officer: dict[str, dict[date, Duty]] = {}
    for one in lines:
        by_officer.setdefault(one.officer, {})[one.day] = one
    return Damage(
        ("U1",),
        frozenset(map(on_day, days)),
        frozenset(loose),
        by_officer,
        {name: frozenset(map(on_day, dates)) for name, dates in due.items()},
        {},
    )


def offers_of(damage: Damage, bureau: Bureau = BUREAU) -> Offers:
    return opened(make_offers(bureau, DAYS, rules_in_force(bureau.rulebook), damage.units), damage)


def weight(damage: Damage, bureau: Bureau = BUREAU) -> int:
    """What must change at least, seen from Monday."""
    return least_weight(offers_of(damage, bureau), rules_in_force(bureau.rulebook), damage, MONDAY, SETTINGS)


def repaired(damage: Damage, bureau: Bureau = BUREAU) -> tuple[int, dict[str, list[str]]]:
    """The least weight of all officers' changes, and what each works on the open dates then."""
    named = lines_of(offers_of(damage, bureau), rules_in_force(bureau.rulebook), damage, MONDAY)
    outcome = minimise(named.model, goals_of(named.model, [Tier.CHANGES]), SETTINGS)
    assert isinstance(outcome, Solved)
    worked: dict[str, list[str]] = {}
    for name, choice in named.worked(outcome):
        worked.setdefault(name, []).append(word_of(choice))
    return outcome.tiers[0].value, worked


def called(day: int, shift: str = "day", name: str = "a") -> Duty:
    return duty(BUREAU, name, on_day(day), shift, recall=True)


def test_a_lawful_line_need_not_change() -> None:
    planned = plain_duties(BUREAU, MONDAY, 4)
    assert weight(damaged(planned, loose="abcd")) == 0
    assert repaired(damaged(planned, days=[0])) == (0, {"a": ["day"], "b": ["night"]})


def test_of_two_duties_without_rest_between_them_the_recall_falls() -> None:
    # The night of Tuesday ends at seven on Wednesday, when the recall begins: it weighs 8 to drop it.
    planned = [*plain_duties(BUREAU, MONDAY, 4), called(2)]
    assert weight(damaged(planned, loose="a")) == 8
    assert repaired(damaged(planned, loose="a")) == (8, {"a": ["day", "night"]})


def test_on_an_open_date_the_night_of_the_rotation_falls_for_it_at_half_the_weight() -> None:
    planned = [*plain_duties(BUREAU, MONDAY, 4), called(2)]
    assert repaired(damaged(planned, days=[1, 2]))[0] == 4
    assert repaired(damaged(planned, days=[2]))[0] == 8  # with the night of Tuesday fixed the recall falls


def test_only_those_whose_place_has_changed_are_asked_for_the_least_weight() -> None:
    planned = [*plain_duties(BUREAU, MONDAY, 4), called(2)]
    assert weight(damaged(planned, loose="b")) == 0
    assert weight(damaged(planned, loose="ab")) == 8


def test_what_is_due_and_unlawful_may_be_left_out_and_is_a_change() -> None:
    # a is due on Tuesday's night again, but is called in for Wednesday by day: one of the two is left out.
    planned = [duty(BUREAU, "a", on_day(0), "day"), called(2)]
    assert weight(damaged(planned, loose="a", a=[1])) == 4
    assert weight(damaged([planned[0]], loose="a", a=[1])) == 0


def test_whoever_was_let_off_stays_off_though_their_place_has_changed() -> None:
    """`a` has the day by the rotation, but nothing was published: Monday is open for others' sake."""
    assert repaired(damaged([], days=(0,), loose="a")) == (0, {})


def test_a_rule_that_only_costs_and_one_that_is_off_forbid_nothing() -> None:
    planned = [*plain_duties(BUREAU, MONDAY, 4), called(2)]
    without: tuple[Mapping[str, Any], ...] = ({"rest": {"severity": "off"}}, {"fairness": {}})
    for rules in without:
        assert weight(damaged(planned, loose="a"), bureau_of(rules=rules)) == 0


def test_each_officer_chooses_among_what_is_open_to_them() -> None:
    people = [officer("a", "A"), officer("x", "B", role="auxiliary", protected_from=on_day(3))]
    bureau = bureau_of(officers=people)
    damage = damaged(plain_duties(bureau, MONDAY, 4), days=[0])
    named = lines_of(offers_of(damage, bureau), rules_in_force(bureau.rulebook), damage, MONDAY)
    assert {name: [word_of(one) for one in mine] for name, mine in named.works.items()} == {
        "a": ["day"],
        "x": ["night"],
    }


CAR = post_type("car", window(7, 19, minimum=ONE), vehicle="car")


def short(bureau: Bureau, days: int = 1, sites: Mapping[tuple[str, str], int] | None = None) -> int:
    damage = Damage(("U1",), frozenset(), frozenset(), {}, {}, sites or {})
    dates = [on_day(n) for n in range(days)]
    return short_anyway(bureau, rules_in_force(bureau.rulebook), damage, dates, SETTINGS)


def cars(number: int, **more: Any) -> Bureau:
    """Two posts that each want one with a car from seven to seven, and so many cars."""
    settings: dict[str, Any] = {
        "rules": {"posts": {}, "vehicles": {}, "events": {}, "crews": {}},
        "post_types": [CAR],
        "posts": [post("P", "car"), post("Q", "car")],
        "vehicles": [vehicle(f"C{n}") for n in range(number)],
    }
    return bureau_of(**{**settings, **more})


def test_without_cars_posts_are_short_however_many_people_there_are() -> None:
    assert [short(cars(number)) for number in (0, 1, 2)] == [2 * 12 * 60, 12 * 60, 0]


def test_each_date_is_short_for_itself() -> None:
    assert short(cars(1), days=2) == 2 * 12 * 60


def test_for_want_of_people_alone_nothing_is_short_anyway() -> None:
    desk = post_type("desk", window(7, 19, minimum=PAIR))
    assert short(cars(0, post_types=[desk], posts=[post("P", "desk")], officers=[])) == 0


def test_a_plan_that_cannot_be_manned_is_not_short_of_the_law() -> None:
    planned = post_type("car", window(7, 19, plan=ONE), vehicle="car")
    assert short(cars(0, post_types=[planned])) == 0


def test_the_cars_of_another_unit_do_not_help() -> None:
    units = [unit("U1"), unit("U2")]
    assert (
        short(cars(0, units=units, vehicles=[vehicle("C", unit="U2")], posts=[post("P", "car")])) == 12 * 60
    )


def test_events_of_the_unit_need_no_car() -> None:
    bureau = cars(0, posts=[], events=[event("E", 9, 11, sites=2)])
    assert short(bureau, sites={("E", "U1"): 2}) == 0


def test_nobody_works_two_of_the_choices_of_a_date_though_no_rule_says_so() -> None:
    bureau = bureau_of(rules={"fairness": {}}, units=[unit(shifts={"N": ("night", "overlap-both")})])
    damage = damaged(plain_duties(bureau, MONDAY, 4), days=[1])
    for heads, possible in ((1, True), (2, False)):
        named = lines_of(offers_of(damage, bureau), rules_in_force(bureau.rulebook), damage, MONDAY)
        named.model.require(named.on("a", on_day(1)) >= heads)
        outcome = minimise(named.model, goals_of(named.model, [Tier.CHANGES]), SETTINGS)
        assert isinstance(outcome, Solved) is possible
