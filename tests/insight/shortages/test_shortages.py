"""Every shortage says what kind was missing, in words a planner can act on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Shortage
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.insight.shortages.shortages import new_or_worse, shortages_of, still_ahead
from rosterctl.rulekit.findings import Cost
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, absence, duty, officer, roster_of, small_bureau, unit
from tests.support.places import (
    PAIR,
    at,
    bureau_with,
    crew,
    event,
    found,
    on,
    post,
    post_type,
    vehicle,
    window,
    zone,
)

PEOPLE = [officer("s1"), officer("s2"), officer("x1", role="auxiliary"), officer("x2", role="auxiliary")]


def whys(rule: str, bureau: Bureau, duties: Sequence[Duty], days: int = 1) -> list[str]:
    costs = [one for one in found(rule, bureau, duties, days=days) if isinstance(one, Cost)]
    return [one.why for one in shortages_of(bureau, roster_of(bureau, MONDAY, days, duties), costs)]


def street(**more: object) -> Bureau:
    kinds = [post_type("street", window(8, 10, plan=PAIR))]
    return bureau_with(
        "posts", **{"officers": PEOPLE, "post_types": kinds, "posts": [post("P", "street")], **more}
    )


def test_the_kind_that_is_missing_from_the_crew_that_comes_nearest() -> None:
    """One sworn officer stands in reserve: a second is nearer than two auxiliaries."""
    (why,) = whys("posts", street(), [on(street(), "s1", at(8, 10, ""))])
    others = "who may man it: 4 on the roll, of them 1 in reserve, 3 let off"
    there = f"on duty in U1: 1 sworn and 0 auxiliary; {others}"
    assert why == f"it takes 2 sworn or 1 sworn + 2 auxiliary; missing: 1 sworn; {there}"


def test_whoever_stands_elsewhere_is_not_free_unless_the_crew_there_can_do_without() -> None:
    """At Q stand one sworn officer and two auxiliaries, later the second sworn one in reserve: with a third Q
    takes two of them, and P the third with the auxiliaries. Without the second, P needs two.
    """
    bureau = street(posts=[post("P", "street"), post("Q", "street")])
    duties = [on(bureau, one, at(8, 10, "Q")) for one in ("s1", "x1", "x2")]
    (why,) = whys("posts", bureau, duties)
    assert "missing: 2 sworn; on duty in U1: 1 sworn and 2 auxiliary" in why
    duties.append(on(bureau, "s2", at(8, 9, "Q")))
    (why,) = whys("posts", bureau, duties)
    assert "missing: 1 sworn; on duty in U1: 2 sworn and 2 auxiliary" in why


def test_who_comes_from_a_long_night_is_on_duty_and_free() -> None:
    """From 17:00 on Monday to 09:00 on Tuesday, which is all that the post wants on Tuesday."""
    bureau = street(post_types=[post_type("street", window(8, 9, plan=PAIR))])
    night = [duty(bureau, "s1", MONDAY, "overlap-both")]
    why = whys("posts", bureau, night, days=2)[-1]
    assert "missing: 1 sworn; on duty in U1: 1 sworn and 0 auxiliary" in why


def test_enough_people_without_a_vehicle() -> None:
    kinds = [post_type("street", window(8, 10, plan=PAIR), vehicle="car")]
    bureau = street(post_types=kinds, vehicles=[vehicle("C1")])
    (why,) = whys("posts", bureau, [on(bureau, one, at(8, 10, "")) for one in ("s1", "s2")])
    assert "; enough people stand in reserve; see whether a car can be had for them; " in why


def test_who_is_out_of_reach_is_missing() -> None:
    kinds = [post_type("street", window(8, 10, plan=crew("one", {"sworn": 1})), reach_km=2)]
    bureau = street(
        officers=[officer("far", zone="far")],
        post_types=kinds,
        zones=[zone("here", 0), zone("far", 3)],
        posts=[post("P", "street", zone="here")],
    )
    (why,) = whys("posts", bureau, [on(bureau, "far", at(8, 10, ""))])
    assert "missing: 1 sworn; on duty in U1: 1 sworn" in why


def test_a_site_names_the_unit_that_comes_nearest() -> None:
    people = [
        officer("u11", unit="U1"),
        officer("u21", unit="U2"),
        officer("u22", unit="U2", role="auxiliary"),
    ]
    bureau = bureau_with(
        "events",
        officers=people,
        units=[unit("U1"), unit("U2")],
        events=[event("E", 8, 10, units=("U1", "U2"))],
    )
    duties = [on(bureau, one.id, at(8, 10, "")) for one in people]
    (why,) = whys("events", bureau, duties[1:])
    assert why.startswith("it takes 2 sworn or 1 sworn + 2 auxiliary of one unit; U2 comes nearest; ")
    assert why.endswith(
        "missing: 1 sworn or 1 auxiliary; who may man it: 2 on the roll, of them 2 in reserve"
    )


def test_the_leader_who_is_missing() -> None:
    people = [officer("boss", "A", leader=True, skills={"traffic"}), officer("s1", "A", leader=False)]
    bureau = bureau_with(
        "leaders",
        {"skills": ["patrol"]},
        officers=people,
        post_types=[post_type("street", window(8, 10, plan=PAIR))],
        posts=[post("P", "street")],
        absences=[absence("boss", MONDAY)],
    )
    assert whys("leaders", bureau, [on(bureau, "s1", at(8, 10, ""))]) == [
        "no leader is on duty in U1; leaders: 1 on the roll, of them 1 away",
        "no leader with the skill patrol is on duty in U1; leaders who know patrol: none on the roll",
    ]


def test_a_strength_target_says_how_many_there_are() -> None:
    bureau = small_bureau(
        [officer("a", "A"), officer("a2", "A")],
        strengths=[StrengthTarget("noon", "noon", 3, 720, 780)],
        absences=[absence("a2", MONDAY, MONDAY + timedelta(days=1))],
        rules={"strength": {}},
    )
    assert whys("strength", bureau, [duty(bureau, "a", MONDAY, "day")]) == [
        "3 are wanted, 1 are on duty; 1 whom the rotation calls that day are away"
    ]


TOLD = Shortage(1, "P", "U1", MONDAY, 420, 540, 2, "few")


@pytest.mark.parametrize(
    "now",
    [
        {},
        {"why": "another reason"},
        {"heads": 1},
        {"start": 480, "end": 500},
    ],
)
def test_what_was_told_or_has_got_better_is_no_news(now: dict[str, Any]) -> None:
    assert new_or_worse([TOLD], [replace(TOLD, **now)]) == ()


@pytest.mark.parametrize(
    "now",
    [
        {"heads": 3},
        {"end": 541},
        {"start": 419},
        {"day": MONDAY + timedelta(days=1)},
        {"what": "Q"},
        {"unit": "U2"},
        {"tier": 2},
    ],
)
def test_what_is_worse_or_elsewhere_is_news(now: dict[str, Any]) -> None:
    worse = replace(TOLD, **now)
    assert new_or_worse([TOLD], [TOLD, worse]) == (worse,)


def test_gaps_that_touch_cover_together_what_is_one_now() -> None:
    whole = replace(TOLD, end=660)
    later = replace(TOLD, start=540, end=660)
    assert new_or_worse([later, TOLD], [whole]) == ()
    assert new_or_worse([replace(later, start=541), TOLD], [whole]) == (whole,)
    assert new_or_worse([replace(later, heads=1), TOLD], [whole]) == (whole,)


def test_where_nothing_was_told_all_is_news() -> None:
    assert new_or_worse([], [TOLD]) == (TOLD,)


def test_a_gap_is_ahead_until_its_last_minute_is_over() -> None:
    """To 09:00, and on the night of that date to 03:00 of the next."""
    day, night = (Shortage(1, "P", "U1", MONDAY, *times, 1) for times in ((420, 540), (1140, 1620)))
    clock = small_bureau().clock
    nine, three = (clock.number(MONDAY, WallMinute(at)) for at in (540, 1620))
    assert still_ahead(clock, (day, night), nine - 1) == (day, night)
    assert still_ahead(clock, (day, night), nine) == (night,)
    assert still_ahead(clock, (day, night), three - 1) == (night,)
    assert still_ahead(clock, (day, night), three) == ()
