"""What counts cost beyond the rotation: changes, and hours above it."""

from __future__ import annotations

from datetime import date

from rosterctl.domain.accounts.tally import overtime_minutes
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.counts.line_board import CountBoard
from rosterctl.solver.linear import total
from rosterctl.solver.model import Model


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
                model.penalise(Tier.CHANGES, called - total(count for _, count in rotation), 1)
            lent = total(count for choice, count in rotation if choice.unit != group.home(day))
            model.penalise(Tier.CHANGES, lent, 1)


def _called(board: CountBoard, group: Group, day: date) -> int:
    """Members on the roll and not absent whom the rotation calls on this date, protected ones too."""
    if board.bureau.plain_shift(group.officers[0], day) is None:
        return 0
    return sum(board.bureau.is_present(officer, day) for officer in group.officers)


def cost_hours(board: CountBoard, model: Model) -> None:
    """Paid minutes beyond the rotation; of a recall all."""
    for (group, choice), count in board.counts.items():
        shift = board.bureau.shifts[choice.shift]
        extra = overtime_minutes(board.bureau, group.officers[0], choice.day, shift, choice.origin)
        model.penalise(Tier.HOURS, count, extra)
