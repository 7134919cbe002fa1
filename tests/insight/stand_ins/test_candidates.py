"""Who can stand in: the three ways to come, their order, and every reason not to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.accounts.ledger import PastShare, Tally, parts_of
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew, Slot
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.post import Level, Post, PostType, PostWindow, Zone
from rosterctl.domain.roster import Duty, Roster, Slice
from rosterctl.domain.unit import Unit
from rosterctl.insight.stand_ins.candidates import StandIn, Way, stand_ins
from rosterctl.insight.stand_ins.vacancy import Vacancy, of_duty, of_post
from rosterctl.operations.swap import exchange_duties
from tests.support.bureaus import (
    MONDAY,
    absence,
    changed,
    duty,
    every_rule,
    officer,
    plain_roster,
    shift,
    small_bureau,
    unit,
)

TUESDAY = MONDAY + timedelta(days=1)
ONE = Crew("one", "one", ((Slot("sworn"),),))
RULES = (
    "availability",
    "one-place",
    "rest",
    "post-night",
    "crews",
    "auxiliaries",
    "reach",
    "protected",
    "posts",
)


def the_bureau(*, recalls: tuple[str, ...] = ("day",), reach: float | None = None, **more: object) -> Bureau:
    """U1 may borrow from U2, not from U3. A works Monday's day: a1 stands at P1, a2 and x in reserve.

    On Monday B works the night, C comes off the night, D rests.
    """
    window = PostWindow(420, 1140, ((Level.PLAN, ONE),))
    people = [
        *(officer("a1", zone="Z1"), officer("a2", zone="Z1"), officer("x", role="auxiliary", zone="Z1")),
        *(officer("b", "B"), officer("c", "C"), officer("d1", "D", zone="Z1"), officer("d2", "D", zone="Z2")),
        *(officer("lent", "A", unit="U2"), officer("rests", "D", unit="U2"), officer("far", "A", unit="U3")),
    ]
    units: list[Unit] = [unit("U1", recalls=recalls, borrows_from=("U2",)), unit("U2"), unit("U3")]
    return small_bureau(
        people,
        units=units,
        rules={rule: every_rule()[rule] for rule in RULES},
        post_types=[PostType("desk", "desk", (window,), reach_km=reach)],
        zones=[Zone("Z1", "Z1", "U1"), Zone("Z2", "Z2", "U1", x=3.0, y=4.0)],
        posts=[Post("P1", "P1", "desk", "U1", "Z1")],
        **more,
    )


def at_desk(bureau: Bureau, day: date = MONDAY) -> Duty:
    return duty(bureau, "a1", day, "day", slices=[Slice(420, 1140, "P1")])


def manned(bureau: Bureau, also: Iterable[Duty] = ()) -> Roster:
    added = [at_desk(bureau), *also]
    return changed(
        plain_roster(bureau, MONDAY, 4), without=[(one.officer, one.day) for one in added], added=added
    )


def instead_of_a1(bureau: Bureau, also: Iterable[Duty] = ()) -> dict[str, StandIn]:
    found = stand_ins(bureau, manned(bureau, also), of_duty(at_desk(bureau)))
    return {one.officer.id: one for one in found}


def able(found: dict[str, StandIn]) -> list[tuple[str, Way]]:
    """In the order in which they stand."""
    return [(id, one.way) for id, one in found.items() if not one.why]


def reasons(found: dict[str, StandIn]) -> dict[str, list[str]]:
    return {id: [why.rule for why in one.why] for id, one in found.items() if one.why}


def test_reserves_come_first_then_who_rests_then_the_lenders_reserves() -> None:
    found = instead_of_a1(the_bureau())
    assert able(found) == [
        *(("a2", Way.RESERVE), ("d1", Way.RECALL), ("d2", Way.RECALL), ("lent", Way.LOAN)),
    ]


def test_every_other_officer_of_the_unit_has_a_reason() -> None:
    """An auxiliary alone is no crew; B works that night; C comes from the night of Sunday."""
    found = reasons(instead_of_a1(the_bureau()))
    assert set(found) == {"x", "b", "c"}
    assert set(found["x"]) == {"crews", "auxiliaries"}
    assert set(found["b"]) == {"one-place", "rest"}
    assert set(found["c"]) == {"rest", "post-night"}


def test_who_stands_at_a_post_is_not_taken_from_it() -> None:
    bureau = the_bureau()
    busy = duty(
        bureau, "a2", MONDAY, "day", slices=[Slice(420, 480, ""), Slice(480, 540, "P1"), Slice(540, 1140, "")]
    )
    (why,) = instead_of_a1(bureau, [busy])["a2"].why
    assert (why.rule, why.sentence) == ("posts", "a2 is on duty then and stands at P1")


def test_a_unit_that_calls_nobody_in_has_only_reserves() -> None:
    found = instead_of_a1(the_bureau(recalls=()))
    assert able(found) == [("a2", Way.RESERVE), ("lent", Way.LOAN)]
    assert {id: rules for id, rules in reasons(found).items() if id.startswith("d")} == {
        "d1": ["recalls"],
        "d2": ["recalls"],
    }


def test_the_absent_cannot_come() -> None:
    found = reasons(instead_of_a1(the_bureau(absences=[absence("d1", MONDAY)])))
    assert found["d1"] == ["availability"]


def test_a_lender_lends_only_who_is_wholly_in_reserve() -> None:
    bureau = the_bureau()
    half = duty(bureau, "lent", MONDAY, "day", slices=[Slice(420, 1140, "P1")])
    assert "lent" not in instead_of_a1(bureau, [half])


def test_who_has_borne_least_comes_first_and_recalls_weigh_most() -> None:
    light, heavy = Tally(nights=30), Tally(recalls=1)
    found = instead_of_a1(the_bureau(ledger={"d1": heavy, "d2": light}))
    assert [id for id, way in able(found) if way is Way.RECALL] == ["d2", "d1"]


def test_what_was_borne_before_counts_against_the_share_of_it() -> None:
    """d2 bore twenty recalls of a share of 21, d1, who came later, one of a share of none."""
    ledger = {"d1": Tally(recalls=1), "d2": Tally(recalls=20)}
    shares = {"d1": PastShare(None, parts_of(Tally())), "d2": PastShare(None, parts_of(Tally(recalls=21)))}
    bureau = replace(the_bureau(ledger=ledger), past_shares=shares)
    found = instead_of_a1(bureau)
    assert [id for id, way in able(found) if way is Way.RECALL] == ["d2", "d1"]
    assert [found[id].borne.recalls for id in ("d1", "d2")] == [1, 20]


def test_among_equals_the_nearest_comes_first() -> None:
    found = instead_of_a1(the_bureau())
    assert [(found[id].kilometres) for id in ("d1", "d2", "lent")] == [0.0, 5.0, None]
    assert [id for id, way in able(found) if way is Way.RECALL] == ["d1", "d2"]


@pytest.mark.parametrize(("reach", "can"), [(5.0, True), (4.9, False)])
def test_reach_is_kept(reach: float, can: bool) -> None:
    """D2's own zone is 5 km from the post's."""
    found = instead_of_a1(the_bureau(reach=reach))
    assert (("d2", Way.RECALL) in able(found)) is can
    assert reasons(found).get("d2") == (None if can else ["reach"])


def test_the_stand_in_does_what_the_other_was_to_do() -> None:
    found = instead_of_a1(the_bureau())
    assert found["a2"].duty.slices == (Slice(420, 1140, "P1"),)
    assert (found["lent"].duty.unit, found["lent"].duty.slices) == ("U1", (Slice(420, 1140, "P1"),))
    assert found["d1"].duty.slices == (Slice(420, 1140, "P1"),)


def test_two_posts_without_a_break_leave_no_empty_slice_between_them() -> None:
    bureau = the_bureau()
    two = (Slice(420, 540, "P1"), Slice(540, 600, "P1", ("C",)), Slice(700, 800, "P1"))
    whole = replace(at_desk(bureau), slices=(*two[:2], Slice(600, 700, ""), two[2], Slice(800, 1140, "")))
    found = stand_ins(bureau, manned(bureau, [whole]), of_duty(whole))
    a2 = next(one for one in found if one.officer.id == "a2")
    assert a2.duty.slices == (*two[:2], Slice(600, 700, ""), two[2], Slice(800, 1140, ""))


def at_post(bureau: Bureau) -> tuple[Roster, Vacancy]:
    roster = plain_roster(bureau, MONDAY, 4)
    vacancy = of_post(bureau, roster, "P1", MONDAY, None)
    assert vacancy is not None
    return roster, vacancy


def test_for_a_post_a_shift_for_calling_in_must_be_long_enough() -> None:
    bureau = the_bureau()
    found = {one.officer.id: one for one in stand_ins(bureau, *at_post(bureau))}
    assert (found["d1"].why, found["d1"].duty.shift) == ((), "day")
    short = the_bureau(recalls=("peak-evening",))
    found = {one.officer.id: one for one in stand_ins(short, *at_post(short))}
    assert [why.sentence for why in found["d1"].why] == ["unit 'U1' calls nobody in for 07:00-19:00"]
    assert [why.sentence for why in found["b"].why] == [
        "b works night 19:00-07:00 of 2026-12-07, not all of 07:00-19:00"
    ]


def test_an_auxiliary_fills_no_place_of_a_sworn_officer() -> None:
    bureau = the_bureau()
    found = {one.officer.id: one for one in stand_ins(bureau, *at_post(bureau))}
    assert [why.sentence for why in found["x"].why] == ["x fills no open place of the crew (sworn)"]


def test_the_missing_officer_is_not_called_in_for_himself() -> None:
    bureau = the_bureau()
    roster = changed(manned(bureau), without=[("a1", MONDAY)])
    vacancy = of_post(bureau, roster, "P1", MONDAY, None)
    assert vacancy is not None
    assert "a1" not in {one.officer.id for one in stand_ins(bureau, roster, vacancy, "a1")}


def test_whoever_is_named_may_really_take_over_and_nobody_else() -> None:
    """The same question put to the whole audit: one substitution after another."""
    bureau = the_bureau(reach=4.9, absences=[absence("c", TUESDAY)])
    roster = manned(bureau)
    found = [one for one in stand_ins(bureau, roster, of_duty(at_desk(bureau))) if one.way is Way.RECALL]
    assert {bool(one.why) for one in found} == {True, False}
    for one in found:
        exchange = Exchange("a1", MONDAY, one.officer.id, None, ExchangeKind.SUBSTITUTION)
        assert exchange_duties(bureau, roster, exchange).lawful is not bool(one.why), one


def test_of_an_edited_shift_the_own_id_is_told() -> None:
    plain = the_bureau(recalls=("peak-evening",))
    was = replace(plain.shifts["night"], id="night-1900-0700", was="night", until=MONDAY)
    bureau = replace(plain, shifts={**plain.shifts, "night": shift("night", 20, 31), was.id: was})
    roster, vacancy = at_post(bureau)
    assert was.id in {one.shift for one in roster.duties}
    found = {one.officer.id: one for one in stand_ins(bureau, roster, vacancy)}
    assert found["b"].why[0].sentence == "b works night 19:00-07:00 of 2026-12-07, not all of 07:00-19:00"
