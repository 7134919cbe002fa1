"""Exchanges taken back after they were published: both have their own duties again, with their posts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Origin
from rosterctl.planning.repair.carry_on import carry_on
from rosterctl.planning.repair.exchanges_undone import taken_back, without_undone
from rosterctl.planning.roster.swaps import apply
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, absence, every_rule, plain_roster, small_bureau
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


def test_whoever_has_begun_a_duty_of_another_ends_it() -> None:
    duties, moved = without_undone(WITHOUT, WITH, SWAPPED.duties, BEGINS + 1)
    assert [(one.officer, one.day) for one in duties if one.origin is Origin.EXCHANGE] == [("d", MONDAY)]
    assert moved.keys() == {("a", WEDNESDAY), ("d", WEDNESDAY)}


def test_who_gave_a_duty_away_has_it_again_though_the_taker_fell_ill() -> None:
    ill = (absence("d", MONDAY),)
    before, now = replace(WITH, absences=ill), replace(WITHOUT, absences=ill)
    published = carry_on(before, WITH, SWAPPED, MONDAY).roster
    assert not any(one.day == MONDAY and one.officer in "ad" for one in published.duties)
    assert taken_back(now, before) == {("a", MONDAY), ("d", WEDNESDAY)}
    found = carry_on(now, before, published, MONDAY)
    assert [one.reason for one in found.changes if (one.officer, one.day) == ("a", MONDAY)] == [
        "back on the rotation"
    ]


def test_an_exchange_that_stays_in_the_files_is_kept() -> None:
    assert without_undone(WITH, WITH, SWAPPED.duties, 0) == (SWAPPED.duties, {})
    assert taken_back(WITH, WITH) == set()
