from itertools import permutations
from random import Random

import pytest

from rosterctl.solver.matching import cheapest_matching
from rosterctl.solver.params import SOLVER


def price(costs, unfilled, filled):
    return sum(
        weight * SOLVER.unfilled if person is None else row[person]
        for row, weight, person in zip(costs, unfilled, filled, strict=True)
    )


def least(costs, unfilled):
    """By trying everybody in every order, and nobody as often as there are slots."""
    people = sorted({person for row in costs for person in row}) + [None] * len(costs)
    return min(
        price(costs, unfilled, tried)
        for tried in set(permutations(people, len(costs)))
        if all(person is None or person in row for person, row in zip(tried, costs, strict=True))
    )


@pytest.mark.parametrize("seed", range(60))
def test_nothing_is_cheaper(seed):
    dice = Random(seed)
    costs = [
        {person: dice.randrange(50) for person in range(4) if dice.random() < 0.6}
        for _ in range(dice.randint(1, 3))
    ]
    unfilled = [dice.choice([1, 100]) for _ in costs]
    filled = cheapest_matching(costs, unfilled)
    taken = [person for person in filled if person is not None]
    assert len(taken) == len(set(taken))
    assert all(person is None or person in row for person, row in zip(filled, costs, strict=True))
    assert price(costs, unfilled, filled) == least(costs, unfilled)


def test_no_slots_take_nobody():
    assert cheapest_matching([], []) == []


def test_a_slot_for_nobody_stays_empty():
    assert cheapest_matching([{}], [1]) == [None]


def test_the_only_one_fills_the_slot_that_weighs_more_at_whatever_price():
    assert cheapest_matching([{7: 0}, {7: 9_999}], [1, 100]) == [None, 7]
    assert cheapest_matching([{7: 0}, {7: 9_999}], [100, 1]) == [7, None]


def test_somebody_moves_on_so_that_both_slots_are_filled():
    assert cheapest_matching([{1: 0, 2: 9_999}, {1: 0}], [1, 1]) == [2, 1]
