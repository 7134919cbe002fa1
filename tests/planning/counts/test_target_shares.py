"""What part of a strength target each block is asked for."""

from bisect import bisect_right

import pytest

from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.planning.counts.groups import make_groups
from rosterctl.planning.counts.target_shares import Room, TargetShares, asked, make_room
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.rulekit.model.board import Stretch
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, small_bureau, unit

# From minute 0 on two and two by the rotation; two more could come in A, one more in B.
ROOM = Room([0], {"A": [2], "B": [2]}, {"A": [4], "B": [3]})


def target(heads, units=()):
    return StrengthTarget("T", "", heads, 0, 60, units=units)


def others(block, *targets):
    bureau = small_bureau(units=[unit("A"), unit("B")], officers=[], strengths=targets)
    return TargetShares(bureau, ROOM).others(block)


@pytest.mark.parametrize(
    ("heads", "of_a", "of_b"),
    [
        (1, 1, 1),  # less than either has: nothing beyond the target
        (4, 2, 2),  # the rotation is just enough
        (5, 3, 3),  # one of three that could come: each rounds its two thirds and its third up
        (6, 4, 3),
        (7, 4, 3),  # just what everybody together could be
        (9, 4, 3),  # out of reach: all there is, no more
    ],
)
def test_every_block_is_asked_for_the_same_part_of_its_room(heads, of_a, of_b):
    assert [asked(heads, 4, 7, 2, 4), asked(heads, 4, 7, 2, 3)] == [of_a, of_b]


def test_the_shares_together_are_enough_wherever_the_target_is_in_reach():
    for heads in range(8):
        assert asked(heads, 4, 7, 2, 4) + asked(heads, 4, 7, 2, 3) >= heads


def test_others_stand_for_what_is_not_asked_of_the_block():
    assert others(["A"], target(6)).heads(target(6), Stretch(MONDAY, 0, 60)) == 2  # four of six are asked
    assert others(["A", "B"], target(7)).heads(target(7), Stretch(MONDAY, 0, 60)) == 0


def test_of_a_target_for_other_units_nothing_is_asked_of_the_block():
    only_b = target(6, units=("B",))
    assert others(["A"], only_b).heads(only_b, Stretch(MONDAY, 0, 60)) == 6


@pytest.mark.parametrize(("heads", "short"), [(4, False), (5, True)])
def test_a_stretch_is_short_when_the_rotation_alone_is_not_enough(heads, short):
    assert others(["A"], target(heads)).is_short(target(heads), Stretch(MONDAY, 0, 60)) is short


def test_before_the_first_instant_nobody_is_known_and_all_is_asked():
    before = Stretch(MONDAY, -60, 0)
    assert others(["A"], target(1)).heads(target(1), before) == 0
    assert others(["A"], target(1)).is_short(target(1), before)


@pytest.mark.parametrize(
    ("recalls", "potential"),
    [
        ((), 1),
        (("day",), 2),
        (("day", "peak-morning"), 2),  # D may come for either, but is one head
    ],
)
def test_nobody_counts_twice_in_what_there_could_be(recalls, potential):
    # Monday 08:00: A works the day, B not yet the night, C comes off it, D is at rest and may be called in.
    bureau = small_bureau(units=[unit(recalls=recalls)], rules={"post-night": {}})
    horizon = Horizon(MONDAY, 1)
    rules = rules_in_force(bureau.rulebook)
    room = make_room(
        bureau, make_groups(make_offers(bureau, horizon, rules), rules, bureau.units, frozenset())
    )
    place = bisect_right(room.cuts, bureau.clock.number(MONDAY, 8 * 60)) - 1
    assert (room.plain["U1"][place], room.potential["U1"][place]) == (1, potential)
