"""What it counts to change a published duty: more the sooner it is, and twice on a day off."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.counts.line_board import CountBoard
from rosterctl.planning.params import PARAMS
from rosterctl.rulekit.model.board import Choice
from rosterctl.solver.linear import total
from rosterctl.solver.model import Model


def weight(bureau: Bureau, officer: Officer, day: date, today: date) -> int:
    """What it counts to change what the officer has published on a date."""
    ahead, weights = (day - today).days, PARAMS.repair
    soon = 1
    if ahead <= weights.week_days:
        soon = weights.soon_weight if ahead <= weights.soon_days else weights.week_weight
    return soon * (1 if bureau.plain_shift(officer, day) else weights.day_off)


def cost_published(
    board: CountBoard, model: Model, group: Group, line: Mapping[date, Choice | None], today: date
) -> None:
    """A cost on each open date for working anything else than `line` says."""
    for day, published in line.items():
        points = weight(board.bureau, group.officers[0], day, today)
        if published is not None:
            model.penalise(Tier.CHANGES, 1 - board.count(group, published), points)
        else:
            model.penalise(Tier.CHANGES, total(board.count(group, one) for one in group.open[day]), points)


def keep_at_work(board: CountBoard, model: Model, group: Group, days: Collection[date]) -> None:
    """Whoever may only fall back to the plain rotation on a date does that; a recall may be dropped."""
    for day, menu in group.open.items():
        if day not in days and any(choice.origin is Origin.ROTATION for choice in menu):
            model.require(total(board.count(group, choice) for choice in menu) >= 1)
