"""Where those were who could have come, each place and each side of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.insight.shortages.whereabouts import Spell, Whereabouts
from tests.support.bureaus import MONDAY, absence, duty, officer, roster_of, small_bureau, unit
from tests.support.places import at, on

TUESDAY = MONDAY + timedelta(days=1)
MORNING = Spell("U1", MONDAY, 8 * 60, 10 * 60, "P")
PEOPLE = [officer(name) for name in "ab"]
"""Team A: the day on Monday, the night on Tuesday, off on Wednesday and Thursday."""
RESTED = {"rest": {"hours": "11"}}


def told(bureau: Bureau, *duties: Duty, spell: Spell = MORNING, days: int = 1) -> str:
    roster = roster_of(bureau, MONDAY, days, duties)
    return Whereabouts(bureau, roster).told(spell, lambda _: True, "people")


def one(**more: object) -> Bureau:
    place = more.pop("place", unit(recalls=("day", "peak-evening")))
    return small_bureau([officer("a", str(more.pop("team", "A")))], units=[place], **more)  # type: ignore[list-item, arg-type]


@pytest.mark.parametrize(
    ("slices", "where"),
    [
        ((at(7, 19, ""),), "1 in reserve"),
        ((at(7, 19, "Q"),), "1 on duty elsewhere"),
        ((at(7, 19, "P"),), "1 at it"),
        ((at(7, 9, ""), at(9, 19, "P")), "1 at it"),
        ((at(7, 9, ""), at(9, 19, "Q")), "1 on duty elsewhere"),
        ((at(7, 8, "Q"), at(8, 10, ""), at(10, 19, "Q")), "1 in reserve"),  # before it and after it only
    ],
)
def test_on_duty_is_at_it_in_reserve_or_elsewhere(slices: tuple[object, ...], where: str) -> None:
    bureau = one()
    worked = on(bureau, "a", *slices)
    assert told(bureau, worked) == f"people: 1 on the roll, of them {where}"
    lent = replace(worked, unit="U2")
    assert told(bureau, lent) == "people: 1 on the roll, of them 1 on duty elsewhere"


def test_who_is_away_and_who_is_let_off() -> None:
    assert told(one(absences=[absence("a", MONDAY)])) == "people: 1 on the roll, of them 1 away"
    assert told(one()) == "people: 1 on the roll, of them 1 let off"


def test_whoever_is_away_on_the_morning_after_is_away_then() -> None:
    """Monday's duty day ends at 07:00 of Tuesday; from midnight on Tuesday's absences count."""
    bureau = one(absences=[absence("a", TUESDAY)])
    for start, where in ((23, "1 off duty with no call-in for then"), (24, "1 away"), (30, "1 away")):
        spell = Spell("U1", MONDAY, start * 60, (start + 1) * 60)
        assert told(bureau, spell=spell) == f"people: 1 on the roll, of them {where}"


def test_the_night_before_is_let_off_too() -> None:
    """B has the night of Monday until 07:00 of Tuesday; at 06:00 of Tuesday nobody of B is there."""
    early = Spell("U1", MONDAY, 30 * 60, 31 * 60)
    assert told(one(team="B"), spell=early) == "people: 1 on the roll, of them 1 let off"
    late = replace(early, start=31 * 60, end=32 * 60)
    assert told(one(team="B"), spell=late).endswith("1 off duty with no call-in for then")


def test_who_is_let_off_by_a_rule_is_told_with_it() -> None:
    """The night of Monday ends on Tuesday at 07:00: Tuesday's day begins then, and needs eleven hours."""
    bureau = one(team="A", rules=RESTED)
    sunday = duty(bureau, "a", MONDAY - timedelta(days=1), "night")
    roster = roster_of(bureau, MONDAY, 1, [], [sunday])
    said = Whereabouts(bureau, roster).told(MORNING, lambda _: True, "people")
    assert said == "people: 1 on the roll, of them 1 let off (rest 1)"


@pytest.mark.parametrize(
    ("team", "rules", "before", "said"),
    [
        ("C", RESTED, "", "1 off duty (could be called in 1)"),  # off on Monday and on Sunday
        ("C", RESTED, "night", "1 off duty (rest 1)"),  # comes from the night
        ("C", {}, "night", "1 off duty (could be called in 1)"),
    ],
)
def test_off_duty_is_told_with_the_rule_that_keeps_them(
    team: str, rules: dict[str, object], before: str, said: str
) -> None:
    bureau = one(team=team, rules=rules)
    known = [duty(bureau, "a", MONDAY - timedelta(days=1), before)] if before else []
    roster = roster_of(bureau, MONDAY, 1, [], known)
    assert Whereabouts(bureau, roster).told(MORNING, lambda _: True, "people").endswith(said)


def test_where_no_call_in_reaches_nobody_is_called() -> None:
    bureau = one(team="C", place=unit(recalls=("peak-evening",)))
    assert told(bureau) == "people: 1 on the roll, of them 1 off duty with no call-in for then"


def test_only_those_asked_for_and_on_the_roll_count() -> None:
    bureau = small_bureau([*PEOPLE, replace(officer("c"), left=MONDAY - timedelta(days=1))])
    here = Whereabouts(bureau, roster_of(bureau, MONDAY, 1, []))
    assert (
        here.told(MORNING, lambda who: who.id != "b", "leaders")
        == "leaders: 1 on the roll, of them 1 let off"
    )
    assert here.told(MORNING, lambda who: who.id == "c", "leaders") == "leaders: none on the roll"


def test_after_so_many_they_are_counted_without_the_rules() -> None:
    """The same duty asked about again is known; that of another date is one too many."""
    bureau = one(team="C", rules=RESTED)
    here = Whereabouts(bureau, roster_of(bureau, MONDAY, 2, []), most=1)
    for spell in (MORNING, replace(MORNING, end=9 * 60)):
        assert here.told(spell, lambda _: True, "people").endswith("1 off duty (could be called in 1)")
    assert here.told(replace(MORNING, day=TUESDAY), lambda _: True, "people").endswith("1 off duty")
