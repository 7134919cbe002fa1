"""Points for strange posts and for staying too long at one, counted from the slices."""

from __future__ import annotations

from datetime import timedelta

import pytest
from rosterctl.planning.posts.costs import points_of

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, small_bureau, transfer
from tests.support.places import ONE, at, on, post, post_type, window, zone

TUESDAY = MONDAY + timedelta(days=1)
OFF = {"severity": "off"}


def bureau_of(**options: str) -> Bureau:
    """a is of Z0, b of no zone, c moves to Z1 on Tuesday. P is in Z0, Q and R in Z1, S in no zone."""
    people = [
        officer("a", zone="Z0"),
        officer("b"),
        officer("c", zone="Z0", transfers=(transfer(TUESDAY, "A", zone="Z1"),)),
    ]
    zones = {"P": "Z0", "Q": "Z1", "R": "Z1", "S": ""}
    return small_bureau(
        people,
        rules={"familiarity": options} if options is not OFF else {},
        post_types=[post_type("stand", window(7, 19, plan=ONE))],
        zones=[zone("Z0", 0), zone("Z1", 1)],
        posts=[post(name, "stand", zone=its) for name, its in zones.items()],
    )


BUREAU = bureau_of()


def points(*duties: Duty, bureau: Bureau = BUREAU, days: int = 9) -> int:
    return points_of(bureau, rules_in_force(bureau.rulebook), duties, Horizon(MONDAY, days))


def days_at(number: int, *posts: str, first: int = 0) -> list[Duty]:
    """a stands at these posts, two hours each from seven on, on so many dates in succession."""
    stays = [at(7 + 2 * n, 9 + 2 * n, name) for n, name in enumerate(posts)]
    return [on(BUREAU, "a", *stays, day=MONDAY + timedelta(days=first + n)) for n in range(number)]


@pytest.mark.parametrize(
    ("name", "posts", "expected"),
    [
        ("a", "P", 0),
        ("a", "Q", 1),
        ("a", "QR", 2),  # each stay
        ("a", "QPQ", 2),  # and coming back is another one
        ("a", "QQ", 1),  # slices of one stay
        ("a", "S", 0),
        ("b", "Q", 0),
    ],
)
def test_each_stay_away_from_the_home_zone_is_a_point(name: str, posts: str, expected: int) -> None:
    stays = [at(7 + n, 8 + n, post) for n, post in enumerate(posts)]
    assert points(on(BUREAU, name, *stays)) == expected


def test_the_reserve_and_event_sites_are_nobodys_zone() -> None:
    assert points(on(BUREAU, "a", at(8, 9, "E/1"))) == 0


def test_the_home_zone_is_that_of_the_date() -> None:
    assert points(on(BUREAU, "c", at(8, 9, "P"))) == 0
    assert points(on(BUREAU, "c", at(8, 9, "P"), day=TUESDAY)) == 1
    assert points(on(BUREAU, "c", at(8, 9, "Q"), day=TUESDAY)) == 0


def test_the_seventh_duty_in_succession_at_a_post_is_a_point_and_so_is_each_more() -> None:
    assert [points(*days_at(number, "P")) for number in (6, 7, 8)] == [0, 1, 2]


def test_turns_and_weight_are_those_of_the_rule() -> None:
    # Two in succession are fine, three duties are one too many; a strange stay is one point for each of them.
    bureau = bureau_of(turns="2", weight="3")
    assert [points(*days_at(number, "P"), bureau=bureau) for number in (2, 3, 4)] == [0, 3, 6]
    assert points(*days_at(3, "Q"), bureau=bureau) == 3 * (3 + 1)


def test_every_post_of_a_duty_has_its_own_succession() -> None:
    bureau = bureau_of(turns="2")
    assert points(*days_at(3, "P", "S"), bureau=bureau) == 2
    # P P+S P: P is the third time in succession, S once.
    duties = [*days_at(1, "P"), *days_at(1, "P", "S", first=1), *days_at(1, "P", first=2)]
    assert points(*duties, bureau=bureau) == 1


def test_a_duty_elsewhere_ends_the_succession_and_a_day_off_does_not() -> None:
    bureau = bureau_of(turns="2")
    assert points(*days_at(2, "P"), *days_at(1, "S", first=2), *days_at(2, "P", first=3), bureau=bureau) == 0
    assert points(*days_at(2, "P"), *days_at(1, "P", first=5), bureau=bureau) == 1


def test_duties_before_the_horizon_count_in_the_succession_and_cost_nothing() -> None:
    bureau = bureau_of(turns="2")
    before = days_at(3, "P", first=-3)
    assert points(*before, bureau=bureau) == 0
    assert points(*before, *days_at(1, "P"), bureau=bureau) == 1
    assert points(*days_at(2, "Q", first=-2), bureau=bureau) == 0


def test_each_officers_succession_is_his_own_and_in_order_of_time() -> None:
    bureau = bureau_of(turns="2")
    later = days_at(2, "P", first=1)
    assert points(*later, *days_at(1, "P"), bureau=bureau) == 1  # whatever comes first in the list
    others = [on(BUREAU, "b", at(7, 9, "P"), day=MONDAY + timedelta(days=n)) for n in range(2)]
    assert points(*days_at(2, "P"), *others, bureau=bureau) == 0


def test_two_duties_of_one_date_are_in_order_of_their_start() -> None:
    # P by day, S by night, P the next day: the night between ends the succession.
    bureau = bureau_of(turns="1")
    night = on(BUREAU, "a", at(19, 31, "S"), shift="night")
    assert points(night, *days_at(2, "P"), bureau=bureau) == 0


def test_without_the_rule_nothing_costs() -> None:
    assert points(*days_at(9, "Q"), bureau=bureau_of(severity="off")) == 0
