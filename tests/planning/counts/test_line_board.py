"""Limits per head summed over interchangeable heads, without giving anything away."""

from datetime import timedelta

import pytest

from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import limits_of_members, make_groups
from rosterctl.planning.counts.line_board import CountBoard
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.linear import total
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import goals_of, minimise
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, absence, officer, small_bureau, unit

HOUR = 60
TUESDAY = MONDAY + timedelta(days=1)


def board_of(heads, *, days=1, release=(), recalls=("day",), team="D", **more):
    """Team D, at rest on Monday: each may be called in for twelve hours."""
    people = [officer(f"d{n}", team) for n in range(heads)]
    bureau = small_bureau(people, units=[unit(recalls=recalls)], **more)
    horizon = Horizon(MONDAY, days)
    rules = rules_in_force(bureau.rulebook)
    offers = make_offers(bureau, horizon, rules)
    groups = make_groups(offers, rules, bureau.units, frozenset())
    return CountBoard(offers, groups, Model(), release)


def most(board, wanted):
    """The most heads that can work the choices of which `wanted` is true."""
    heads = total(count for (_, choice), count in board.counts.items() if wanted(choice))
    everybody = sum(board.model.bounds)
    board.model.penalise(Tier.LEGAL, everybody - heads, 1)
    outcome = minimise(board.model, goals_of(board.model, [Tier.LEGAL]), Settings(10.0))
    assert isinstance(outcome, Solved)
    return outcome.value(heads)


def is_recall(choice):
    return choice.origin is Origin.RECALL


def limit(board, minutes, used=None):
    (line,) = board.lines
    terms = [(choice, choice.paid) for day in board.days for choice in line.choices(day)]
    board.at_most(line, terms, minutes, used)


@pytest.mark.parametrize(
    ("hours", "called"),
    [
        (8, 0),  # three times eight are twenty-four, but nobody has twelve
        (11, 0),
        (12, 3),
    ],
)
def test_spare_hours_that_are_no_recall_for_anybody_are_none_together(hours, called):
    board = board_of(3)
    limit(board, hours * HOUR)
    assert most(board, is_recall) == called


def test_what_each_has_used_is_taken_off_each_before_they_are_added():
    board = board_of(3)
    limit(board, 24 * HOUR, used=lambda one: 0 if one.id == "d0" else 13 * HOUR)  # 24, 11 and 11 left
    assert most(board, is_recall) == 1


def test_of_long_and_short_the_long_ones_are_counted_by_the_short_too():
    # Twelve hours or two; five left each: no long one, and a short one each.
    board = board_of(2, recalls=("day", "peak-evening"))
    limit(board, 5 * HOUR)
    assert most(board, lambda choice: choice.shift == "day") == 0
    board = board_of(2, recalls=("day", "peak-evening"))
    limit(board, 5 * HOUR)
    assert most(board, lambda choice: choice.shift == "peak-evening") == 2


def test_nobody_is_called_in_twice_on_a_date():
    board = board_of(2, recalls=("day", "peak-evening"))
    assert most(board, is_recall) == 2


@pytest.mark.parametrize(("release", "fewest"), [((), 2), ((MONDAY,), 0)])
def test_whom_the_rotation_calls_works_unless_he_may_be_let_off(release, fewest):
    board = board_of(2, team="A", release=release)
    model = board.model
    model.penalise(Tier.LEGAL, total(board.counts.values()), 1)
    outcome = minimise(model, goals_of(model, [Tier.LEGAL]), Settings(10.0))
    assert isinstance(outcome, Solved)
    assert outcome.tiers[0].value == fewest


def test_who_is_absent_is_neither_called_nor_counted():
    board = board_of(2, absences=[absence("d0", MONDAY)])
    assert most(board, is_recall) == 1


def test_what_is_left_of_a_limit_is_each_one_s_own_and_never_below_nought():
    (group,) = board_of(3).lines
    bound = [(0b011, 5), (0b001, 4)]  # the first two have borne five, the first four more
    assert limits_of_members(group, 0b111, bound, 8, None) == [0, 3, 8]
    assert limits_of_members(group, 0b111, bound, 9, None) == [0, 4, 9]
    assert limits_of_members(group, 0b111, bound, 10, None) == [1, 5, 10]
    # Only those in the mask, each less what he has used.
    assert limits_of_members(group, 0b110, bound, 8, lambda one: int(one.id[1:])) == [2, 6]


def test_values_say_how_many_of_a_group_work_each_choice() -> None:
    board = board_of(3)
    (line,) = board.lines
    (choice,) = line.choices(MONDAY)
    worked = [("d0", choice), ("d2", choice), ("somebody else", choice)]
    assert board.values(worked) == {0: 2}
    assert board.values([]) == {0: 0}
