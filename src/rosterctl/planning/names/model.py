"""Dealing by a small model, for a group whose counts single steps did not reach."""

from __future__ import annotations

from collections.abc import Mapping

from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.names.limits import NamedBoard
from rosterctl.planning.names.lines import Lines
from rosterctl.planning.params import PARAMS
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.model.board import Choice
from rosterctl.solver.linear import Linear, total, weighted_sum
from rosterctl.solver.model import Model
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

    One yes or no for each officer and open choice, every limit of every officer, and for each choice but the
    plain ones at most its count. Whoever works on a date now works on it still: a long shift that cannot be
    dealt leaves a plain one, never a hole.
    """
    model = Model()
    works = {
        (officer.id, choice): model.integer(1)
        for officer in group.officers
        for choices in offers.open[officer.id].values()
        for choice in choices
        if choice.plain or wanted.get(choice, 0)
    }
    by_choice: dict[Choice, list[Linear]] = {}
    for (_, choice), chosen in works.items():
        by_choice.setdefault(choice, []).append(chosen)
    for choice, chosen_by in by_choice.items():
        if not choice.plain:
            there = total(chosen_by)
            model.require(there <= wanted[choice])
            model.penalise(Tier.LEGAL, wanted[choice] - there, WORTH[choice.origin])
    _limit(offers, board, lines, group, works, model)
    solved = minimise(model, goals_of(model, [Tier.LEGAL]), settings)
    if not isinstance(solved, Solved) or solved.tiers[0].value >= _missing(lines, group, wanted):
        return
    for officer in group.officers:
        for day in board.days:
            lines.put(officer, day, None)
    for (name, choice), chosen in works.items():
        if solved.value(chosen):
            lines.put(offers.bureau.officers[name], choice.day, choice)


def _limit(
    offers: Offers,
    board: NamedBoard,
    lines: Lines,
    group: Group,
    works: Mapping[tuple[str, Choice], Linear],
    model: Model,
) -> None:
    for officer in group.officers:
        for day, choices in offers.open[officer.id].items():
            several = [works[officer.id, choice] for choice in choices if (officer.id, choice) in works]
            if several:
                model.require(total(several) <= 1)
            now = lines.at(officer, day)
            if now is not None and now.origin is Origin.ROTATION:
                model.require(total(several) >= 1)
        for limit in board.limits[officer.id].limits:
            terms = [
                (works[officer.id, choice], coefficient)
                for choice, coefficient in limit.terms.items()
                if (officer.id, choice) in works
            ]
            if terms:
                model.require(weighted_sum(terms) <= limit.most)


def _missing(lines: Lines, group: Group, wanted: Mapping[Choice, int]) -> int:
    """The worth of the choices that the lines leave without their counts."""
    left = {choice: count for choice, count in wanted.items() if not choice.plain}
    for officer in group.officers:
        for choice in lines.worked(officer):
            if choice in left:
                left[choice] -= 1
    return sum(WORTH[choice.origin] * max(count, 0) for choice, count in left.items())
