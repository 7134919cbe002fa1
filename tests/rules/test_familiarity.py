"""People work where they know the streets: what the check finds, and what the planner is charged for it."""

from datetime import timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, small_bureau, transfer
from tests.support.places import ONE, at, bureau_with, event, found, on, post, post_type, window, zone

PEOPLE = [officer("home", zone="Z1"), officer("nobody's")]


def bureau(**options):
    return bureau_with(
        "familiarity",
        {"severity": "soft", **options},
        officers=PEOPLE,
        zones=[zone("Z1", 0), zone("Z2", 1)],
        post_types=[post_type("street", window(7, 19, plan=ONE))],
        posts=[post("P", "street", zone="Z1"), post("Q", "street", zone="Z2"), post("R", "street")],
        events=[event("E", 7, 19)],
    )


def points(number, day=MONDAY, who="home"):
    return Cost("familiarity", Tier.WISHES, number, who, "U1", day)


def day(number):
    return MONDAY + timedelta(days=number)


def test_home_reserve_events_and_what_has_no_zone_cost_nothing():
    here = bureau()
    stays = [at(7, 9, "P"), at(10, 12, "R"), at(12, 14, "E/1")]
    assert found("familiarity", here, [on(here, "home", *stays), on(here, "nobody's", at(7, 9, "Q"))]) == []


def test_each_stay_away_costs_a_point_and_slices_in_a_row_are_one_stay():
    here = bureau()
    one = [on(here, "home", at(7, 9, "Q"), at(9, 11, "Q"))]
    assert found("familiarity", here, one) == [points(1)]
    two = [on(here, "home", at(7, 9, "Q"), at(9, 10, "P"), at(10, 11, "Q"))]
    assert found("familiarity", here, two) == [points(2)]


def test_every_duty_beyond_the_turns_costs_a_point():
    here = bureau(turns="2")
    duties = [on(here, "home", at(7, 9, "P"), day=day(n)) for n in range(4)]
    assert found("familiarity", here, duties, days=4) == [points(1, day(2)), points(1, day(3))]


def test_another_post_in_between_breaks_the_succession_and_days_off_do_not():
    here = bureau(turns="2")
    posts = {0: "P", 1: "P", 4: "R", 5: "P", 8: "P"}
    duties = [on(here, "home", at(7, 9, where), day=day(n)) for n, where in posts.items()]
    assert found("familiarity", here, duties, days=10) == []
    assert found("familiarity", here, [*duties, on(here, "home", at(7, 9, "P"), day=day(9))], days=10) == [
        points(1, day(9))
    ]


def test_duties_before_the_roster_count_in_the_succession_and_cost_nothing_themselves():
    here = bureau(turns="2", weight="3")
    before = [on(here, "home", at(7, 9, "P"), day=day(-n)) for n in (3, 2, 1)]
    assert found("familiarity", here, [on(here, "home", at(7, 9, "P"))], before=before) == [points(3)]


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


def charged(*duties: Duty, bureau: Bureau = BUREAU, days: int = 9) -> int:
    """What the rule charges, which is what its check finds; nothing where it is not in force."""
    parts = [rule.charge_posts for rule in rules_in_force(bureau.rulebook)]
    amount = sum(part(bureau, duties, Horizon(MONDAY, days)) for part in parts if part)
    if parts:
        before = [one for one in duties if one.day < MONDAY]
        rows = found(
            "familiarity", bureau, [one for one in duties if one not in before], days=days, before=before
        )
        assert sum(one.amount for one in rows) == amount
    return amount


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
    assert charged(on(BUREAU, name, *stays)) == expected


def test_the_reserve_and_event_sites_are_nobodys_zone() -> None:
    assert charged(on(BUREAU, "a", at(8, 9, "E/1"))) == 0


def test_the_home_zone_is_that_of_the_date() -> None:
    assert charged(on(BUREAU, "c", at(8, 9, "P"))) == 0
    assert charged(on(BUREAU, "c", at(8, 9, "P"), day=TUESDAY)) == 1
    assert charged(on(BUREAU, "c", at(8, 9, "Q"), day=TUESDAY)) == 0


def test_the_seventh_duty_in_succession_at_a_post_is_a_point_and_so_is_each_more() -> None:
    assert [charged(*days_at(number, "P")) for number in (6, 7, 8)] == [0, 1, 2]


def test_turns_and_weight_are_those_of_the_rule() -> None:
    # Two in succession are fine, three duties are one too many; a strange stay is one point for each of them.
    bureau = bureau_of(turns="2", weight="3")
    assert [charged(*days_at(number, "P"), bureau=bureau) for number in (2, 3, 4)] == [0, 3, 6]
    assert charged(*days_at(3, "Q"), bureau=bureau) == 3 * (3 + 1)


def test_every_post_of_a_duty_has_its_own_succession() -> None:
    bureau = bureau_of(turns="2")
    assert charged(*days_at(3, "P", "S"), bureau=bureau) == 2
    # P P+S P: P is the third time in succession, S once.
    duties = [*days_at(1, "P"), *days_at(1, "P", "S", first=1), *days_at(1, "P", first=2)]
    assert charged(*duties, bureau=bureau) == 1


def test_a_duty_elsewhere_ends_the_succession_and_a_day_off_does_not() -> None:
    bureau = bureau_of(turns="2")
    assert charged(*days_at(2, "P"), *days_at(1, "S", first=2), *days_at(2, "P", first=3), bureau=bureau) == 0
    assert charged(*days_at(2, "P"), *days_at(1, "P", first=5), bureau=bureau) == 1


def test_duties_before_the_horizon_count_in_the_succession_and_cost_nothing() -> None:
    bureau = bureau_of(turns="2")
    before = days_at(3, "P", first=-3)
    assert charged(*before, bureau=bureau) == 0
    assert charged(*before, *days_at(1, "P"), bureau=bureau) == 1
    assert charged(*days_at(2, "Q", first=-2), bureau=bureau) == 0


def test_each_officers_succession_is_his_own_and_in_order_of_time() -> None:
    bureau = bureau_of(turns="2")
    later = days_at(2, "P", first=1)
    assert charged(*later, *days_at(1, "P"), bureau=bureau) == 1  # whatever comes first in the list
    others = [on(BUREAU, "b", at(7, 9, "P"), day=MONDAY + timedelta(days=n)) for n in range(2)]
    assert charged(*days_at(2, "P"), *others, bureau=bureau) == 0


def test_two_duties_of_one_date_are_in_order_of_their_start() -> None:
    # P by day, S by night, P the next day: the night between ends the succession.
    bureau = bureau_of(turns="1")
    night = on(BUREAU, "a", at(19, 31, "S"), shift="night")
    assert charged(night, *days_at(2, "P"), bureau=bureau) == 0


def test_without_the_rule_nothing_costs() -> None:
    assert charged(*days_at(9, "Q"), bureau=bureau_of(severity="off")) == 0
