"""The sub-problems that may run in another process: what they come to, and which answers they take."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import Any

import pytest

from rosterctl.domain.roster import Origin
from rosterctl.planning.counts.model import Block, BlockPlan
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.posts.unit import Posted
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.planning.tasks import CountTask, NameTask, PostTask, RotationTask
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
    result = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(task)).run(KNOWN)))
    assert task.accepts(result)
    return result


def stays(posted: Posted) -> list[tuple[str, str, list[str]]]:
    """Officer, shift, and the posts one after the other."""
    return [(one.officer, one.shift, [piece.post for piece in one.slices]) for one in posted.duties]


POSTED = [("U1-A", "day", ["P"]), ("U1-B", "night", [""])]


def test_the_plain_rotation_of_a_unit_is_named_and_posted() -> None:
    plain = run(RotationTask("U1", {}, SETTINGS))
    assert (plain.named.worked, stays(plain.posted)) == (WORKED, POSTED)


def test_a_block_is_counted_with_its_own_officers() -> None:
    plan = run(CountTask(Block(("U2",), frozenset(), {}, None), SETTINGS))
    assert {(key[0], key[1]): sum(each.values()) for key, each in plan.counts.items()} == {
        ("U2", "A"): 1,
        ("U2", "B"): 1,
    }


def test_counts_of_a_unit_are_named() -> None:
    counts = run(CountTask(Block(("U1",), frozenset(), {}, None), SETTINGS)).counts
    assert run(NameTask("U1", counts, frozenset(), SETTINGS)).worked == WORKED


def test_who_serves_in_a_unit_is_posted() -> None:
    assert stays(run(PostTask("U1", WORKED, {}, SETTINGS))) == POSTED


PLAIN = RotationTask("U1", {}, SETTINGS).run(KNOWN)
NOBODY = Posted((), {})


@pytest.mark.parametrize(
    ("task", "answer", "its_own"),
    [
        (RotationTask("U1", {}, SETTINGS), PLAIN, True),
        (RotationTask("U2", {}, SETTINGS), PLAIN, False),  # another unit's
        (RotationTask("U1", {}, SETTINGS), PLAIN.named, False),
        (CountTask(Block(("U1",), frozenset(), {}, None), SETTINGS), Stuck(), True),
        (CountTask(Block(("U1",), frozenset(), {}, None), SETTINGS), PLAIN, False),
        (NameTask("U1", {}, frozenset(), SETTINGS), PLAIN.named, True),
        (NameTask("U1", {}, frozenset(), SETTINGS), PLAIN.posted, False),
        (PostTask("U1", WORKED, {}, SETTINGS), PLAIN.posted, True),
        (PostTask("U1", WORKED, {}, SETTINGS), NOBODY, False),  # two who work are not posted
        (
            PostTask("U1", WORKED[:1], {}, SETTINGS),
            PLAIN.posted,
            False,
        ),  # B is posted and does not work
        (PostTask("U1", (), {}, SETTINGS), NOBODY, True),
    ],
)
def test_an_answer_is_known_by_a_look_at_it(task: Any, answer: Any, its_own: bool) -> None:
    assert task.accepts(answer) is its_own


def test_counts_of_another_block_are_no_answer() -> None:
    plan = CountTask(Block(("U1",), frozenset(), {}, None), SETTINGS).run(KNOWN)
    assert isinstance(plan, BlockPlan)
    task = CountTask(Block(("U2",), frozenset(), {}, None), SETTINGS)
    assert [task.accepts(one) for one in (plan, replace(plan, counts={}))] == [False, True]
