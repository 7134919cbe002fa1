"""Two who fill a vacancy together: who they are, in which order, and what the whole audit says of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from rosterctl.audit.what_breaks import harm
from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew, Slot
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import Level, Post, PostType, PostWindow, Zone
from rosterctl.domain.roster import Duty, Roster, Slice
from rosterctl.insight.stand_ins.candidates import StandIn, Way, stand_ins
from rosterctl.insight.stand_ins.pairs import PAIRS_WANTED, StandInPair, stand_in_pairs
from rosterctl.insight.stand_ins.vacancy import Vacancy, of_duty, of_post
from tests.support.bureaus import (
    MONDAY,
    changed,
    duty,
    every_rule,
    officer,
    plain_roster,
    small_bureau,
    unit,
)

PATROL = Crew(
    "patrol",
    "patrol",
    ((Slot("sworn"), Slot("sworn")), (Slot("sworn"), Slot("auxiliary"), Slot("auxiliary"))),
)
RULES = ("availability", "one-place", "rest", "post-night", "crews", "auxiliaries", "posts")
TWO_AUXILIARIES = (officer("x1", role="auxiliary"), officer("x2", role="auxiliary"))
AT_P1 = (Slice(420, 1140, "P1"),)


def the_bureau(
    others: Iterable[Officer] = TWO_AUXILIARIES, partner: Iterable[Officer] = (officer("a2"),), **more: object
) -> Bureau:
    """By day P1 wants two sworn officers, or one and two auxiliaries. A works Monday's day, D rests."""
    people = [officer("a1"), *partner, *others, officer("b", "B"), officer("c", "C")]
    return small_bureau(
        people,
        units=[unit("U1", recalls=("day",), borrows_from=("U2",)), unit("U2")],
        rules={rule: every_rule()[rule] for rule in RULES},
        post_types=[PostType("street", "street", (PostWindow(420, 1140, ((Level.PLAN, PATROL),)),))],
        zones=[Zone("Z1", "Z1", "U1")],
        posts=[Post("P1", "P1", "street", "U1", "Z1")],
        **more,
    )


def manned(bureau: Bureau, *there: str) -> Roster:
    """These stand at P1, of the others of team A nobody does."""
    added = [duty(bureau, one, MONDAY, "day", slices=AT_P1) for one in there]
    roster = plain_roster(bureau, MONDAY, 4)
    return changed(roster, without=[(one, MONDAY) for one in there], added=added)


def instead_of_a1(bureau: Bureau) -> tuple[Roster, Vacancy]:
    roster = manned(bureau, "a1", "a2")
    return roster, of_duty(next(one for one in roster.duties if (one.officer, one.day) == ("a1", MONDAY)))


def without_a1(bureau: Bureau, *there: str) -> tuple[Roster, Vacancy]:
    roster = changed(manned(bureau, "a1", *there), without=[("a1", MONDAY)])
    vacancy = of_post(bureau, roster, "P1", MONDAY, None)
    assert vacancy is not None
    return roster, vacancy


def found(bureau: Bureau, roster: Roster, vacancy: Vacancy) -> list[tuple[str, str]]:
    alone = stand_ins(bureau, roster, vacancy, "a1")
    return [
        (pair.first.officer.id, pair.second.officer.id)
        for pair in stand_in_pairs(bureau, roster, vacancy, alone)
    ]


def test_two_auxiliaries_take_the_place_of_somebody_sworn() -> None:
    """Each alone beside a2 is no crew; of the post or of the duty it is the same."""
    bureau = the_bureau()
    assert all(one.why for one in stand_ins(bureau, *instead_of_a1(bureau)))
    assert found(bureau, *instead_of_a1(bureau)) == [("x1", "x2")]
    assert found(bureau, *without_a1(bureau, "a2")) == [("x1", "x2")]


def test_where_one_is_enough_there_is_no_pair() -> None:
    bureau = the_bureau([*TWO_AUXILIARIES, officer("a3")])
    assert found(bureau, *instead_of_a1(bureau)) == []
    assert found(bureau, *without_a1(bureau, "a2")) == []


def test_two_who_are_no_crew_are_no_pair() -> None:
    """With nobody sworn at the post, two auxiliaries lack the third."""
    bureau = the_bureau(partner=())
    assert found(bureau, *without_a1(bureau)) == []


