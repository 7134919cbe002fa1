"""A unit made anew: what it is as a bureau of its own, and what becomes of loans to it and from it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import StrengthTarget
from rosterctl.domain.roster import Origin, Roster
from rosterctl.planning.repair.carry_on import carry_on
from rosterctl.planning.repair.renew_unit import renewed, unit_alone
from rosterctl.timeline.horizon import Horizon
from tests.properties.claims import make
from tests.support.bureaus import (
    MONDAY,
    every_rule,
    model,
    officer,
    plain_roster,
    rotation,
    small_bureau,
    transfer,
    unit,
)
from tests.support.places import PAIR, post, post_type, window

LATER = MONDAY + timedelta(days=6)
DAYS = Horizon(MONDAY, 8)
CHANGE = MONDAY + timedelta(days=4)
DONO = rotation("DONO", (0, 2, 3, 1))
RULES = every_rule(mean_hours={"sworn": "60"}, weekly_rest={"severity": "off"})


def alone(later: bool) -> Bureau:
    """U1 from Monday on; `a1` to `a3` are at home there, the last two leave for U3 if `later`."""
    moved = (transfer(LATER, "A", "U3"),) if later else ()
    people = [officer("a1", "A"), *(officer(f"a{n}", "A", transfers=moved) for n in (2, 3))]
    people.append(officer("b1", "A", unit="U2"))
    target = StrengthTarget("T", "", 8, 17 * 60, 19 * 60, units=("U1", "U2"))
    bureau = small_bureau(people, units=[unit(id) for id in ("U1", "U2", "U3")], strengths=[target])
    return unit_alone(bureau, "U1", MONDAY, plain_roster(bureau, MONDAY, 1), {})


def test_the_share_of_a_target_is_that_of_the_people_on_the_date() -> None:
    for later in (False, True):
        (mine,) = alone(later).strengths
        # Three of the four people whom the target covers: wherever two of them belong later on.
        assert (mine.heads, mine.units) == (6, ("U1",))


def lending(changes: dict[str, Any]) -> Bureau:
    """U1 has one officer a team, U2 three; the desk of U1 takes two, so each shift one is lent to it."""
    people = [officer(f"u1{team}".lower(), team, unit="U1") for team in "ABCD"]
    people += [officer(f"u2{team}{n}".lower(), team, unit="U2") for team in "ABCD" for n in (1, 2, 3)]
    return small_bureau(
        people,
        units=[
            unit("U1", borrows_from=("U2",), later=changes.get("U1", ())),
            unit("U2", later=changes.get("U2", ())),
        ],
        rotations=[DONO],
        rules=RULES,
        post_types=[post_type("desk", window(7, 31, minimum=PAIR))],
        posts=[post("P1", "desk", unit="U1"), post("P2", "desk", unit="U2")],
    )


def lent(roster: Roster) -> set[int]:
    """The dates, counted from Monday, on which people of U2 serve in U1."""
    return {(one.day - MONDAY).days for one in roster.duties if one.officer[:2] == "u2" and one.unit == "U1"}


NEW = {
    "the lender": {"U2": (model(CHANGE, rotation=DONO),)},
    "the borrower": {"U1": (model(CHANGE, rotation=DONO, borrows_from=("U2",)),)},
    "the borrower, who borrows no more": {"U1": (model(CHANGE, rotation=DONO),)},
}


@pytest.mark.parametrize("changes", NEW.values(), ids=NEW.keys())
def test_no_loan_stands_from_the_date_on_which_one_of_the_two_is_made_anew(changes: dict[str, Any]) -> None:
    before, now = lending({}), lending(changes)
    published = make(before, DAYS).roster
    assert lent(published) == set(range(8))
    found = carry_on(now, before, published, MONDAY)
    ((anew, first),) = found.anew.items()
    whole = renewed(now, published, found.roster, found.anew, lambda *asked: make(*asked).roster)
    assert audit(now, whole).findings == ()
    assert max(lent(whole)) < (first - MONDAY).days
    if anew == "U1":
        # Whoever was lent then works the rotation at home.
        plain = {(one.officer, one.day) for one in plain_roster(now, MONDAY, 8).duties}
        worked = {(one.officer, one.day) for one in whole.duties if one.origin is Origin.ROTATION}
        assert {key for key in plain if key[0][:2] == "u2"} <= worked


def test_a_post_that_is_new_together_with_the_model_moves_nobody() -> None:
    """Both begin on one date: the repair leaves that date to whoever makes the unit anew."""
    people = [officer(f"{team}{n}".lower(), team) for team in "ABCD" for n in (1, 2)]
    desk = post_type("desk", window(7, 31, minimum=PAIR))

    def bureau(later: Any, posts: Any) -> Bureau:
        return small_bureau(
            people,
            units=[unit(recalls=("day", "night"), later=later)],
            rotations=[DONO],
            rules=RULES,
            post_types=[desk],
            posts=posts,
        )

    before = bureau((), [])
    now = bureau(
        (model(CHANGE, rotation=DONO, recalls=("day", "night")),), [post("P1", "desk", first=CHANGE)]
    )
    published = make(before, DAYS).roster
    found = carry_on(now, before, published, MONDAY)
    assert set(found.anew) == {"U1"}
    assert found.weight == 0, "nobody was moved for the dates that are made anew"
    whole = renewed(now, published, found.roster, found.anew, lambda *asked: make(*asked).roster)
    assert audit(now, whole).findings == ()
    assert len({(one.officer, one.day) for one in whole.duties}) == len(whole.duties)
