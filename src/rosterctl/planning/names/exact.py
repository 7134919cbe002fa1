"""Dealing by a small model, for a group whose counts single steps did not reach."""

from __future__ import annotations

from collections.abc import Mapping

from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.names.limits import NamedBoard
from rosterctl.planning.names.lines import Lines
from rosterctl.planning.names.model import NamedModel
from rosterctl.planning.params import PARAMS
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.model.board import Choice
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import goals_of, minimise

WORTH = {Origin.RECALL: PARAMS.names.recall_worth, Origin.ROTATION: PARAMS.names.long_shift_worth}
"""A recall stands for a whole head, a long shift for its two or four hours."""


def deal_exactly(
    offers: Offers,
    board: NamedBoard,
    lines: Lines,
    group: Group,
    wanted: Mapping[Choice, int],
    settings: Settings,
) -> None:
    """Deals the whole group anew with the fewest heads missing, if that is better than what stands.

    Every open choice is offered but those that the counts do not ask for, and of each but the plain ones at
    most its count is worked. Whoever works on a date now works on it still: a long shift that cannot be dealt
    leaves a plain one, never a hole.
    """
    named = NamedModel(board)
    for officer in group.officers:
        for choices in offers.open[officer.id].values():
            named.offer(officer.id, (one for one in choices if one.plain or wanted.get(one, 0)))
    for choice in named.choices:
        if not choice.plain:
            there = named.heads(choice)
            named.model.require(there <= wanted[choice])
            named.model.penalise(Tier.LEGAL, wanted[choice] - there, WORTH[choice.origin])
    for officer in group.officers:
        for day in offers.open[officer.id]:
            named.one_a_date(officer.id, day)
            now = lines.at(officer, day)
            if now is not None and now.origin is Origin.ROTATION:
                named.model.require(named.on(officer.id, day) >= 1)
        named.keep_limits(officer.id)
    solved = minimise(named.model, goals_of(named.model, [Tier.LEGAL]), settings)
    if not isinstance(solved, Solved) or solved.tiers[0].value >= _missing(lines, group, wanted):
        return
    for officer in group.officers:
        for day in board.days:
            lines.put(officer, day, None)
    for name, choice in named.worked(solved):
        lines.put(offers.bureau.officers[name], choice.day, choice)


def _missing(lines: Lines, group: Group, wanted: Mapping[Choice, int]) -> int:
    """The worth of the choices that the lines leave without their counts."""
    left = {choice: count for choice, count in wanted.items() if not choice.plain}
    for officer in group.officers:
        for choice in lines.worked(officer):
            if choice in left:
                left[choice] -= 1
    return sum(WORTH[choice.origin] * max(count, 0) for choice, count in left.items())
