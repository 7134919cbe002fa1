"""Who stands where: crews that stay, posts that win when people are short, home zones, and what is near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew
from rosterctl.domain.post import Level
from rosterctl.planning.posts.assignment import Crewing, Poster, crews_vehicles
from rosterctl.planning.posts.crewed_posts import Crewed
from rosterctl.rulekit.model.board import Moment, Want
from tests.support.bureaus import MONDAY, officer, small_bureau, transfer
from tests.support.places import ONE, PAIR, crew, post, post_type, vehicle, window, zone

PEOPLE = [officer("a", zone="Z0"), officer("b", zone="Z1"), officer("c", zone="Z2"), officer("d")]
TWO = crew("two", {"any": 2})
SWORN, TRIO = crew("sworn", {"sworn": 1}), crew("trio", {"any": 3})


def bureau_of(*posts: Any, people: Sequence[Any] = (), **more: Any) -> Bureau:
    """Zones in a row, each a kilometre from the next: a, P of Z0, b, Q of Z1, c, R of Z2, and d of none."""
    settings: dict[str, Any] = {
        "post_types": [post_type("stand", window(7, 19, plan=ONE))],
        "zones": [zone("Z0", 0), zone("Z1", 1), zone("Z2", 2)],
        "posts": posts or [post(name, "stand", zone=f"Z{at}") for at, name in enumerate("PQR")],
    }
    return small_bureau(people or PEOPLE, **{**settings, **more})


BUREAU = bureau_of()


def want(*posts: str, vehicle: str = "", vehicles: int = 0, event: str = "", **crews: Crew) -> Want:
    """Posts that want one (by plan) unless told otherwise."""
    ladder = tuple(sorted((Level[level.upper()], one) for level, one in crews.items())) or (
        (Level.PLAN, ONE),
    )
    return Want(posts, ladder, vehicle, vehicles, event)


def moment(hour: int) -> Moment:
    at = small_bureau().clock.number(MONDAY, hour * 60)
    return Moment("U1", MONDAY, at, at + 60)


Wanted = Mapping[Crewing, int]


def one_of(wanted: Want, number: int = 1, level: Level = Level.PLAN) -> Wanted:
    return {(wanted, level, 0): number}


def stands(
    bureau: Bureau,
    *steps: tuple[Wanted, str],
    sites: Mapping[str, Sequence[str]] | None = None,
    stood: Mapping[str, Crewed] | None = None,
) -> list[dict[str, str]]:
    """Of each moment the officers (one letter each, by id) by post."""
    poster = Poster(bureau, "U1", sites or {})
    if stood is not None:
        poster.stand(stood, {})
    for hour, (wanted, here) in enumerate(steps, 8):
        poster.name(moment(hour), wanted, list(here))
    return [
        {post: "".join(sorted(crewed.officers)) for post, crewed in crews.items()}
        for crews in poster.posting.crews.values()
    ]


def test_a_post_is_manned_by_who_is_on_duty() -> None:
    assert stands(BUREAU, (one_of(want("P")), "a")) == [{"P": "a"}]


def test_of_several_posts_as_many_are_manned_as_are_counted() -> None:
    both = want("P", "Q")
    assert stands(BUREAU, (one_of(both, 2), "ab")) == [{"P": "a", "Q": "b"}]
    assert [list(one) for one in stands(BUREAU, (one_of(both, 1), "ab"))] == [["P"]]
    assert stands(BUREAU, (one_of(both, 0), "ab")) == [{}]
    assert stands(BUREAU, ({}, "ab")) == [{}]


def test_a_crew_stays_together_while_its_post_is_manned() -> None:
    # b alone stands there; a, first by id, comes later and does not take over.
    both = want("P", "Q")
    assert stands(BUREAU, (one_of(both), "b"), (one_of(both), "ab")) == [{"P": "b"}, {"P": "b"}]
    assert stands(BUREAU, (one_of(both), "b"), (one_of(both, 2), "ab")) == [{"P": "b"}, {"P": "b", "Q": "a"}]


def test_who_goes_off_duty_is_relieved() -> None:
    assert stands(BUREAU, (one_of(want("P")), "a"), (one_of(want("P")), "b")) == [{"P": "a"}, {"P": "b"}]


def test_who_stood_at_a_post_stays_when_only_one_of_the_crew_goes() -> None:
    # c goes. d stays, and of a and b, both new there, a is of the zone.
    pairs = want("P", "Q", plan=TWO)
    assert stands(BUREAU, (one_of(pairs), "cd"), (one_of(pairs), "abd")) == [{"P": "cd"}, {"P": "ad"}]


def test_a_post_manned_before_is_manned_again_where_fewer_are() -> None:
    # c has left Q; one of two posts is to be manned, and it is the one that was.
    both = want("P", "Q")
    stood = {"Q": Crewed(both, Level.PLAN, 0, ("c",))}
    assert stands(BUREAU, (one_of(both), "ab"), stood=stood) == [{"Q": "b"}]
    assert stands(BUREAU, (one_of(both), "ab")) == [{"P": "a"}]


def test_what_was_published_comes_before_the_moment_before() -> None:
    # Published, b is at P. Afterwards, with b there again, b is kept at P, and not a, who was there for b.
    wanted = want("P")
    stood = {"P": Crewed(wanted, Level.PLAN, 0, ("b",))}
    assert stands(BUREAU, (one_of(wanted), "a"), (one_of(wanted), "ab"), stood=stood) == [
        {"P": "a"},
        {"P": "b"},
    ]


def test_a_crew_is_not_kept_where_another_crew_is_wanted() -> None:
    # One stood at P; now two are wanted: the one stays as one of them. Then one is again.
    one, two = want("P", plan=ONE), want("P", plan=TWO)
    assert stands(BUREAU, (one_of(one), "b"), (one_of(two), "ab"), (one_of(one), "ab")) == [
        {"P": "b"},
        {"P": "ab"},
        {"P": "a"},
    ]


def test_a_crew_is_kept_under_another_want_with_the_same_slots() -> None:
    # From a vehicle on the next hour on; who stands there stays, though a is first by id.
    on_foot, by_car = want("P"), want("P", vehicle="car", vehicles=1)
    assert stands(BUREAU, (one_of(on_foot), "b"), (one_of(by_car), "ab")) == [{"P": "b"}, {"P": "b"}]


def test_no_more_crews_are_kept_than_posts_are_counted() -> None:
    both = want("P", "Q")
    assert stands(BUREAU, (one_of(both, 2), "ab"), (one_of(both, 1), "ab")) == [
        {"P": "a", "Q": "b"},
        {"P": "a"},
    ]


def test_nobody_stands_at_two_posts() -> None:
    # Published at P and Q alike: b is kept at the first of them only.
    p, q = want("P"), want("Q", plan=SWORN)
    stood = {"P": Crewed(p, Level.PLAN, 0, ("b",)), "Q": Crewed(q, Level.PLAN, 0, ("b",))}
    wanted = {**one_of(p), **one_of(q)}
    assert stands(BUREAU, (wanted, "ab"), stood=stood) == [{"P": "b", "Q": "a"}]


def test_slots_are_filled_by_who_is_accepted_in_their_order() -> None:
    # An auxiliary and a sworn officer: the slots are in order of their roles, whoever is first by id.
    people = [officer("a", role="auxiliary"), officer("b"), officer("c", role="auxiliary")]
    wanted = want("P", plan=crew("mixed", {"sworn": 1, "auxiliary": 1}))
    for here, order in (("ab", ("a", "b")), ("bc", ("c", "b"))):
        poster = Poster(bureau_of(people=people), "U1", {})
        poster.name(moment(8), one_of(wanted), list(here))
        assert poster.posting.crews == {moment(8): {"P": Crewed(wanted, Level.PLAN, 0, order)}}


def test_the_counted_alternative_is_manned() -> None:
    # Two sworn, or one and two auxiliaries: the second is number 1.
    people = [officer("a"), officer("b"), officer("x", role="auxiliary"), officer("y", role="auxiliary")]
    bureau, wanted = bureau_of(people=people), want("P", plan=PAIR)
    assert stands(bureau, ({(wanted, Level.PLAN, 0): 1}, "abxy")) == [{"P": "ab"}]
    assert stands(bureau, ({(wanted, Level.PLAN, 1): 1}, "bxy")) == [{"P": "bxy"}]
    assert stands(bureau, ({(wanted, Level.PLAN, 0): 1}, "bxy")) == [{}]


def test_people_stand_in_their_home_zone() -> None:
    assert stands(BUREAU, (one_of(want("P", "Q", "R"), 3), "abc")) == [{"P": "a", "Q": "b", "R": "c"}]
    assert stands(BUREAU, (one_of(want("R", "P"), 2), "ac")) == [{"P": "a", "R": "c"}]


def test_to_stay_where_one_stood_weighs_more_than_the_home_zone() -> None:
    # b of Z1 and c were at P in Z0; now one is wanted there. a of Z0 is a newcomer, 40; b a stranger, 10.
    stood = {"P": Crewed(want("P", plan=TWO), Level.PLAN, 0, ("b", "c"))}
    assert stands(BUREAU, (one_of(want("P")), "ab"), stood=stood) == [{"P": "b"}]
    assert stands(BUREAU, (one_of(want("P")), "ab")) == [{"P": "a"}]


def test_out_of_reach_nobody_is_posted() -> None:
    near = post_type("near", window(7, 19, plan=ONE), reach_km=1)
    people = [officer("a", zone="Z2"), officer("b", zone="Z1")]
    bureau = bureau_of(post("P", "near", zone="Z0"), people=people, post_types=[near])
    assert stands(bureau, (one_of(want("P")), "ab")) == [{"P": "b"}]  # one kilometre is within reach
    assert stands(bureau, (one_of(want("P")), "a")) == [{}]


def test_in_the_night_of_a_transfer_both_home_zones_count() -> None:
    # The post is in Z0 and reaches a kilometre. Who goes from Z0 to Z2, or the other way round, is out of
    # reach by one of the two zones; who comes from Z1 is near by both.
    near = post_type("near", window(7, 19, plan=ONE), reach_km=1)

    def posted(before: str, since: str) -> list[dict[str, str]]:
        people = [officer("a", zone=before, transfers=(transfer(MONDAY, "A", zone=since),))]
        bureau = bureau_of(post("P", "near", zone="Z0"), people=people, post_types=[near])
        return stands(bureau, (one_of(want("P")), "a"))

    assert posted("Z0", "Z2") == [{}]
    assert posted("Z2", "Z0") == [{}]
    assert posted("Z1", "Z0") == [{"P": "a"}]


def test_a_stranger_is_who_is_one_by_the_newer_zone() -> None:
    # a has moved to Z0 on the day, b away from it: P in Z0 is a's, Q in Z1 is b's.
    people = [
        officer("a", zone="Z1", transfers=(transfer(MONDAY, "A", zone="Z0"),)),
        officer("b", zone="Z0", transfers=(transfer(MONDAY, "A", zone="Z1"),)),
    ]
    bureau = bureau_of(post("Q", "stand", zone="Z1"), post("P", "stand", zone="Z0"), people=people)
    assert stands(bureau, (one_of(want("Q", "P"), 2), "ab")) == [{"Q": "b", "P": "a"}]


def test_a_transfer_of_yesterday_still_counts_and_one_of_the_day_before_does_not() -> None:
    near = post_type("near", window(7, 19, plan=ONE), reach_km=1)

    def posted(days_ago: int) -> list[dict[str, str]]:
        moved = transfer(MONDAY - timedelta(days=days_ago), "A", zone="Z0")
        people = [officer("a", zone="Z2", transfers=(moved,))]
        bureau = bureau_of(post("P", "near", zone="Z0"), people=people, post_types=[near])
        return stands(bureau, (one_of(want("P")), "a"))

    assert [posted(0), posted(1)] == [[{}], [{"P": "a"}]]


LEVELS = {"P": Level.MINIMUM, "Q": Level.PLAN, "R": Level.TARGET}


@pytest.mark.parametrize(("here", "manned"), [("a", "P"), ("ab", "PQ"), ("abc", "PQR")])
def test_when_people_are_short_the_target_goes_first_and_the_legal_minimum_last(
    here: str, manned: str
) -> None:
    bureau = bureau_of(*(post(name, "stand") for name in "RQP"))
    wanted = {
        key: 1
        for name in "RQP"
        for key in one_of(want(name, **{LEVELS[name].name.lower(): ONE}), 1, LEVELS[name])
    }
    (found,) = stands(bureau, (wanted, here))
    assert "".join(sorted(found)) == manned


@pytest.mark.parametrize(
    ("higher", "lower"), [("plan", "minimum"), ("target", "plan"), ("target", "minimum")]
)
def test_the_lower_level_is_manned_though_people_would_rather_stand_elsewhere(
    higher: str, lower: str
) -> None:
    # All three are at home at Q, which wants all of them, and strangers at P, which wants one.
    bureau = bureau_of(people=[officer(name, zone="Z1") for name in "abc"])
    low, high = want("P", **{lower: ONE}), want("Q", **{higher: TRIO})
    wanted = {(high, Level[higher.upper()], 0): 1, (low, Level[lower.upper()], 0): 1}
    assert [list(one) for one in stands(bureau, (wanted, "abc"))] == [["P"]]


def test_who_is_needed_for_the_legal_minimum_is_not_kept_at_the_plan() -> None:
    # a, sworn, stands at Q by plan and x is free. At P a sworn officer is needed by law: Q gives a up.
    people = [officer("a"), officer("x", role="auxiliary")]
    bureau = bureau_of(post("P", "stand"), post("Q", "stand"), people=people)
    legal, plan = want("P", minimum=SWORN), want("Q")
    stood = {"Q": Crewed(plan, Level.PLAN, 0, ("a",))}
    wanted = {**one_of(legal, 1, Level.MINIMUM), **one_of(plan)}
    assert stands(bureau, (wanted, "ax"), stood=stood) == [{"P": "a", "Q": "x"}]


def test_sites_of_an_event_are_those_of_the_unit() -> None:
    wanted = want("E/1", "E/2", "E/3", event="E")
    bureau = bureau_of()
    (found,) = stands(bureau, (one_of(wanted, 2), "ab"), sites={"E": ["E/2", "E/3"]})
    assert sorted(found.items()) in ([("E/2", "a"), ("E/3", "b")], [("E/2", "b"), ("E/3", "a")])
    assert stands(bureau, (one_of(wanted, 2), "ab")) == [{}]


def test_vehicles_are_given_to_posts_that_are_manned() -> None:
    by_car = want("P", "Q", vehicle="car", vehicles=1)
    bureau = bureau_of(vehicles=[vehicle("C1"), vehicle("C2")])
    poster = Poster(bureau, "U1", {})
    poster.stand({}, {"P": ("C2",)})
    poster.name(moment(8), one_of(by_car, 2), ["a", "b"])
    poster.name(moment(9), one_of(by_car, 1), ["a"])
    assert list(poster.posting.vehicles.values()) == [{"P": ("C2",), "Q": ("C1",)}, {"P": ("C2",)}]


def test_only_crews_with_vehicles_are_asked_for() -> None:
    on_foot, riders = want("P"), want("Q", vehicle="motorcycle", vehicles=2)
    crews = {"P": Crewed(on_foot, Level.PLAN, 0, ("a",)), "Q": Crewed(riders, Level.PLAN, 0, ("b", "c"))}
    assert crews_vehicles(crews) == {"Q": ("motorcycle", 2)}


def test_what_is_lost_is_lost_alone() -> None:
    # Two of one level, out of reach for all but one each: where nobody reaches R, P and Q stay manned.
    near = post_type("near", window(7, 19, plan=ONE), reach_km=0.5)
    people = [officer("a", zone="Z0"), officer("b", zone="Z1")]
    bureau = bureau_of(
        post("P", "near", zone="Z0"),
        post("Q", "near", zone="Z1"),
        post("R", "near", zone="Z2"),
        people=people,
        post_types=[near],
    )
    assert stands(bureau, (one_of(want("R", "P", "Q"), 3), "ab")) == [{"P": "a", "Q": "b"}]
