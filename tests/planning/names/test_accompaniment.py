"""Auxiliaries who would be alone: which of their duties fall, to the minute."""

from __future__ import annotations

from typing import Any

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Origin
from rosterctl.planning.counts.groups import ChoiceKey
from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.names.accompaniment import let_off, unaccompanied
from rosterctl.planning.names.lines import Lines
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import officer, shift, small_bureau, unit
from tests.support.peers import NIGHTS, all_peers, on_day

SHIFTS = (shift("morning", 7, 13), shift("noon", 13, 19), shift("late", 13.5, 19), shift("early", 6, 12))
RULES = {"auxiliaries": {}}


def bureau_of(rules: Any = RULES) -> Bureau:
    """Sworn s and t, auxiliaries x and y in U1; U2 has nobody of its own."""
    people = [officer("s"), officer("t"), officer("x", role="auxiliary"), officer("y", role="auxiliary")]
    return small_bureau(people, units=[unit("U1"), unit("U2")], shifts=SHIFTS, rules=rules)


BUREAU = bureau_of()


def works(name: str, shift: str, day: int = 0, place: str = "U1") -> Worked:
    of = BUREAU.shifts[shift]
    return name, choice_of(BUREAU, on_day(day), of, place, Origin.ROTATION, True)


def alone(
    *worked: Worked, still: tuple[Worked, ...] = (), days: int = 2, bureau: Bureau = BUREAU
) -> set[ChoiceKey]:
    """What falls, all of it by the rule of auxiliaries."""
    rules, horizon = rules_in_force(bureau.rulebook), Horizon(on_day(0), days)
    found = unaccompanied(bureau, horizon, rules, worked, still)
    assert {rule for rule, _ in found} <= {"auxiliaries"}
    return {key for _, key in found}


DAY, NIGHT = (on_day(0), "day", "U1"), (on_day(0), "night", "U1")


def test_who_has_a_sworn_officer_all_the_time_stays() -> None:
    assert alone(works("x", "day"), works("s", "day")) == set()


def test_without_a_sworn_officer_every_shift_of_auxiliaries_falls() -> None:
    """Those by day and those by night, and each once, however many are on it."""
    assert alone(works("x", "day"), works("y", "day")) == {DAY}
    assert alone(works("x", "day"), works("s", "day"), works("y", "night")) == {NIGHT}


def test_a_sworn_officer_alone_loses_nothing() -> None:
    assert alone(works("s", "night")) == set()


def test_two_sworn_officers_one_after_the_other_are_enough_and_in_any_order() -> None:
    assert alone(works("x", "day"), works("s", "morning"), works("t", "noon")) == set()
    assert alone(works("x", "day"), works("s", "noon"), works("t", "morning")) == set()


def test_half_an_hour_between_two_sworn_officers_is_too_much() -> None:
    assert alone(works("x", "day"), works("s", "morning"), works("t", "late")) == {DAY}


def test_a_sworn_officer_who_leaves_before_or_comes_after_is_not_enough() -> None:
    assert alone(works("x", "day"), works("s", "morning")) == {DAY}
    assert alone(works("x", "day"), works("s", "noon")) == {DAY}


def test_a_shorter_shift_within_that_of_a_sworn_officer_does_not_end_it() -> None:
    # s is there from six to twelve, t all day: that s leaves first changes nothing.
    assert alone(works("x", "day"), works("t", "day"), works("s", "early")) == set()
    assert alone(works("x", "day"), works("t", "day"), works("s", "morning")) == set()


def test_a_sworn_officer_in_another_unit_is_none() -> None:
    assert alone(works("x", "day"), works("s", "day", place="U2")) == {DAY}
    assert alone(works("x", "day", place="U2"), works("s", "day", place="U2")) == set()


def test_a_sworn_officer_on_another_date_is_none() -> None:
    assert alone(works("x", "day"), works("s", "day", day=1)) == {DAY}


def test_who_lasts_into_the_horizon_counts_as_there() -> None:
    # The long night of Sunday ends at nine on Monday, and s of Monday comes at half past one or at seven.
    night = works("t", "overlap-morning", day=-1)
    assert alone(works("x", "peak-morning"), still=(night,)) == set()
    assert alone(works("x", "peak-morning")) == {(on_day(0), "peak-morning", "U1")}


def test_an_auxiliary_who_lasts_into_the_horizon_is_no_longer_let_off() -> None:
    assert alone(still=(works("x", "overlap-morning", day=-1),)) == set()


def test_nobody_answers_for_minutes_outside_the_horizon() -> None:
    # The horizon is Monday: from seven to seven the next morning. An early shift from six counts from
    # seven, and the long night of Monday, until nine, counts until seven.
    early = works("x", "early"), works("s", "morning")
    late = works("x", "overlap-morning"), works("s", "night")
    assert alone(*early, days=1) == set()
    assert alone(*late, days=1) == set()
    assert alone(*late, days=2) == {(on_day(0), "overlap-morning", "U1")}  # Tuesday's morning is answered for


def test_where_the_rule_is_not_in_force_nobody_is_let_off() -> None:
    for rules in ({"auxiliaries": {"severity": "off"}}, {"rest": {}}):
        assert alone(works("x", "day"), bureau=bureau_of(rules)) == set()


def left(*alone: tuple[str, ChoiceKey]) -> list[tuple[str, int]]:
    """Sworn s and auxiliary x have a night on two dates each: what is left of them."""
    people = [officer("s"), officer("x", role="auxiliary")]
    place = unit(teams="A", rotation=NIGHTS)
    first, _ = all_peers(small_bureau(people, units=[place], rotation=NIGHTS, rules=RULES), 2)
    lines = Lines(first.offers, first.board)
    for one in people:
        for day in first.days:
            lines.put(one, day, first.offers.plain(one.id, day))
    let_off(lines, people, first.rules, alone)
    return [(name, (choice.day - on_day(0)).days) for name, choice in lines.all()]


def test_only_those_who_need_company_are_let_off_and_only_what_is_named() -> None:
    every = [("s", 0), ("s", 1), ("x", 0), ("x", 1)]
    assert left() == every
    assert left(("auxiliaries", (on_day(1), "night", "U1"))) == every[:3]
    assert left(*(("auxiliaries", (on_day(day), "night", "U1")) for day in (0, 1))) == every[:2]


@pytest.mark.parametrize(
    "other",
    [
        ("rest", (on_day(1), "night", "U1")),
        ("auxiliaries", (on_day(2), "night", "U1")),
        ("auxiliaries", (on_day(1), "day", "U1")),
        ("auxiliaries", (on_day(1), "night", "U2")),
    ],
)
def test_what_another_rule_names_or_another_date_shift_or_unit_is_kept(other: tuple[str, ChoiceKey]) -> None:
    assert left(other) == left()
