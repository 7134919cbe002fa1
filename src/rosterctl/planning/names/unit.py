"""Stage 3, duties: named officers for the counts of one unit, dealt, then made fair."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.names.accompaniment import Accompanied, Alone, let_off
from rosterctl.planning.names.costs import make_charges, points_of_lines
from rosterctl.planning.names.greedy import Undealt, deal
from rosterctl.planning.names.lacks import Lack
from rosterctl.planning.names.limits import make_board
from rosterctl.planning.names.local_search import even_out
from rosterctl.planning.names.more_heads import add_heads
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.outcome import Allowance, Settings


@dataclass(frozen=True)
class Named:
    """What the officers of a unit work, their points by tier, and the counts that could not be dealt.

    `bounds` are the fewest points by tier of all ways to deal what is worked (`planning.names.bounds`).
    """

    worked: tuple[Worked, ...]
    points: Mapping[Tier, int]
    undealt: tuple[Undealt, ...]
    bounds: Mapping[Tier, int] = field(default_factory=dict)


def name_officers(
    offers: Offers,
    rules: Sequence[Rule],
    counted: Sequence[tuple[Group, Mapping[Choice, int]]],
    peers: Sequence[Group],
    alone: Collection[Alone],
    lacks: Sequence[Lack],
    settings: Settings,
    tell: Callable[[Named], None],
) -> Named:
    """Stage 3: names for the counts of the groups of one unit, and more heads where its targets have
    `lacks`; nobody is left in `alone`.

    What is dealt is made fair among `peers`: the same groups, or larger ones where everybody is counted
    alone. `tell` hears of what was dealt, and of it with more heads, before it is made fair.
    """
    allowed = Allowance(settings)
    officers = [officer for group, _ in counted for officer in group.officers]
    board = make_board(offers, officers, rules)
    lines, undealt = deal(offers, board, counted, allowed)
    let_off(lines, officers, rules, alone)
    charges = make_charges(offers.bureau, offers.horizon, rules, lines, officers)

    def named(bounds: Mapping[Tier, int]) -> Named:
        return Named(tuple(lines.all()), points_of_lines(charges, lines, officers), tuple(undealt), bounds)

    def accompanied() -> Accompanied:
        return Accompanied(lines, officers, rules, alone)

    tell(named({}))
    if lacks:
        add_heads(offers, lines, counted, lacks, accompanied, allowed.is_over)
        charges = make_charges(offers.bureau, offers.horizon, rules, lines, officers)
        tell(named({}))
    return named(even_out(board, lines, peers, charges, allowed))
