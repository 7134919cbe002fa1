"""Dealing by a small model, for a group whose counts single steps did not reach."""

from __future__ import annotations

from collections.abc import Mapping

from rosterctl.domain.tier import Tier
from rosterctl.planning.groups import Group
from rosterctl.planning.lines import Lines
from rosterctl.planning.named_board import NamedBoard
from rosterctl.planning.offers import Offers
from rosterctl.rules.board import Choice
from rosterctl.solver.linear import Linear, total, weighted_sum
from rosterctl.solver.model import Model
from rosterctl.solver.search import Settings, Solved, goals_of, minimise

SECONDS = 4.0


def deal_exactly(
    offers: Offers, board: NamedBoard, lines: Lines, group: Group, wanted: Mapping[Choice, int]
) -> bool:
    """Deals the whole group anew with the fewest heads missing; False if no better dealing was found.

    One yes or no for each officer and open choice, every limit of every officer, and for each choice at most
    its count; a missing head costs the minutes it would have been paid.
    """
    model = Model()
    works = {
        (officer.id, choice): model.integer(1)
        for officer in group.officers
        for choices in offers.open[officer.id].values()
        for choice in choices
        if wanted.get(choice, 0)
    }
    by_choice: dict[Choice, list[Linear]] = {choice: [] for choice in wanted}
    for (_, choice), chosen in works.items():
        by_choice[choice].append(chosen)
    for choice, count in wanted.items():
        there = total(by_choice[choice])
        model.require(there <= count)
        model.penalise(Tier.LEGAL, count - there, choice.paid)
    _limit(offers, board, group, works, model)
    solved = minimise(model, goals_of(model, [Tier.LEGAL]), Settings(SECONDS))
    if not isinstance(solved, Solved) or solved.tiers[0].value >= _missing(lines, group, wanted):
        return False
    for officer in group.officers:
        for day in board.days:
            lines.put(officer, day, None)
    for (name, choice), chosen in works.items():
        if solved.value(chosen):
            lines.put(offers.bureau.officers[name], choice.day, choice)
    return True


def _limit(
    offers: Offers,
    board: NamedBoard,
    group: Group,
    works: Mapping[tuple[str, Choice], Linear],
    model: Model,
) -> None:
    for officer in group.officers:
        for choices in offers.open[officer.id].values():
            several = [works[officer.id, choice] for choice in choices if (officer.id, choice) in works]
            if len(several) > 1:
                model.require(total(several) <= 1)
        for limit in board.limits[officer.id].limits:
            terms = [
                (works[officer.id, choice], coefficient)
                for choice, coefficient in limit.terms.items()
                if (officer.id, choice) in works
            ]
            if terms:
                model.require(weighted_sum(terms) <= limit.most)


def _missing(lines: Lines, group: Group, wanted: Mapping[Choice, int]) -> int:
    """Paid minutes of the heads that the lines now leave missing."""
    left = dict(wanted)
    for officer in group.officers:
        for choice in lines.worked(officer):
            if choice in left:
                left[choice] -= 1
    return sum(choice.paid * max(count, 0) for choice, count in left.items())
