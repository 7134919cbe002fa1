"""Posts after a repair: who can stands where he stood, and what is empty is filled from the reserve."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.domain.vehicle import Outage
from rosterctl.planning.repair.posts import repost
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, every_rule, officer, small_bureau
from tests.support.places import ONE, PAIR, at, crew, event, on, post, post_type, vehicle, window, zone

STANDS = post_type("stand", window(7, 19, minimum=ONE))
PEAK = post_type("peak", window(7, 9, plan=PAIR))


def bureau_of(**more: Any) -> Bureau:
    """Three on the day of Monday."""
    people = [officer(name, "A") for name in ("x", "y", "z")]
    settings: dict[str, Any] = {
        "post_types": [STANDS, PEAK],
        "posts": [post("P1", "stand"), post("P2", "stand")],
    }
    return small_bureau(people, rules=every_rule(), **{**settings, **more})


BUREAU = bureau_of()


def reposted(
    before: Iterable[Duty],
    after: Iterable[Duty],
    bureau: Bureau = BUREAU,
    refill: Collection[date] = (),
    sites: dict[str, list[str]] | None = None,
    now: int = 0,
) -> dict[str, list[tuple[float, float, str, tuple[str, ...]]]]:
    """By officer the slices, by hours of the clock."""
    rules = rules_in_force(bureau.rulebook)
    made = repost(bureau, rules, "U1", [MONDAY], before, after, sites or {}, Settings(20.0, 1), refill, now)
    return {
        one.officer: [(piece.start / 60, piece.end / 60, piece.post, piece.vehicles) for piece in one.slices]
        for one in made
    }


def minute(hour: int) -> int:
    return BUREAU.clock.number(MONDAY, WallMinute(hour * 60))


def all_day(post: str, *vehicles: str) -> list[tuple[float, float, str, tuple[str, ...]]]:
    return [(7, 19, post, vehicles)]


def test_where_nobody_has_come_or_gone_nothing_is_touched_even_if_a_post_is_empty() -> None:
    planned = [on(BUREAU, "x", at(7, 19, "P1")), on(BUREAU, "y")]
    assert reposted(planned, planned) == {"x": all_day("P1"), "y": all_day("")}
    filled = reposted(planned, planned, refill=[MONDAY])
    assert filled == {"x": all_day("P1"), "y": all_day("P2")}


def test_the_reserve_takes_the_post_of_who_is_gone_and_the_others_stay() -> None:
    planned = [on(BUREAU, "x", at(7, 19, "P1")), on(BUREAU, "y", at(7, 19, "P2")), on(BUREAU, "z")]
    assert reposted(planned, planned[1:]) == {"y": all_day("P2"), "z": all_day("P1")}


def test_only_the_hours_in_which_somebody_is_missing_are_filled() -> None:
    """x stood at P2 until nine and is gone; from nine on nobody is there who was not, and P2 stays empty."""
    planned = [
        on(BUREAU, "x", at(7, 9, "P2"), shift="peak-morning"),
        on(BUREAU, "y", at(7, 19, "P1")),
        on(BUREAU, "z"),
    ]
    assert reposted(planned, planned[1:]) == {
        "y": all_day("P1"),
        "z": [(7, 9, "P2", ()), (9, 19, "", ())],
    }


def test_a_crew_that_is_not_complete_any_more_is_free() -> None:
    """P1 wants one legally, P3 two by plan until nine."""
    bureau = bureau_of(posts=[post("P1", "stand"), post("P3", "peak")])
    x, y, z = (
        on(bureau, "x", at(7, 9, "P3")),
        on(bureau, "y", at(7, 9, "P3")),
        on(bureau, "z", at(7, 19, "P1")),
    )
    assert reposted([x, y, z], [y, z], bureau) == {"y": all_day(""), "z": all_day("P1")}
    short = reposted([x, y, z], [x, y], bureau)  # the legal minimum comes first: one of the two goes to P1
    assert sorted(short.values()) == [all_day(""), all_day("P1")]


def test_a_published_crew_is_not_broken_up_for_a_target() -> None:
    """P5 wants one legally and two if it can be: y stood there alone; z stays in reserve when x is gone."""
    both = post_type("both", window(7, 19, minimum=ONE, target=crew("two", {"any": 2})))
    bureau = bureau_of(post_types=[both], posts=[post("P5", "both")])
    planned = [on(bureau, "x"), on(bureau, "y", at(7, 19, "P5")), on(bureau, "z")]
    assert reposted(planned, planned[1:], bureau) == {"y": all_day("P5"), "z": all_day("")}


def test_a_post_that_is_no_longer_wanted_is_left_from_now_on() -> None:
    """It is noon; x stood there from ten to eleven and was to go there again at three."""
    gone = bureau_of(posts=[post("P1", "stand", last=MONDAY - timedelta(days=1))])
    planned = [on(gone, "x", at(7, 10, ""), at(10, 11, "P1"), at(11, 15, ""), at(15, 19, "P1"))]
    stood = [(7, 10, "", ()), (10, 11, "P1", ()), (11, 19, "", ())]
    assert reposted(planned, planned, gone, [MONDAY], now=minute(12)) == {"x": stood}


def test_a_vehicle_in_the_workshop_is_changed_and_the_crew_stays() -> None:
    cars = post_type("car", window(7, 19, plan=ONE), vehicle="car")
    bureau = bureau_of(post_types=[cars], posts=[post("P4", "car")], vehicles=[vehicle("V1"), vehicle("V2")])
    planned = [on(bureau, "x", at(7, 19, "P4", "V1")), on(bureau, "y")]
    assert reposted(planned, planned, bureau) == {"x": all_day("P4", "V1"), "y": all_day("")}
    down = vehicle("V1", outages=(Outage(MONDAY, MONDAY),))
    for fleet in ({"V1": down, "V2": vehicle("V2")}, {"V2": vehicle("V2")}):
        found = reposted(planned, planned, replace(bureau, vehicles=fleet))
        assert sorted(found.values()) == [all_day(""), all_day("P4", "V2")]
    alone = replace(bureau, vehicles={"V1": down})
    assert reposted(planned, planned, alone) == {"x": all_day(""), "y": all_day("")}


def test_a_vehicle_that_breaks_down_at_noon_is_changed_then_and_not_before() -> None:
    cars = post_type("car", window(7, 19, plan=ONE), vehicle="car")
    bureau = bureau_of(post_types=[cars], posts=[post("P4", "car")], vehicles=[vehicle("V1"), vehicle("V2")])
    planned = [on(bureau, "x", at(7, 19, "P4", "V1")), on(bureau, "y")]
    down = vehicle("V1", outages=(Outage(MONDAY, MONDAY, WallMinute(12 * 60)),))
    found = reposted(planned, planned, replace(bureau, vehicles={"V1": down, "V2": vehicle("V2")}))
    assert found == {"x": [(7, 12, "P4", ("V1",)), (12, 19, "P4", ("V2",))], "y": all_day("")}
    alone = reposted(planned, planned, replace(bureau, vehicles={"V1": down}))
    assert alone == {"x": [(7, 12, "P4", ("V1",)), (12, 19, "", ())], "y": all_day("")}


def test_event_sites_of_the_unit_are_filled_like_posts() -> None:
    bureau = bureau_of(posts=[], events=[event("E", 9, 11, sites=2)])
    planned = [on(bureau, "x"), on(bureau, "y")]
    found = reposted(planned, planned, bureau, [MONDAY], {"E": ["E/2"]})
    assert found == {name: [(7, 9, "", ()), (9, 11, "E/2", ()), (11, 19, "", ())] for name in "xy"}


def test_the_morning_of_a_night_is_put_right_on_the_next_duty_day() -> None:
    """Until nine the night is there too: when x of the day is gone, the night's people take his post."""
    bureau = bureau_of(posts=[post("P1", "stand")])
    late = on(bureau, "z", shift="overlap-morning", day=MONDAY - timedelta(days=1))
    planned = [late, on(bureau, "x", at(7, 19, "P1"))]
    found = reposted(planned, [late], bureau)
    assert found == {"z": [(19, 31, "", ()), (31, 33, "P1", ())]}


