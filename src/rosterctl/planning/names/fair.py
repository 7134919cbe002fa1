"""Dealing what a group works to its members anew by a small model, as fairly as lawful lines can be.

It is asked only for a group whose points pass the bound of arithmetic. Then it settles the matter: limits
over several dates (hours, rest) or duties too large to be halved may force more than the burdens one by one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rosterctl.domain.people.officer import Officer
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.names.bounds import Dealt
from rosterctl.planning.names.costs import Charges, points_of_lines
from rosterctl.planning.names.limits import NamedBoard
from rosterctl.planning.names.lines import Lines
from rosterctl.planning.names.model import NamedModel
from rosterctl.rulekit.burdens import BLOCK, burdens_of
from rosterctl.rulekit.model.board import Choice
from rosterctl.solver.linear import Linear, weighted_sum
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import goals_of, minimise

Yes = Mapping[Choice, Linear]
"""For each choice open to an officer on the dates that leave anything to decide: do they work it?"""


def deal_fairly(
    board: NamedBoard,
    lines: Lines,
    group: Group,
    dealt: Mapping[date, Dealt],
    charges: Charges,
    settings: Settings,
) -> int:
    """Deals anew if that is fairer, or as fair with fewer wishes refused; returns a bound of the unfairness.

    The bound holds for every way to give the same choices to members to whom they are open within every
    limit of each: it is the optimum if there was time to prove it.
    """
    named = _offered(board, group, dealt)
    for officer in group.officers:
        mine = named.works[officer.id]
        decided = {choice.day for choice in mine}
        fixed = [choice for choice in lines.worked(officer) if choice.day not in decided]
        named.keep_limits(officer.id, fixed)
        _charge_fairness(named.model, charges, officer, mine, fixed)
        _charge_wishes(named.model, charges, officer, mine, fixed)
    solved = minimise(named.model, goals_of(named.model, [Tier.FAIRNESS, Tier.WISHES]), settings)
    if not isinstance(solved, Solved):
        return 0
    now = points_of_lines(charges, lines, group.officers)
    if [tier.value for tier in solved.tiers] < [now[tier.tier] for tier in solved.tiers]:
        for officer in group.officers:
            for day in {choice.day: None for choice in named.works[officer.id]}:
                lines.put(officer, day, None)
        for name, choice in named.worked(solved):
            lines.put(charges.bureau.officers[name], choice.day, choice)
    return solved.tiers[0].bound


def _offered(board: NamedBoard, group: Group, dealt: Mapping[date, Dealt]) -> NamedModel:
    """Every date on which there is anything to decide is open, and every choice keeps its count."""
    named = NamedModel(board)
    for day, one in dealt.items():
        if one.all_needed and len(one.counts) == 1:
            continue
        for place, choices in one.takers.items():
            officer = group.officers[place]
            named.offer(officer.id, choices)
            named.one_a_date(officer.id, day)
        for choice, count in one.counts.items():
            named.model.require(named.heads(choice).equals(count))
    return named


def _charge_fairness(
    model: Model, charges: Charges, officer: Officer, mine: Yes, fixed: Sequence[Choice]
) -> None:
    """Of every burden the whole blocks above the share, as a number that is at least that."""
    shares = charges.shares[officer.id]
    if shares.fair is None:
        return
    counted = {choice: burdens_of(charges.bureau, officer, choice) for choice in mine}
    borne = sum((burdens_of(charges.bureau, officer, choice) for choice in fixed), shares.carried)
    for burden, weight in charges.weights.items():
        block = BLOCK.get(burden, 1)
        beyond = getattr(borne, burden) - getattr(shares.fair, burden)
        load = weighted_sum((chosen, getattr(counted[choice], burden)) for choice, chosen in mine.items())
        most = sum(getattr(tally, burden) for tally in counted.values())
        if beyond + most < block:
            continue
        if not most:
            model.penalise(Tier.FAIRNESS, beyond // block, weight)
            continue
        blocks = model.integer((beyond + most) // block)
        model.require(load - block * blocks <= block - 1 - beyond)
        model.penalise(Tier.FAIRNESS, blocks, weight)


def _charge_wishes(
    model: Model, charges: Charges, officer: Officer, mine: Yes, fixed: Sequence[Choice]
) -> None:
    """Wishes are about single dates, so what each choice adds is added up."""
    if officer.id not in charges.bureau.wishes_by_officer:
        return
    rest = charges.wishes(officer, fixed)
    model.penalise(Tier.WISHES, rest, 1)
    for choice, chosen in mine.items():
        model.penalise(Tier.WISHES, chosen, charges.wishes(officer, [*fixed, choice]) - rest)
