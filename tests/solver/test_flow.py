"""How much of several needs fits into the room of those who may bear them."""

from itertools import product
from random import Random

import pytest

from rosterctl.solver.flow import most_within


def test_everybody_with_room_takes_one():
    assert most_within([2], [{0: 1, 1: 1}], [1, 1]) == 2


def test_who_has_no_room_takes_nothing():
    assert most_within([2], [{0: 1, 1: 1}], [1, 0]) == 1


def test_an_earlier_need_moves_on_to_make_room():
    # 0 takes the first need and is all that the second has: the first goes over to 1.
    assert most_within([1, 1], [{0: 1, 1: 1}, {0: 1}], [1, 1]) == 2


def test_nobody_takes_more_of_one_need_than_he_may():
    assert most_within([4], [{0: 1, 1: 2}], [9, 9]) == 3


def test_needs_move_on_through_several_hands():
    # 0 is the only one with room for the third need, 1 the only other one for the first, 2 for the second.
    most = [{0: 1, 1: 1}, {1: 1, 2: 1}, {0: 1}]
    assert most_within([1, 1, 1], most, [1, 1, 1]) == 3
    assert most_within([1, 1, 1], most, [1, 1, 0]) == 2


def test_a_need_gives_up_no_more_than_it_has():
    # 0 has room for one: the first need makes it free for one of the second's two, by moving to 1.
    assert most_within([1, 2], [{0: 2, 1: 2}, {0: 2}], [1, 5]) == 2


def test_a_need_gives_up_what_it_has_only_once():
    # The first need moves to 1 for the second's sake and has nothing left to give up for the third's.
    assert most_within([1, 1, 1], [{0: 1, 1: 2}, {0: 1}, {0: 1}], [1, 5]) == 2


@pytest.mark.parametrize("seed", range(50))
def test_no_way_to_bear_the_needs_fits_more(seed):
    random = Random(seed)
    bearers = range(random.randint(1, 3))
    most = [{b: random.randint(0, 2) for b in bearers if random.random() < 0.8} for _ in range(3)]
    needs = [random.randint(0, sum(one.values())) for one in most]
    room = [random.randint(0, 4) for _ in bearers]
    best = 0
    for taken in product(*(product(*(range(one.get(b, 0) + 1) for b in bearers)) for one in most)):
        kept = all(sum(own) <= need for own, need in zip(taken, needs, strict=True))
        if kept and all(sum(own[b] for own in taken) <= room[b] for b in bearers):
            best = max(best, sum(map(sum, taken)))
    assert most_within(needs, most, room) == best


def test_without_needs_or_without_anybody_nothing_is_borne():
    assert most_within([], [], [1, 2]) == 0
    assert most_within([3], [{}], []) == 0