def test_what_is_over_stays_as_it_was_and_the_rest_is_filled_from_now_on() -> None:
    planned = [on(BUREAU, "x", at(7, 19, "P1")), on(BUREAU, "y")]
    filled = reposted(planned, planned, refill=[MONDAY], now=minute(12))
    assert filled == {"x": all_day("P1"), "y": [(7, 12, "", ()), (12, 19, "P2", ())]}


@pytest.mark.parametrize("gone", [(), ("x",)])
def test_what_is_over_stays_though_more_are_wanted_by_now(gone: tuple[str, ...]) -> None:
    """Two are asked for by now, until noon one was; nobody is sent there for hours that are over."""
    bureau = bureau_of(
        post_types=[post_type("stand", window(7, 19, minimum=PAIR))], posts=[post("P1", "stand")]
    )
    planned = [on(bureau, "x", at(7, 19, "P1")), on(bureau, "y"), *(on(bureau, "z") for _ in gone)]
    after = [one for one in planned if one.officer not in gone]
    came = [(7, 12, "", ()), (12, 19, "P1", ())]
    stayed = {"y": came, "z": came} if gone else {"x": all_day("P1"), "y": came}
    assert reposted(planned, after, bureau, [MONDAY], now=minute(12)) == stayed


def test_a_vehicle_that_was_driven_was_driven_whatever_becomes_of_it() -> None:
    """It is noon, and V1 is in the workshop all day by now, or another unit's."""
    cars = post_type("car", window(7, 19, plan=ONE), vehicle="car")
    bureau = bureau_of(post_types=[cars], posts=[post("P4", "car")], vehicles=[vehicle("V1"), vehicle("V2")])
    planned = [on(bureau, "x", at(7, 19, "P4", "V1")), on(bureau, "y")]
    for down in (vehicle("V1", outages=(Outage(MONDAY, MONDAY),)), vehicle("V1", unit="U2")):
        fleet = {"V1": down, "V2": vehicle("V2")}
        found = reposted(planned, planned, replace(bureau, vehicles=fleet), [MONDAY], now=minute(12))
        assert found == {"x": [(7, 12, "P4", ("V1",)), (12, 19, "P4", ("V2",))], "y": all_day("")}


def test_whoever_was_there_after_all_stood_where_somebody_was_wanted() -> None:
    """y was said to be away until noon, and was not."""
    planned = [on(BUREAU, "x", at(7, 19, "P1"))]
    filled = reposted(planned, [*planned, on(BUREAU, "y")], now=minute(12))
    assert filled == {"x": all_day("P1"), "y": all_day("P2")}


def test_nobody_stays_out_of_reach() -> None:
    """The zone of P1 has moved away from that of x; y lives there."""
    near = post_type("near", window(7, 19, plan=ONE), reach_km=2)
    people = [officer("x", zone="Z1"), officer("y", zone="Z2")]
    zones = [zone("Z1", 0), zone("Z2", 5)]
    bureau = small_bureau(
        people, rules=every_rule(), post_types=[near], posts=[post("P1", "near", zone="Z2")], zones=zones
    )
    planned = [on(bureau, "x", at(7, 19, "P1")), on(bureau, "y")]
    filled = reposted(planned, planned, bureau, [MONDAY], now=minute(12))
    assert filled == {"x": [(7, 12, "P1", ()), (12, 19, "", ())], "y": [(7, 12, "", ()), (12, 19, "P1", ())]}
