"""Posts for every unit: lent people where they serve, what is lost and why, and the plain rotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Fallback
from rosterctl.planning.counts.event_hosts import Hosted
from rosterctl.planning.names.stage import NamedPlan
from rosterctl.planning.names.unit import Named
from rosterctl.planning.no_roster import NoTimeForAny
from rosterctl.planning.posts.stage import PostedPlan, post_rotation, post_units
from rosterctl.planning.run import Run
from rosterctl.planning.workers.batch import Lost, late
from tests.support.bureaus import officer, rotation, small_bureau, unit
from tests.support.peers import on_day, word_of
from tests.support.places import ONE, event, post, post_type, window
from tests.support.runs import BROKE, run_of

DAILY = rotation("D", (0,))
RULES = {rule: {} for rule in ("posts", "crews", "vehicles", "events")}
"""Those that decide which posts are manned; a duty every day is within all of them."""
STAND = post_type("stand", window(7, 19, minimum=ONE))


def bureau_of(**more: Any) -> Bureau:
    """a in U1, which borrows from U2, where b is; each unit has a post that wants one all day."""
    units = [
        unit("U1", teams="A", rotation=DAILY, borrows_from=("U2",)),
        unit("U2", teams="A", rotation=DAILY),
    ]
    settings: dict[str, Any] = {"posts": [post("P1", "stand", "U1"), post("P2", "stand", "U2")]}
    people = [officer("a"), officer("b", unit="U2")]
    return small_bureau(
        people, units=units, rotation=DAILY, post_types=[STAND], rules=RULES, **{**settings, **more}
    )


def named(
    run: Run, lost: dict[str, Lost] | None = None, hosted: Hosted | None = None, **words: str
) -> NamedPlan:
    """Officers with what they work on Monday; they are named in their own units."""
    officers = run.known.bureau.officers
    units: dict[str, Named] = {
        home: Named((), {}, ()) for home in run.known.bureau.units if home not in (lost or {})
    }
    for name, word in words.items():
        home = officers[name].on(on_day(0)).unit
        menu = run.known.offers.open[name][on_day(0)]
        choice = next(one for one in menu if word_of(one) == word)
        units[home] = Named(((name, choice),), {}, ())
    return NamedPlan(units, hosted or {}, lost or {}, {})


def stands(plan: PostedPlan) -> dict[str, list[tuple[str, Sequence[str]]]]:
    """By unit the officers and the posts at which they stand."""
    return {
        place: [(one.officer, [piece.post for piece in one.slices]) for one in posted.duties]
        for place, posted in plan.posted.items()
    }


def test_everybody_is_posted_where_they_serve() -> None:
    with run_of(bureau_of()) as (run, heard):
        plan = post_units(run, named(run, a="day", b="day@U2"), run.order.budget.left)
    assert stands(plan) == {"U1": [("a", ["P1"])], "U2": [("b", ["P2"])]}
    assert (plan.lost, plan.fallbacks) == ({}, ())
    assert [name for name, _ in plan.worked] == ["a", "b"]
    assert heard.shown == [("posts", 1, 2, "units"), ("posts", 2, 2, "units")]


def test_units_in_which_nothing_has_changed_have_the_posts_that_they_had() -> None:
    with run_of(bureau_of()) as (run, heard):
        before = post_units(run, named(run, a="day", b="day@U2"), run.order.budget.left)
        plan = post_units(run, named(run, a="day"), run.order.budget.left, before)
        other = post_units(run, named(run, None, {("E", "U1"): 1}, a="day"), run.order.budget.left, before)
    assert stands(plan) == stands(other) == {"U1": [("a", ["P1"])], "U2": []}
    assert plan.posted["U1"] is before.posted["U1"]
    assert [one[1:3] for one in heard.shown[2:]] == [(1, 1), (1, 2), (2, 2)]  # sites may have moved: both


def test_who_is_lent_stands_in_the_other_unit() -> None:
    with run_of(bureau_of()) as (run, _):
        plan = post_units(run, named(run, b="day"), run.order.budget.left)
    assert stands(plan) == {"U1": [("b", ["P1"])], "U2": []}


def test_event_sites_are_manned_by_the_unit_that_hosts_them() -> None:
    bureau = bureau_of(posts=[], events=[event("E", 7, 19, units=("U1", "U2"), crew=ONE)])
    for host, posts in (("U1", (["E/1"], [""])), ("U2", ([""], ["E/1"]))):
        with run_of(bureau) as (run, _):
            plan = post_units(
                run, named(run, None, {("E", host): 1}, a="day", b="day@U2"), run.order.budget.left
            )
        assert stands(plan) == {"U1": [("a", posts[0])], "U2": [("b", posts[1])]}


def test_a_unit_without_names_stays_lost_and_one_whose_posting_fails_is_lost_too() -> None:
    with run_of(bureau_of(), broken={1, 2}) as (run, _):  # the only task, tried twice
        plan = post_units(run, named(run, {"U2": Lost("no names")}, a="day"), run.order.budget.left)
    assert stands(plan) == {}
    assert plan.lost == {"U1": BROKE, "U2": Lost("no names")}
    assert plan.fallbacks == (Fallback("U1", "it broke", "line one"), Fallback("U2", "no names"))
    with run_of(bureau_of()) as (run, _):
        plan = post_units(run, named(run, a="day"), lambda: 0.0)
    assert plan.lost == {"U1": late(), "U2": late()}


def test_the_plain_rotation_is_posted_with_the_event_sites_as_allotted() -> None:
    bureau = bureau_of(posts=[], events=[event("E", 7, 19, units=("U1", "U2"), crew=ONE)])
    with run_of(bureau) as (run, heard):
        plan = post_rotation(run, {("E", "U2"): 1})
    assert stands(plan) == {"U1": [("a", [""])], "U2": [("b", ["E/1"])]}
    assert [(name, word_of(one)) for name, one in plan.worked] == [("a", "day"), ("b", "day@U2")]
    assert (plan.hosted, plan.lost) == ({("E", "U2"): 1}, {})
    assert heard.shown == [("first roster", 1, 2, "units"), ("first roster", 2, 2, "units")]


def test_where_posting_the_rotation_fails_everybody_is_in_reserve() -> None:
    with run_of(bureau_of(), broken={1, 3}) as (run, _):  # U1, tried twice
        plan = post_rotation(run, {})
    assert stands(plan) == {"U1": [("a", [""])], "U2": [("b", ["P2"])]}
    assert plan.posted["U1"].manned == {}
    assert plan.lost == {"U1": BROKE}


def test_without_time_for_the_rotation_there_is_no_roster() -> None:
    with run_of(bureau_of(), seconds=0.0) as (run, _), pytest.raises(NoTimeForAny):
        post_rotation(run, {})
