"""What counts cost beyond the rotation: a point for each head let off or lent, a minute for each above it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.costs import cost_changes, cost_hours
from rosterctl.planning.counts.groups import make_groups
from rosterctl.planning.counts.line_board import CountBoard
from rosterctl.planning.knowledge import Knowledge
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Solved
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, absence, officer, small_bureau, unit

SUNDAY = MONDAY - timedelta(days=1)


def cost(tier: Tier, worked: dict[tuple[str, str], int], **bureau: Any) -> int:
    """What it costs on Monday that so many work these shifts in these units."""
    known = Knowledge(small_bureau(**bureau), Horizon(MONDAY, 1))
    groups = make_groups(known.offers, known.rules, known.bureau.units, frozenset([MONDAY]))
    model = Model()
    board = CountBoard(known.offers, groups, model, release=[MONDAY])
    cost_changes(board, model)
    counts = ((group.officers[0], choice, count) for (group, choice), count in board.counts.items())
    cost_hours(known.bureau, model, counts)
    values = [0] * len(model.bounds)
    for (_, choice), count in board.counts.items():
        (variable,) = count.terms
        values[variable] = worked.pop((choice.shift, choice.unit), 0)
    assert worked == {}
    return Solved(values, ()).value(model.cost(tier))


TWO = [officer("a", "A"), officer("b", "A")]
LETTERS = {"D": ("day", "overlap-evening")}


@pytest.mark.parametrize(
    ("worked", "changes"),
    [
        ({("day", "U1"): 2}, 0),  # both are called, both come
        ({("day", "U1"): 1, ("overlap-evening", "U1"): 1}, 0),  # a longer shift of the letter is no change
        ({("day", "U1"): 1}, 1),  # one is let off
        ({}, 2),
    ],
)
def test_each_head_let_off_is_a_change(worked: dict[tuple[str, str], int], changes: int) -> None:
    assert cost(Tier.CHANGES, worked, officers=TWO, units=[unit(shifts=LETTERS)]) == changes


def test_each_head_lent_is_a_change() -> None:
    units = [unit("U1"), unit("U2", borrows_from=("U1",))]
    assert cost(Tier.CHANGES, {("day", "U1"): 1, ("day", "U2"): 1}, officers=TWO, units=units) == 1


def test_a_recall_is_no_change() -> None:
    people = [officer("d", "D")]
    assert cost(Tier.CHANGES, {("day", "U1"): 1}, officers=people, units=[unit(recalls=("day",))]) == 0


def test_who_is_away_is_not_let_off() -> None:
    assert cost(Tier.CHANGES, {("day", "U1"): 1}, officers=TWO, absences=[absence("a", MONDAY)]) == 0


def test_who_may_not_work_the_letter_is_let_off_all_the_same() -> None:
    """Protected officers of B are called for the night and work nothing: a change that nothing can avoid."""
    protected = officer("p", "B", protected_from=MONDAY)
    assert cost(Tier.CHANGES, {}, officers=[protected], rules={"protected": {}}) == 1


@pytest.mark.parametrize(
    ("worked", "minutes"),
    [
        ({("day", "U1"): 2}, 0),
        ({("overlap-both", "U1"): 1}, 240),  # 17-33 is sixteen hours, the night of the rotation twelve
        ({("peak-evening", "U1"): 1}, 0),  # a shorter one earns nothing back
    ],
)
def test_hours_beyond_the_plain_shift_are_paid(worked: dict[tuple[str, str], int], minutes: int) -> None:
    people = [officer("a", "A"), officer("a2", "A"), officer("b", "B")]
    letters = {"N": ("night", "overlap-both", "peak-evening")}
    assert cost(Tier.HOURS, worked, officers=people, units=[unit(shifts=letters)]) == minutes


def test_a_recall_is_paid_whole_for_each_head() -> None:
    people = [officer("d", "D"), officer("d2", "D")]
    units = [unit(recalls=("peak-evening",))]
    assert cost(Tier.HOURS, {("peak-evening", "U1"): 2}, officers=people, units=units) == 240
