"""Which dates of whom a damage opens, and the days on which posts are then looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Duty, Origin
from rosterctl.planning.repair.open_dates import (
    Damage,
    lenders_of,
    lines_of_units,
    not_anew,
    opened,
    watched_days,
)
from rosterctl.planning.rotation.offers import Offers, make_offers
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, every_rule, officer, plain_duties, small_bureau, unit

DAYS = Horizon(MONDAY, 8)
NIGHTS = {"N": ("night", "overlap-evening")}
BUREAU = small_bureau(rules=every_rule(), units=[unit(recalls=("day",), shifts=NIGHTS)])
Open = dict[str, dict[int, list[str]]]


def on_day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def damaged(days: Collection[int] = (), lines: Iterable[Duty] | None = None, **more: Any) -> Damage:
    """Everybody works the rotation; the days are numbered from Monday."""
    planned = plain_duties(BUREAU, MONDAY, 8) if lines is None else lines
    by_officer: dict[str, dict[date, Duty]] = {}
    for one in planned:
        by_officer.setdefault(one.officer, {})[one.day] = one
    due: Mapping[str, Iterable[int]] = more.pop("due", {})
    return Damage(
        units=more.pop("units", ("U1",)),
        days=frozenset(map(on_day, days)),
        loose=frozenset(more.pop("loose", ())),
        lines=by_officer,
        due={officer: frozenset(map(on_day, when)) for officer, when in due.items()},
        sites={},
        **more,
    )


def offers_of(damage: Damage, bureau: Bureau = BUREAU) -> Offers:
    return opened(make_offers(bureau, DAYS, rules_in_force(bureau.rulebook), damage.units), damage)


def open_in(damage: Damage, bureau: Bureau = BUREAU) -> Open:
    """By officer and day what is open there."""
    return {
        officer: {(day - MONDAY).days: [one.shift for one in choices] for day, choices in days.items()}
        for officer, days in offers_of(damage, bureau).open.items()
        if days
    }


def watched(damage: Damage) -> list[int]:
    return [(day - MONDAY).days for day in watched_days(offers_of(damage), damage)]


def test_without_damage_nothing_is_open_and_all_that_is_published_is_fixed() -> None:
    found = offers_of(damaged())
    assert not any(found.open.values())
    assert {day for day in found.fixed["a"] if day in DAYS} == {on_day(n) for n in (0, 1, 4, 5)}
    assert watched(damaged()) == []


def test_on_a_day_of_damage_everybody_may_be_moved_but_who_comes_off_a_night() -> None:
    # Monday: A works the day, B the night, D is off; C comes off the night of Sunday.
    assert open_in(damaged([0])) == {
        "a": {0: ["day"]},
        "b": {0: ["night", "overlap-evening"]},
        "d": {0: ["day"]},
    }
    assert watched(damaged([0])) == [0, 1]
    assert watched(damaged([7])) == [7]  # the morning after is another roster's


def test_nobody_is_sent_before_the_earliest_and_who_is_there_stays() -> None:
    begins = BUREAU.clock.number(MONDAY, 7 * 60)
    assert open_in(damaged([0], earliest=begins))["d"] == {0: ["day"]}
    late = open_in(damaged([0], earliest=begins + 1))
    assert (late.get("a"), late["d"]) == (None, {0: []}), "what has begun is not to be decided any more"


def test_a_loose_officer_may_fall_back_to_the_rotation_and_is_not_called_in() -> None:
    planned = [duty(BUREAU, "a", MONDAY, "day"), duty(BUREAU, "a", on_day(1), "overlap-evening")]
    assert open_in(damaged(lines=planned, loose="a")) == {"a": {0: ["day"], 1: ["night", "overlap-evening"]}}
    assert watched(damaged(lines=planned, loose="a")) == [1, 2]  # on Monday there is nothing to choose


def test_a_loose_officer_may_drop_a_recall() -> None:
    planned = [duty(BUREAU, "a", on_day(3), "day", recall=True)]
    assert open_in(damaged(lines=planned, loose="a")) == {"a": {3: ["day"]}}
    assert watched(damaged(lines=planned, loose="a")) == [3, 4]


def test_what_is_due_is_open_and_looked_at() -> None:
    damage = damaged(lines=[], loose="a", due={"a": [4]})
    assert open_in(damage) == {"a": {4: ["day"]}}
    assert watched(damage) == [4, 5]


def test_a_duty_given_away_is_not_called_for_and_one_taken_over_is_fixed() -> None:
    """a works on Thursday, on which the own team offers nothing by day, what c had there."""
    agreed = Exchange("c", on_day(3), "a", None, ExchangeKind.SUBSTITUTION)
    bureau = replace(BUREAU, exchanges=(agreed,), units={"U1": unit()})
    taken = replace(duty(bureau, "c", on_day(3), "night"), officer="a", origin=Origin.EXCHANGE)
    damage = damaged([3], lines=[taken])
    assert "c" not in open_in(damage, bureau)
    fixed = offers_of(damage, bureau).fixed["a"]
    assert [(one.shift, one.origin) for one in fixed[on_day(3)]] == [("night", Origin.EXCHANGE)]


def test_who_is_lent_to_a_unit_that_is_not_repaired_stays_there() -> None:
    units = [unit("U1", borrows_from=("U2",)), unit("U2")]
    people = [
        replace(one, assignments=(replace(one.assignments[0], unit="U2"),))
        for one in BUREAU.officers.values()
    ]
    bureau = small_bureau(people, units=units, rules=every_rule())
    lent = [duty(bureau, "a", MONDAY, "day", unit="U1")]
    assert open_in(damaged([0], lent, units=("U2",)), bureau) == {"b": {0: ["night"]}}
    both = open_in(damaged([0], lent, units=("U1", "U2")), bureau)
    assert both == {"a": {0: ["day", "day"]}, "b": {0: ["night", "night"]}}  # in either unit


def test_lenders_are_moved_on_the_dates_on_which_they_are_asked_and_the_unit_itself_on_all() -> None:
    damage = damaged([0, 1], units=("U1", "U2"), lending=frozenset([MONDAY]))
    bureau = small_bureau([officer("a"), officer("l", unit="U2")], units=[unit("U1"), unit("U2")])
    found = {(one, day) for one in ("a", "l") for day in range(3) if damage.moves(bureau, one, on_day(day))}
    assert found == {("a", 0), ("a", 1), ("l", 0)}
    everywhere = replace(damage, lending=None)
    assert everywhere.moves(bureau, "l", on_day(1))
    assert not everywhere.moves(bureau, "l", on_day(2))


def test_whom_a_unit_asks_and_whose_lines_it_touches() -> None:
    units = [unit("U1", borrows_from=("U3", "U2")), unit("U2"), unit("U3")]
    bureau = small_bureau([officer("a"), officer("l", unit="U2"), officer("m", unit="U3")], units=units)
    assert lenders_of(bureau, "U1", [MONDAY, on_day(1)]) == ["U3", "U2"]
    lines = {
        "a": {MONDAY: duty(bureau, "a", MONDAY, "day")},
        "l": {MONDAY: duty(bureau, "l", MONDAY, "day", unit="U1")},
        "m": {MONDAY: duty(bureau, "m", MONDAY, "day", unit="U3")},
    }
    assert set(lines_of_units(lines, ("U1",), {"a"})) == {"a", "l"}


def test_from_its_first_new_date_on_a_unit_is_made_anew() -> None:
    dates = [MONDAY, on_day(1), on_day(2)]
    assert not_anew({"U1": on_day(1)}, "U1", dates) == {MONDAY}
    assert not_anew({"U1": on_day(1)}, "U2", dates) == set(dates)
