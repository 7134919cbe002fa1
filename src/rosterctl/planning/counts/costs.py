"""What counts cost beyond the rotation: changes, and hours above it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rosterctl.domain.accounts.tally import overtime_minutes
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.counts.line_board import CountBoard
from rosterctl.rulekit.model.board import Choice, Expression
from rosterctl.solver.linear import total
from rosterctl.solver.model import Model

LET_OFF, LENT = "let-off", "lent"
"""The labels of the two kinds of changes."""


def cost_changes(board: CountBoard, model: Model) -> None:
    """Officers present whom the rotation calls and who do not work their letter, and officers lent."""
    for group in board.lines:
        for day in board.days:
            called = _called(board, group, day)
            rotation = [
                (choice, board.count(group, choice))
                for choice in group.open.get(day, ())
                if choice.origin is Origin.ROTATION
            ]
            if called:
                model.penalise(Tier.CHANGES, called - total(count for _, count in rotation), 1, LET_OFF)
            lent = total(count for choice, count in rotation if choice.unit != group.home(day))
            model.penalise(Tier.CHANGES, lent, 1, LENT)


def _called(board: CountBoard, group: Group, day: date) -> int:
    """Members on the roll and not absent whom the rotation calls on this date, protected ones too."""
    if board.bureau.plain_shift(group.officers[0], day) is None:
        return 0
    return sum(board.bureau.is_present(officer, day) for officer in group.officers)


def cost_hours(bureau: Bureau, model: Model, counts: Iterable[tuple[Officer, Choice, Expression]]) -> None:
    """Paid minutes beyond the rotation, of a recall all: for each choice and how many officers like this."""
    for officer, choice, count in counts:
        shift = bureau.shifts[choice.shift]
        extra = overtime_minutes(bureau, officer, choice.day, shift, choice.origin)
        model.penalise(Tier.HOURS, count, extra)
