"""Duties that come back: of exchanges that were taken back, and with whoever one may not work without."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.audit.kept import unaccounted
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind, handovers
from rosterctl.domain.people.officer import Role
from rosterctl.domain.roster import NoteKind, OffCause, Roster
from rosterctl.planning.repair.carried import Carried
from rosterctl.planning.repair.carry_on import carry_on
from rosterctl.planning.repair.returns import given_again, given_away, with_company, without_undone
from rosterctl.planning.repair.settle import settled
from rosterctl.planning.roster.made import prove_changed
from rosterctl.planning.roster.swaps import apply
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, absence, every_rule, officer, plain_roster, small_bureau
from tests.support.places import PAIR, post, post_type, window

WEDNESDAY = MONDAY + timedelta(days=2)
SWAP = Exchange("a", MONDAY, "d", WEDNESDAY, ExchangeKind.SWAP)
WITHOUT = small_bureau(
    rules={rule: every_rule()[rule] for rule in ("one-place", "rest", "posts", "crews")},
    post_types=[post_type("desk", window(7, 31, minimum=PAIR))],
    posts=[post("P1", "desk")],
)
WITH = replace(WITHOUT, exchanges=(SWAP,))
PLAIN = plain_roster(WITHOUT, MONDAY, 4)
SWAPPED = apply(WITH, PLAIN)
BEGINS = WITHOUT.clock.number(MONDAY, WallMinute(7 * 60))


def test_both_have_their_own_duties_again_and_the_posts_are_as_they_were() -> None:
    found = carry_on(WITHOUT, WITH, SWAPPED, MONDAY)
    assert set(found.roster.duties) == set(PLAIN.duties)
    assert {one.reason for one in found.changes} == {"the exchange was taken back"}
    assert {(one.officer, one.day) for one in found.changes} == {
        (who, day) for who in ("a", "d") for day in (MONDAY, WEDNESDAY)
    }


def test_a_duty_that_a_new_exchange_gives_back_to_its_owner_is_worked_once() -> None:
    """d works a's day of Monday, as was published; now they swap that very day for d's night of Wednesday."""
    for_a = Exchange("a", MONDAY, "d", None, ExchangeKind.SUBSTITUTION)
    before = replace(WITHOUT, exchanges=(for_a,))
    published = apply(before, PLAIN)
    back = Exchange("d", MONDAY, "a", WEDNESDAY + timedelta(days=2), ExchangeKind.SWAP)
    now = replace(WITHOUT, exchanges=(for_a, back))
    assert given_again(now, before, given_away(now.handovers)) == frozenset()
    assert given_again(WITHOUT, before, frozenset()) == {("a", MONDAY)}
    carried = carry_on(now, before, published, MONDAY)
    made = apply(now, carried.roster, [back])
    worked = {one.officer for one in made.duties if (one.day, one.shift) == (MONDAY, "day")}
    assert (worked, made.notes) == ({"a"}, ())


def test_of_a_swap_of_which_one_side_has_begun_the_other_stays() -> None:
    """Else d, who works Monday's day for a, would have Wednesday's night as well."""
    assert without_undone(WITHOUT, WITH, SWAPPED.duties, MONDAY, BEGINS + 1) == (SWAPPED.duties, {})
    assert without_undone(WITHOUT, WITH, SWAPPED.duties, WEDNESDAY, 0) == (SWAPPED.duties, {})
    assert without_undone(WITHOUT, WITH, SWAPPED.duties, MONDAY, BEGINS)[1]


def test_and_it_stays_on_the_nights_after_that_and_is_told() -> None:
    carried = carry_on(WITHOUT, WITH, SWAPPED, MONDAY, earliest=BEGINS + 1)
    tuesday = MONDAY + timedelta(days=1)
    again = carry_on(WITHOUT, WITHOUT, carried.roster, tuesday, earliest=BEGINS + 24 * 60)
    assert (carried.changes, again.changes) == ((), ())
    night = again.roster
    made = prove_changed(WITHOUT, night)
    assert [(one.rule, one.officer, one.day) for one in made.verdict.findings] == [
        ("exchange", "a", WEDNESDAY)
    ]
    final = settled(WITHOUT, made, night.horizon.last, {}, 0)
    assert final.made.verdict.clean or not any(
        unaccounted(WITHOUT, final.made.roster, final.made.verdict.findings)
    )
    assert [note.kind for note in final.made.roster.notes] == [NoteKind.KEPT]


def test_who_gave_a_duty_away_has_it_again_though_the_taker_fell_ill() -> None:
    ill = (absence("d", MONDAY),)
    before, now = replace(WITH, absences=ill), replace(WITHOUT, absences=ill)
    published = carry_on(before, WITH, SWAPPED, MONDAY).roster
    assert not any(one.day == MONDAY and one.officer in "ad" for one in published.duties)
    assert given_away(before.handovers) == {("a", MONDAY), ("d", WEDNESDAY)}
    found = carry_on(now, before, published, MONDAY)
    assert [one.reason for one in found.changes if (one.officer, one.day) == ("a", MONDAY)] == [
        "back on the rotation"
    ]


@pytest.mark.parametrize("gone", ["a", "d"])
def test_who_is_taken_out_of_the_files_with_the_exchange_gets_nothing_and_the_other_does(gone: str) -> None:
    others = {name: one for name, one in WITHOUT.officers.items() if name != gone}
    duties, moved = without_undone(replace(WITHOUT, officers=others), WITH, SWAPPED.duties, MONDAY, 0)
    other, day = ("d", WEDNESDAY) if gone == "a" else ("a", MONDAY)
    assert (other, day) in {(one.officer, one.day) for one in duties}
    assert moved == {(who, day): "the exchange was taken back" for who in ("a", "d")}


def test_an_exchange_that_stays_in_the_files_is_kept() -> None:
    assert without_undone(WITH, WITH, SWAPPED.duties, MONDAY, 0) == (SWAPPED.duties, {})
    assert given_away(WITH.handovers) == {("a", MONDAY), ("d", WEDNESDAY)}
    assert given_away(WITH.handovers, {("d", MONDAY)}) == set(), "a void side leaves nothing of a swap"


def test_what_is_given_back_is_given_away_no_more_and_what_is_given_on_is() -> None:
    back = Exchange("d", MONDAY, "a", WEDNESDAY, ExchangeKind.SWAP)
    on = Exchange("d", MONDAY, "c", None, ExchangeKind.SUBSTITUTION)
    assert given_away(handovers((SWAP, back))) == set()
    assert given_away(handovers((SWAP, on))) == given_away(WITH.handovers)


# Wednesday: team C has the day.
WATCH = small_bureau(
    [officer("s", "C"), officer("x", "C", role=Role.AUXILIARY), officer("y", "C", role=Role.AUXILIARY)],
    rules={rule: every_rule()[rule] for rule in ("one-place", "rest", "auxiliaries")},
)
ILL = replace(WATCH, absences=(absence("s", WEDNESDAY),))


@pytest.fixture(scope="module")
def without() -> Roster:
    """The auxiliaries are let off on Wednesday, because s is ill."""
    found = carry_on(ILL, WATCH, plain_roster(WATCH, MONDAY, 4), MONDAY)
    made = prove_changed(ILL, found.roster).roster
    assert [(one.officer, one.day, one.cause) for one in made.off_rotation or ()] == [
        (who, WEDNESDAY, OffCause.COMPANY) for who in ("x", "y")
    ]
    return made


def added(found: Carried) -> set[tuple[str, date]]:
    return {(one.officer, one.day) for one in found.changes if one.before is None}


def test_they_work_again_with_the_one_who_is_back(without: Roster) -> None:
    found = carry_on(WATCH, ILL, without, MONDAY)
    assert added(found) == {(who, WEDNESDAY) for who in "sxy"}
    assert {one.reason for one in found.changes} == {"back on the rotation"}
    assert found.weight == 0


def test_who_is_away_by_now_stays_away(without: Roster) -> None:
    now: Bureau = replace(WATCH, absences=(absence("y", WEDNESDAY),))
    assert added(carry_on(now, ILL, without, MONDAY)) == {(who, WEDNESDAY) for who in "sx"}


def test_nobody_comes_for_a_duty_that_has_begun(without: Roster) -> None:
    begins = WATCH.clock.number(WEDNESDAY, WallMinute(7 * 60))
    assert len(added(carry_on(WATCH, ILL, without, WEDNESDAY, earliest=begins))) == 3
    assert added(carry_on(WATCH, ILL, without, WEDNESDAY, earliest=begins + 1)) == set()


def test_without_anybody_who_is_back_they_stay_off(without: Roster) -> None:
    assert added(carry_on(ILL, ILL, without, MONDAY)) == set()


def test_the_let_off_have_their_duty_due_only_where_somebody_has(without: Roster) -> None:
    off = without.off_rotation or ()
    assert with_company(WATCH, {"s": frozenset({WEDNESDAY})}, {}, off, 0).keys() == {"s", "x", "y"}
    assert with_company(WATCH, {"s": frozenset({MONDAY})}, {}, off, 0).keys() == {"s"}
    assert with_company(WATCH, {"s": frozenset({WEDNESDAY})}, {"x": {WEDNESDAY}}, off, 0).keys() == {"s", "y"}
