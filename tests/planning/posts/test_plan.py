"""Posts in the whole bureau: each unit posts those who serve there, whoever named them."""

from __future__ import annotations

from typing import Any

import pytest

from rosterctl.domain.roster import Fallback, Origin
from rosterctl.planning.budget import Budget
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.names.plan import NamedPlan
from rosterctl.planning.names.stage import Named
from rosterctl.planning.no_roster import NoTimeForAny
from rosterctl.planning.posts.plan import PostedPlan, post_rotation, post_units
from rosterctl.planning.request import Request, nobody
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.planning.run import Run
from rosterctl.planning.workers.batch import LATE, Lost
from rosterctl.planning.workers.executor import Inline
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, small_bureau, unit
from tests.support.places import ONE, event

BUREAU = small_bureau(
    [officer("a", "A", unit="U1"), officer("b", "A", unit="U2")],
    units=[unit("U1"), unit("U2")],
    rules={"events": {}, "crews": {}},
    events=[event("E", 9, 11, units=("U1", "U2"), crew=ONE)],
)
KNOWN = Knowledge(BUREAU, Horizon(MONDAY, 1))


def running(executor: Inline, seconds: float = 60.0) -> Run:
    executor.prepare(KNOWN.packed())
    return Run(KNOWN, Request(KNOWN.horizon, Budget(seconds)), executor, nobody)


def names(*where: tuple[str, str, str], hosted: Any = None, **lost: Lost) -> NamedPlan:
    """Unit that names, officer, and unit of service: all of them work the day."""
    found = {}
    for home in (one for one in ("U1", "U2") if one not in lost):
        mine = [(who, at) for by, who, at in where if by == home]
        day = BUREAU.shifts["day"]
        worked = tuple((who, choice_of(BUREAU, MONDAY, day, at, Origin.ROTATION, False)) for who, at in mine)
        found[home] = Named(worked, {}, ())
    return NamedPlan(found, hosted or {}, lost)


def posted(plan: NamedPlan, left: float = 60.0) -> PostedPlan:
    with Inline() as executor:
        return post_units(running(executor), plan, lambda: left)


def stays(plan: PostedPlan) -> dict[str, list[tuple[str, str]]]:
    """By unit its officers with the post at ten o'clock, the second slice of a day with the event."""
    return {
        name: [(one.officer, one.slices[min(1, len(one.slices) - 1)].post) for one in each.duties]
        for name, each in plan.posted.items()
    }


def test_who_is_lent_is_posted_where_they_serve() -> None:
    plan = posted(names(("U1", "a", "U2"), ("U2", "b", "U2")))
    assert stays(plan) == {"U1": [], "U2": [("a", ""), ("b", "")]}
    assert [who for who, _ in plan.worked] == ["a", "b"]
    assert (plan.lost, plan.fallbacks) == ({}, ())


@pytest.mark.parametrize("host", ["U1", "U2"])
def test_the_unit_that_hosts_an_event_mans_its_site(host: str) -> None:
    hosted = {("E", host): 1}
    plan = posted(names(("U1", "a", "U1"), ("U2", "b", "U2"), hosted=hosted))
    manned = {name: post for each in stays(plan).values() for name, post in each if post}
    assert (list(manned), plan.hosted) == (["a"] if host == "U1" else ["b"], hosted)


def test_a_unit_without_names_is_not_posted_and_says_why() -> None:
    plan = posted(names(("U2", "b", "U2"), U1=Lost("it hung", "in line 7")))
    assert list(plan.posted) == ["U2"]
    assert plan.fallbacks == (Fallback("U1", "it hung", "in line 7"),)


def test_units_that_are_late_stand_in_the_order_of_the_bureau_with_those_lost_before() -> None:
    plan = posted(names(("U1", "a", "U1"), U2=Lost("it hung")), left=0.0)
    assert list(plan.lost.items()) == [("U1", Lost(LATE)), ("U2", Lost("it hung"))]
    assert list(plan.named) == ["U1"]  # whom it named ties it to other units all the same


def test_the_rotation_is_posted_for_every_unit() -> None:
    with Inline() as executor:
        plan = post_rotation(running(executor), {("E", "U2"): 1})
    assert [(who, one.shift) for who, one in plan.worked] == [("a", "day"), ("b", "day")]
    (at_site,) = [name for each in stays(plan).values() for name, post in each if post]
    assert (at_site, plan.hosted, plan.lost) == ("b", {("E", "U2"): 1}, {})


def test_there_must_be_time_to_post_the_rotation() -> None:
    with Inline() as executor, pytest.raises(NoTimeForAny):
        post_rotation(running(executor, seconds=0.0), {})