def test_a_post_that_lacks_two_gets_two_though_each_may_come_alone() -> None:
    """Both are called in; whoever is nearer the head of the ranking comes first."""
    bureau = the_bureau(
        [officer("d1", "D"), officer("d2", "D")], (), ledger={"d1": Tally(recalls=1), "d2": Tally()}
    )
    roster, vacancy = without_a1(bureau)
    alone = [one for one in stand_ins(bureau, roster, vacancy, "a1") if not one.why]
    assert [one.officer.id for one in alone] == ["d2", "d1"]
    assert found(bureau, roster, vacancy) == [("d2", "d1")]


def test_one_duty_is_not_taken_over_twice() -> None:
    """At the post two may be called in; a duty goes to one of them, and the other comes from the reserve."""
    resting = [officer(f"y{n}", "D", role="auxiliary") for n in (1, 2)]
    bureau = the_bureau(resting)
    assert found(bureau, *without_a1(bureau, "a2")) == [("y1", "y2")]
    assert found(bureau, *instead_of_a1(bureau)) == []
    bureau = the_bureau([*resting, TWO_AUXILIARIES[0]])
    assert found(bureau, *instead_of_a1(bureau)) == [("x1", "y1"), ("x1", "y2")]


def test_who_is_lent_may_make_a_pair_with_ours() -> None:
    lent = officer("lent", "A", unit="U2", role="auxiliary")
    bureau = the_bureau([TWO_AUXILIARIES[0], lent])
    roster, vacancy = instead_of_a1(bureau)
    (pair,) = stand_in_pairs(bureau, roster, vacancy, stand_ins(bureau, roster, vacancy))
    assert [(one.officer.id, one.way) for one in (pair.first, pair.second)] == [
        ("x1", Way.RESERVE),
        ("lent", Way.LOAN),
    ]


def test_reserves_come_before_who_is_called_in_and_then_who_has_borne_least() -> None:
    reserve = [officer(f"x{n}", role="auxiliary") for n in (1, 2, 3)]
    ledger = {"x1": Tally(recalls=2), "x2": Tally(recalls=1), "x3": Tally()}
    bureau = the_bureau([*reserve, officer("y", "D", role="auxiliary")], ledger=ledger)
    assert found(bureau, *instead_of_a1(bureau))[:4] == [
        *(("x3", "x2"), ("x3", "x1"), ("x2", "x1")),
        ("x3", "y"),
    ]


def test_only_the_best_are_told() -> None:
    bureau = the_bureau([officer(f"x{n}", role="auxiliary") for n in range(1, 8)])
    pairs = found(bureau, *instead_of_a1(bureau))
    assert len(pairs) == PAIRS_WANTED
    assert pairs[0] == ("x1", "x2")


@pytest.mark.parametrize("as_duty", [False, True])
def test_the_whole_audit_has_nothing_against_a_pair_but_against_each_alone(as_duty: bool) -> None:
    bureau = the_bureau()
    roster, vacancy = instead_of_a1(bureau) if as_duty else without_a1(bureau, "a2")
    alone = stand_ins(bureau, roster, vacancy, "a1")
    (pair,) = stand_in_pairs(bureau, roster, vacancy, alone)

    def harmless(*who: StandIn) -> bool:
        added = [one.duty for one in who]
        gone = [("a1", MONDAY), *((one.officer, one.day) for one in added)]
        found = harm(bureau, roster, changed(roster, without=gone, added=added))
        return not (found.breaches or found.shortfalls)

    assert harmless(pair.first, pair.second)
    assert not harmless(pair.first)
    assert not harmless(pair.second)


def test_the_order_of_pairs_looks_at_the_worse_way_first() -> None:
    def comer(id: str, way: Way, recalls: int = 0) -> StandIn:
        nothing = Duty(id, MONDAY, "day", "U1", plain_roster(the_bureau(), MONDAY, 1).duties[0].origin, ())
        return StandIn(officer(id), way, nothing, Tally(recalls=recalls), None)

    reserve, busy = comer("r", Way.RESERVE), comer("s", Way.RESERVE, recalls=9)
    called, lent = comer("t", Way.RECALL), comer("u", Way.LOAN)
    pairs = [
        *(StandInPair(reserve, busy), StandInPair(reserve, called), StandInPair(busy, called)),
        *(StandInPair(called, replace(called, officer=officer("v"))), StandInPair(reserve, lent)),
    ]
    shuffled = [pairs[at] for at in (3, 1, 4, 0, 2)]
    assert sorted(shuffled, key=lambda pair: pair.order) == pairs
