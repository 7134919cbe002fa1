"""Duty models that change within the horizon, and officers who are transferred within it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.blocks import near_changes
from rosterctl.planning.rotation.transfers import linked_units
from rosterctl.timeline.horizon import Horizon
from tests.properties.claims import breaches, make
from tests.support.bureaus import (
    MONDAY,
    changed,
    duty,
    every_rule,
    model,
    officer,
    rotation,
    shift,
    small_bureau,
    transfer,
    unit,
)
from tests.support.places import ONE, post, post_type, window
from tests.support.tuned import tuned_blocks

DAYS = Horizon(MONDAY, 14)
CHANGE = MONDAY + timedelta(days=6)
DLNOO = rotation("DLNOO", (0, 1, 2, 3), L="evening", N="late")
DONO = rotation("DONO", (0, 2, 3, 1))
MORE = (shift("evening", 17, 23), shift("late", 23, 33))
STANDING = post_type("standing", window(7, 31, minimum=ONE))


def bureau_of(*, later: Any = (), people: Any = None, units: Any = None, **more: Any) -> Bureau:
    """Two officers in each team, on DNOO before the change."""
    teams = [(team, n) for team in "ABCD" for n in (1, 2)]
    return small_bureau(
        people or [officer(f"{team.lower()}{n}", team) for team, n in teams],
        units=units or [unit(later=later)],
        rotations=[DLNOO, DONO],
        shifts=MORE,
        rules=every_rule(),
        post_types=[STANDING],
        **more,
    )


def worked(roster: Roster, officer: str) -> dict[int, tuple[str, str]]:
    """Shift and unit by the number of days since the first."""
    return {(one.day - MONDAY).days: (one.shift, one.unit) for one in roster.duties if one.officer == officer}


def solved(bureau: Bureau, *, apart: bool = False) -> Roster:
    """A roster that the audit finds nothing wrong with."""
    with tuned_blocks(joint_officers=0 if apart else 400):
        made = make(bureau, DAYS)
    assert breaches(made) == []
    assert made.roster.fallbacks == ()
    return made.roster


def value(roster: Roster, tier: Tier) -> int:
    return next(one.value for one in roster.tiers if one.tier is tier)


@pytest.mark.parametrize("apart", [False, True])
def test_every_team_works_the_old_cycle_and_then_the_new_one(apart: bool) -> None:
    bureau = bureau_of(later=[model(CHANGE, rotation=DLNOO)])
    roster = solved(bureau, apart=apart)
    assert {one.shift for one in roster.duties if one.day < CHANGE} == {"day", "night"}
    assert {one.shift for one in roster.duties if one.day >= CHANGE} == {"day", "evening", "late"}


def test_nobody_breaks_the_rest_across_the_change_and_as_few_as_can_be_are_let_off() -> None:
    # From Thursday on D works by day, C by night, A and B are off. D has the night of Wednesday.
    thursday = MONDAY + timedelta(days=3)
    roster = solved(bureau_of(later=[model(thursday, rotation=DONO)]))
    for name in ("d1", "d2"):
        mine = worked(roster, name)
        assert (2 in mine) != (3 in mine)  # the night of Wednesday ends when the day of Thursday begins
    assert all(3 in worked(roster, name) for name in ("c1", "c2"))
    assert value(roster, Tier.CHANGES) == 2


def test_sabotage_a_duty_of_the_old_model_after_the_change() -> None:
    bureau = bureau_of(later=[model(CHANGE, rotation=DLNOO)])
    roster = solved(bureau)
    late = next(one for one in roster.duties if one.day > CHANGE and one.shift == "late")
    old = duty(bureau, late.officer, late.day, "night")
    spoilt = changed(roster, without=[(late.officer, late.day)], added=[old])
    assert {finding.rule for finding in audit(bureau, spoilt).findings} >= {"offered"}
    off = next(
        day
        for day in (CHANGE + timedelta(days=n) for n in range(7))
        if bureau.letter(bureau.officers["a1"], day) == "O"
    )
    spoilt = changed(roster, added=[duty(bureau, "a1", off, "day")])
    assert {finding.rule for finding in audit(bureau, spoilt).findings} >= {"origin"}


def two_units(*transferred: Any, **second: Any) -> Bureau:
    """U1 and U2 with two in every team; the first of U1's team A is transferred."""
    people = [
        officer(f"{place}{team}{n}".lower(), team, unit=place.upper())
        for place in ("u1", "u2")
        for team in "ABCD"
        for n in (1, 2)
    ]
    people[0] = officer("u1a1", "A", unit="U1", transfers=transferred)
    return bureau_of(
        people=people,
        units=[unit("U1"), unit("U2", **second)],
        posts=[post("P1", "standing", "U1"), post("P2", "standing", "U2")],
    )


@pytest.mark.parametrize("apart", [False, True])
def test_a_transferred_officer_works_here_before_and_there_after(apart: bool) -> None:
    bureau = two_units(transfer(CHANGE, "C", "U2"))
    roster = solved(bureau, apart=apart)
    mine = worked(roster, "u1a1")
    assert {n: unit for n, (_, unit) in mine.items()} == {n: "U1" if n < 6 else "U2" for n in mine}
    # A works on 0 1 4 5, C on 6 7 10 11; but A's night of 5 ends when C's day of 6 begins.
    assert set(mine) | {5, 6} == {0, 1, 4, 5, 6, 7, 10, 11}
    assert (5 in mine) != (6 in mine)
    assert value(roster, Tier.LEGAL) == 0
    assert value(roster, Tier.CHANGES) == 1


def test_units_that_share_a_transferred_officer_are_solved_together() -> None:
    bureau = two_units(transfer(CHANGE, "C", "U2"))
    assert linked_units(bureau, DAYS) == {"U1": ("U1", "U2"), "U2": ("U1", "U2")}
    before, after = Horizon(MONDAY - timedelta(days=14), 14), Horizon(CHANGE, 14)
    for horizon in (before, after):
        assert linked_units(bureau, horizon) == {"U1": ("U1",), "U2": ("U2",)}


def test_people_may_be_let_off_four_days_about_a_change_and_no_others() -> None:
    bureau = bureau_of(later=[model(CHANGE, rotation=DLNOO)])
    assert sorted(near_changes(bureau, DAYS, ["U1"])) == [CHANGE + timedelta(days=n) for n in range(-4, 5)]
    assert near_changes(bureau_of(), DAYS, ["U1"]) == frozenset()


@pytest.mark.parametrize("apart", [False, True])
def test_a_unit_that_ends_hands_its_people_over(apart: bool) -> None:
    last = CHANGE - timedelta(days=1)
    people = [
        officer(f"u1{team}{n}".lower(), team, transfers=[transfer(CHANGE, team, "U2")])
        for team in "ABCD"
        for n in (1, 2)
    ]
    bureau = bureau_of(
        people=people,
        units=[unit("U1", last=last), unit("U2", first=CHANGE)],
        posts=[post("P1", "standing", "U1", last=last), post("P2", "standing", "U2", first=CHANGE)],
    )
    roster = solved(bureau, apart=apart)
    assert {(one.unit, one.day < CHANGE) for one in roster.duties} == {("U1", True), ("U2", False)}
    assert value(roster, Tier.LEGAL) == 0
    posts = {piece.post for one in roster.duties for piece in one.slices}
    assert posts >= {"P1", "P2"}
