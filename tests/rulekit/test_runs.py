"""Dates in a row: what a board is told, and what is too long in a line as it was worked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.runs import excess_of_dates, limit_runs, runs_of, too_long
from tests.support.bureaus import IDLE, MONDAY, line_roster, officer, small_bureau
from tests.support.told_board import Menu, ToldBoard, made

BUREAU = small_bureau(teams="A", rotation=IDLE)


def worked(shifts: str, before: str = "") -> tuple[WorkedDuty, ...]:
    """One officer's line: `x` is a day duty, `-` a date off; `before` are the dates before the horizon."""
    names = {"x": "day", "-": ""}
    roster = line_roster(BUREAU, [names[one] for one in shifts], before=[names[one] for one in before])
    return Record(BUREAU, roster).lines["a"]


def dates(run: list[WorkedDuty]) -> list[int]:
    return [(one.day - MONDAY).days for one in run]


@pytest.mark.parametrize(
    ("shifts", "before", "found"),
    [
        ("xx-x", "", [[0, 1], [3]]),
        ("xxx", "xx", [[-2, -1, 0, 1, 2]]),
        ("-x", "x", [[-1], [1]]),
        ("---", "", []),
    ],
)
def test_runs_are_the_longest_stretches(shifts: str, before: str, found: list[list[int]]) -> None:
    assert [dates(run) for run in runs_of(worked(shifts, before), lambda _: True)] == found


def test_what_does_not_count_breaks_a_run() -> None:
    tuesday = MONDAY + timedelta(days=1)
    assert [dates(run) for run in runs_of(worked("xxx"), lambda one: one.day != tuesday)] == [[0], [2]]


@pytest.mark.parametrize("ours_first", [True, False])
def test_of_two_duties_on_a_date_the_one_that_was_decided_stands_for_it(ours_first: bool) -> None:
    [ours] = worked("x")
    given = replace(ours, given=True)
    line = (ours, given) if ours_first else (given, ours)
    [[found]] = runs_of(line, lambda _: True)
    assert not found.given


@pytest.mark.parametrize(
    ("shifts", "before", "excess"),
    [
        ("xx", "", []),  # as many as may be
        ("xxx", "", [1]),
        ("xxxx", "", [2]),  # Monday to Wednesday and Tuesday to Thursday
        ("x", "xx", [1]),
        ("x", "xxx", [1]),  # the three before are nobody's fault here
        ("-", "xxx", []),
        ("xxx-xxx", "", [1, 1]),
    ],
)
def test_each_stretch_too_long_that_the_roster_decided_counts(
    shifts: str, before: str, excess: list[int]
) -> None:
    runs = runs_of(worked(shifts, before), lambda _: True)
    assert [number for _, number in too_long(runs, 2)] == excess


@pytest.mark.parametrize(
    ("days", "most", "excess"),
    [
        ([], 1, 0),
        ([0, 1], 2, 0),
        ([0, 1, 2], 2, 1),
        ([3, 0, 2, 1], 2, 2),
        ([0, 1, 3, 4], 2, 0),
        ([0, 5], 0, 2),
    ],
)
def test_full_stretches_of_dates(days: list[int], most: int, excess: int) -> None:
    assert excess_of_dates((MONDAY + timedelta(days=n) for n in days), most) == excess


def told(board: ToldBoard) -> list[tuple[list[int], int]]:
    return [([(one.day - MONDAY).days for one in terms], limit) for terms, limit, _ in board.told]


def test_every_full_window_that_touches_the_horizon_is_limited() -> None:
    """Two of any three dates: known are the two before the horizon, its two, and two after it."""
    line = Menu([officer("a")], [made(n, 7, 19) for n in range(-3, 4)])
    board = ToldBoard([line], length=2, before=3, after=2)
    limit_runs(board, 2, lambda _: True)
    assert told(board) == [([-2, -1, 0], 2), ([-1, 0, 1], 2), ([0, 1, 2], 2), ([1, 2, 3], 2)]
    assert all(set(terms.values()) == {1} for terms, _, _ in board.told)


def test_a_window_with_a_date_on_which_nothing_counts_is_left_out() -> None:
    nights = [made(n, 19, 31, all_night=n != 1) for n in range(4)]
    board = ToldBoard([Menu([officer("a")], nights)], length=4)
    limit_runs(board, 1, lambda one: one.all_night)
    assert told(board) == [([2, 3], 1)]


def test_all_choices_of_a_date_that_count_stand_in_the_sum() -> None:
    early, late, other = made(0, 7, 9, "early"), made(0, 17, 19, "late"), made(1, 7, 9)
    board = ToldBoard([Menu([officer("a")], [early, late, other])], length=2)
    limit_runs(board, 1, lambda _: True)
    assert board.told == [({early: 1, late: 1, other: 1}, 1, {})]
