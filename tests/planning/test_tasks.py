"""The sub-problems that may run in another process: what they come to, and which answers they take."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import Any

import pytest

from rosterctl.domain.roster import Origin
from rosterctl.planning.counts.plan import Block, BlockPlan
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.posts.unit import Posted
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.planning.tasks import CountTask, NameTask, PostTask, RotationTask
from rosterctl.planning.workers.jobs import unheard
from rosterctl.solver.outcome import Settings, Stuck
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, small_bureau, unit
from tests.support.places import ONE, post, post_type, window

SETTINGS = Settings(20.0)
PEOPLE = [officer(f"{home}-{team}", team, unit=home) for home in ("U1", "U2") for team in "AB"]
BUREAU = small_bureau(
    PEOPLE,
    units=[unit("U1", recalls=("day",)), unit("U2")],
    rules={"posts": {}, "crews": {}},
    post_types=[post_type("desk", window(7, 19, minimum=ONE))],
    posts=[post("P", "desk", "U1")],
)
KNOWN = Knowledge(BUREAU, Horizon(MONDAY, 1))
WORKED = (
    ("U1-A", choice_of(BUREAU, MONDAY, BUREAU.shifts["day"], "U1", Origin.ROTATION, True)),
    ("U1-B", choice_of(BUREAU, MONDAY, BUREAU.shifts["night"], "U1", Origin.ROTATION, True)),
)


def run(task: Any) -> Any:
    """As a child would run it."""
    result = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(task)).run(KNOWN, SETTINGS, unheard)))
    assert task.accepts(result)
    return result


def told(task: Any) -> list[Any]:
    """What it finds on its way."""
    found: list[Any] = []
    task.run(KNOWN, SETTINGS, found.append)
    return found


def stays(posted: Posted) -> list[tuple[str, str, list[str]]]:
    """Officer, shift, and the posts one after the other."""
    return [(one.officer, one.shift, [piece.post for piece in one.slices]) for one in posted.duties]


POSTED = [("U1-A", "day", ["P"]), ("U1-B", "night", [""])]


def test_the_plain_rotation_of_a_unit_is_named_and_posted() -> None:
    plain = run(RotationTask("U1", {}))
    assert (plain.named.worked, stays(plain.posted)) == (WORKED, POSTED)


def test_a_block_is_counted_with_its_own_officers() -> None:
    plan = run(CountTask(Block(("U2",), frozenset(), {}, None)))
    assert {(key[0], key[1]): sum(each.values()) for key, each in plan.counts.items()} == {
        ("U2", "A"): 1,
        ("U2", "B"): 1,
    }


def test_counts_of_a_unit_are_named() -> None:
    counts = run(CountTask(Block(("U1",), frozenset(), {}, None))).counts
    assert run(NameTask("U1", counts, frozenset())).worked == WORKED


def test_who_serves_in_a_unit_is_posted() -> None:
    assert stays(run(PostTask("U1", WORKED, {}))) == POSTED


def test_what_a_task_finds_on_its_way_is_a_whole_answer() -> None:
    """Should its process end then, that is its answer; here nothing gets better afterwards."""
    block = CountTask(Block(("U1",), frozenset(), {}, None))
    last = run(block)
    names = NameTask("U1", last.counts, frozenset())
    for task in (block, names):
        found = told(task)
        assert found
        assert all(task.accepts(one) for one in found)
    values = [(one.tier, one.value) for one in last.tiers]
    assert [[(one.tier, one.value) for one in plan.tiers] for plan in told(block)] == [values] * 4
    assert [plan.counts for plan in told(block)] == [last.counts] * 4
    assert [one.worked for one in told(names)] == [WORKED]


PLAIN = RotationTask("U1", {}).run(KNOWN, SETTINGS, unheard)
NOBODY = Posted((), {}, {})


@pytest.mark.parametrize(
    ("task", "answer", "its_own"),
    [
        (RotationTask("U1", {}), PLAIN, True),
        (RotationTask("U2", {}), PLAIN, False),  # another unit's
        (RotationTask("U1", {}), PLAIN.named, False),
        (CountTask(Block(("U1",), frozenset(), {}, None)), Stuck(), True),
        (CountTask(Block(("U1",), frozenset(), {}, None)), PLAIN, False),
        (NameTask("U1", {}, frozenset()), PLAIN.named, True),
        (NameTask("U1", {}, frozenset()), PLAIN.posted, False),
        (PostTask("U1", WORKED, {}), PLAIN.posted, True),
        (PostTask("U1", WORKED, {}), NOBODY, False),  # two who work are not posted
        (
            PostTask("U1", WORKED[:1], {}),
            PLAIN.posted,
            False,
        ),  # B is posted and does not work
        (PostTask("U1", (), {}), NOBODY, True),
    ],
)
def test_an_answer_is_known_by_a_look_at_it(task: Any, answer: Any, its_own: bool) -> None:
    assert task.accepts(answer) is its_own


def test_counts_of_another_block_are_no_answer() -> None:
    plan = CountTask(Block(("U1",), frozenset(), {}, None)).run(KNOWN, SETTINGS, unheard)
    assert isinstance(plan, BlockPlan)
    task = CountTask(Block(("U2",), frozenset(), {}, None))
    assert [task.accepts(one) for one in (plan, replace(plan, counts={}))] == [False, True]
