"""Sets of duties that leave no long rest: smallest cases by hand, larger ones by trying every line.

Hours count from the Monday on which a stretch begins; days are 07-19, nights 19-07.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from random import Random

import pytest

from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.model.chains import Chain, chains
from tests.support.told_board import HOUR, MIDNIGHT, made


def between(menus: Sequence[Sequence[Choice]], start: float, end: float, rest: float) -> list[Chain]:
    found = (MIDNIGHT + round(start * HOUR), MIDNIGHT + round(end * HOUR), round(rest * HOUR))
    return chains(menus, *found)


DAY = made(0, 7, 19)


@pytest.mark.parametrize(
    ("start", "end", "rest", "spoils"),
    [
        (0, 24, 8, True),  # free are 7 h before and 5 h after
        (0, 24, 7, False),  # 7 h before are enough
        (0, 26, 7.5, True),  # 7 h before, 7 h after
        (0, 26.5, 7.5, False),  # 7.5 h after
        (8, 18, 3, True),  # the duty covers all of it
        (8, 18, 10.5, False),  # shorter than the rest: no rest of that length lies in it anyway
        (19, 30, 5, False),  # the duty ends as it begins: all of it is free
    ],
)
def test_one_duty(start: float, end: float, rest: float, spoils: bool) -> None:
    assert between([[DAY]], start, end, rest) == ([((DAY,),)] if spoils else [])


def test_a_stretch_as_long_as_the_rest_is_spoilt_by_any_duty_in_it() -> None:
    assert between([[DAY]], 0, 24, 24) == [((DAY,),)]
    assert between([[DAY]], 20, 44, 24) == []


def test_two_duties_spoil_together_what_neither_does_alone() -> None:
    tomorrow = made(1, 7, 19)
    assert between([[DAY], [tomorrow]], 0, 48, 13) == [((DAY,), (tomorrow,))]  # 7, 12 and 5 h free
    assert between([[DAY], [tomorrow]], 0, 48, 12) == []  # 12 h between them


def test_choices_that_reach_the_same_starts_are_taken_together() -> None:
    early, late, tomorrow = made(0, 7, 18), made(0, 8, 19), made(1, 7, 19)
    assert between([[early, late], [tomorrow]], 0, 48, 14) == [((early, late), (tomorrow,))]


def test_a_chain_of_which_another_asks_less_is_left_out() -> None:
    """The long duty spoils the stretch alone, so nothing need be said of it together with the next."""
    long, tomorrow = made(0, 7, 36), made(1, 13, 20)
    assert between([[long], [tomorrow]], 0, 48, 13) == [((long,),)]


def spoilt(line: Sequence[Choice], start: int, end: int, rest: int) -> bool:
    """By looking at every gap between the duties within the stretch."""
    free, gaps = start, []
    for one in sorted(line, key=lambda one: one.start):
        gaps.append(min(one.start, end) - free)
        free = max(free, one.end)
    return max([*gaps, end - free]) < rest


@pytest.mark.parametrize("seed", range(60))
def test_a_line_leaves_a_rest_unless_it_works_a_selection_of_a_chain(seed: int) -> None:
    chance = Random(seed)
    menus = [
        [
            made(day, start, start + chance.choice((2, 8, 12, 15)), f"{day}-{n}")
            for n, start in enumerate(chance.sample(range(0, 24, 3), chance.choice((1, 2, 3))))
        ]
        for day in range(4)
    ]
    start, end = MIDNIGHT - 6 * HOUR, MIDNIGHT + chance.choice((72, 90, 102)) * HOUR
    rest = chance.choice((18, 24, 36)) * HOUR
    found = chains(menus, start, end, rest)
    seen = set()
    for way in product(*((None, *menu) for menu in menus)):
        line = [one for one in way if one is not None]
        forbidden = any(all(set(chosen) & set(line) for chosen in chain) for chain in found)
        assert forbidden == spoilt(line, start, end, rest), [one.shift for one in line]
        seen.add(forbidden)
    assert False in seen
