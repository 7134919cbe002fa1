"""Which duties of two dates exclude each other, and which pairs of dates a board is told of."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from random import Random

import pytest

from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.model.succession import keep_apart, too_close
from tests.support.bureaus import MONDAY, officer
from tests.support.told_board import HOUR, Menu, ToldBoard, made

DAY, NIGHT, NEXT = made(0, 7, 19), made(0, 19, 31), made(1, 7, 19)


def sums(earlier: list[Choice], later: list[Choice], gap: int) -> list[set[Choice]]:
    return [set(one) for one in too_close(earlier, later, gap)]


@pytest.mark.parametrize(("gap", "apart"), [(12, False), (12 + 1 / 60, True)])
def test_a_gap_as_long_as_is_asked_is_enough(gap: float, apart: bool) -> None:
    """From Monday 19:00 to Tuesday 07:00 are twelve hours."""
    assert sums([DAY], [NEXT], round(gap * HOUR)) == ([{DAY, NEXT}] if apart else [])


def test_a_sum_for_each_start_that_is_no_part_of_a_later_one() -> None:
    """With eleven hours the day leaves only the start at 05:00 out, the night both."""
    five, seven = made(1, 5, 9), made(1, 7, 9)
    assert sums([DAY, NIGHT], [five, seven], 11 * HOUR) == [{five, DAY, NIGHT}, {five, seven, NIGHT}]
    # Where the same duties exclude both starts, the sum of the later one says it all.
    assert sums([NIGHT], [five, seven], 11 * HOUR) == [{five, seven, NIGHT}]


def test_nothing_excludes_nothing() -> None:
    assert sums([], [NEXT], 11 * HOUR) == []
    assert sums([DAY], [], 11 * HOUR) == []


@pytest.mark.parametrize("seed", range(40))
def test_two_duties_share_a_sum_exactly_when_they_are_too_close(seed: int) -> None:
    chance = Random(seed)
    menus = [
        [made(day, start, start + chance.choice((2, 8, 12, 24)), f"{day}-{start}") for start in starts]
        for day, starts in enumerate((chance.sample(range(24), 4), chance.sample(range(24), 4)))
    ]
    gap = chance.choice((0, 8, 11, 20)) * HOUR
    found = sums(*menus, gap)
    for one, other in product(*menus):
        assert any({one, other} <= each for each in found) == (other.start - one.end < gap)
    assert not any(a <= b for a, b in product(found, found) if a is not b)


def apart(board: ToldBoard, gap: int) -> list[list[int]]:
    keep_apart(board, gap)
    assert all((limit, used) == (1, {}) and set(terms.values()) == {1} for terms, limit, used in board.told)
    return [sorted((one.day - MONDAY).days for one in terms) for terms, _, _ in board.told]


def test_pairs_of_dates_of_which_one_is_decided() -> None:
    """Days of 25 hours touch the next one's; known are two dates before the horizon and two after it."""
    every = [made(n, 7, 32) for n in range(-2, 3)]
    board = ToldBoard([Menu([officer("a")], every)], length=1, before=2, after=2)
    assert apart(board, 0) == [[-1, 0], [0, 1]]


@pytest.mark.parametrize(
    ("gap", "ahead"),
    [
        (0, 1),
        (16 * HOUR, 1),  # from 15:00 of Monday to 07:00 of Tuesday
        (16 * HOUR + 1, 1),
        (40 * HOUR, 1),  # to 07:00 of Wednesday
        (40 * HOUR + 1, 2),
        (64 * HOUR + 1, 3),
    ],
)
def test_a_long_gap_reaches_further_ahead(gap: int, ahead: int) -> None:
    every = [made(n, 7, 15) for n in range(5)]
    found = apart(ToldBoard([Menu([officer("a")], every)], length=5), gap)
    furthest = max((last - first for first, last in found), default=0)
    assert furthest == (ahead if gap > 16 * HOUR else 0)


def test_a_shift_that_ends_two_dates_on_is_looked_at_with_that_date() -> None:
    """From Monday 23:00 for 26 hours: until Wednesday 01:00, an hour into the duty of Wednesday."""
    long, wednesday = made(0, 23, 49), made(2, 0, 8)
    board = ToldBoard([Menu([officer("a")], [long, wednesday])], length=3)
    assert apart(board, 0) == [[0, 2]]


def test_a_date_without_choices_is_passed_over() -> None:
    lines = [Menu([officer("a")], [NIGHT]), Menu([officer("b")], [NIGHT, NEXT])]
    board = ToldBoard(lines, length=2)
    assert apart(board, 11 * HOUR) == [[0, 1]]


def test_of_dates_that_are_all_fixed_nothing_is_said() -> None:
    early = [made(n, 7, 32) for n in (-2, -1)]
    board = ToldBoard([Menu([officer("a")], early)], length=1, before=2)
    assert board.known_days[0] == MONDAY - timedelta(days=2)
    assert apart(board, 0) == []
