"""What no dealing of the same counts can avoid: unfairness and refused wishes, by arithmetic.

The bounds hold for all ways to give what a group works on each date (so many of this choice, so many of
that one) to members of the group, each choice to somebody to whom it is open, one for each head and date.
Limits over several dates (rest, hours, nights in a row) are left out, so every lawful dealing of these
counts is among those ways. Fair shares follow from what the peers bear together, the same in all of them.

Where everybody to whom the choices of a date are open is needed, each bears the least of those open to
them: the rotation forces it. The rest goes to whoever has room up to their share; how much that is at most is
a flow from dates to officers, and what does not flow is above somebody's share. Burdens are taken one by one
and their bounds added up, so a dealing that reaches the sum need not exist.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import gcd

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.names.costs import Charges
from rosterctl.planning.names.lines import Lines
from rosterctl.rulekit.burdens import BLOCK, burdens_of
from rosterctl.rulekit.model.board import Choice, FairShares
from rosterctl.solver.flow import most_within


@dataclass(frozen=True)
class Dealt:
    """What a group works on one date: how many of each choice, and which of them are open to a member.

    `takers` are the members, by place in the group, to whom any of the choices is open.
    """

    counts: Mapping[Choice, int]
    takers: Mapping[int, tuple[Choice, ...]]

    @property
    def heads(self) -> int:
        return sum(self.counts.values())

    @property
    def all_needed(self) -> bool:
        return self.heads == len(self.takers)


def dealt_to(lines: Lines, group: Group, days: Sequence[date]) -> dict[date, Dealt]:
    """The dates on which anybody of the group works."""
    found = {}
    for day in days:
        at = Counter(lines.at(officer, day) for officer in group.officers)
        masks = {choice: mask for choice, mask in group.open.get(day, {}).items() if choice in at}
        if not masks:
            continue
        takers = {}
        for place in range(len(group.officers)):
            if mine := tuple(choice for choice, mask in masks.items() if mask >> place & 1):
                takers[place] = mine
        found[day] = Dealt({choice: at[choice] for choice in masks}, takers)
    return found


def least_unfairness(
    weights: Mapping[str, int],
    bureau: Bureau,
    group: Group,
    dealt: Sequence[Dealt],
    shares: Sequence[FairShares],
) -> int:
    """A lower bound of the members' points of fairness together.

    `weights` by burden as in `Charges`, `shares` in the order of the members.
    """
    if any(one.fair is None for one in shares):
        return 0
    tallies = {
        choice: burdens_of(bureau, group.officers[0], choice) for one in dealt for choice in one.counts
    }
    points = 0
    for burden, weight in weights.items():
        amounts = {choice: getattr(tally, burden) for choice, tally in tallies.items()}
        block = BLOCK.get(burden, 1)
        unit = gcd(block, *amounts.values())
        room = [_room(one, burden, block, unit) for one in shares]
        points += weight * -(-_least_beyond(dealt, amounts, room) // block)
    return points


def _room(shares: FairShares, burden: str, block: int, unit: int) -> int:
    """How much the officer may bear at no cost, in whole `unit`s; negative where the ledger passes the share.

    The largest that stays less than a whole `block` above the share. What goes n beyond it costs n / `block`
    at the least, because `unit` divides `block` and whatever they may bear.
    """
    left: int = getattr(shares.fair, burden) + block - 1 - getattr(shares.carried, burden)
    return left - left % unit


def _least_beyond(dealt: Sequence[Dealt], amounts: Mapping[Choice, int], room: list[int]) -> int:
    """The least that the officers together bear beyond their room, which is lessened by what is forced."""
    needs, most = [], []
    for one in dealt:
        need = sum(amounts[choice] * count for choice, count in one.counts.items())
        if not need:
            continue
        open_ = {place: [amounts[choice] for choice in choices] for place, choices in one.takers.items()}
        forced = {place: min(several) if one.all_needed else 0 for place, several in open_.items()}
        for place, amount in forced.items():
            room[place] -= amount
        needs.append(need - sum(forced.values()))
        most.append({place: max(several) - forced[place] for place, several in open_.items()})
    within = most_within(needs, most, [max(left, 0) for left in room])
    return sum(needs) - within - sum(left for left in room if left < 0)


def least_refused(charges: Charges, group: Group, dealt: Sequence[Dealt]) -> int:
    """A lower bound of the members' points of wishes together, each date by itself.

    Those work on a date whose wishes it costs least, whatever that does to other dates and to fairness.
    """
    wishing = {
        place: officer
        for place, officer in enumerate(group.officers)
        if officer.id in charges.bureau.wishes_by_officer
    }
    idle = {place: charges.wishes(officer, ()) for place, officer in wishing.items()}
    points = sum(idle.values())
    for one in dealt:
        added = [
            min(charges.wishes(wishing[place], [choice]) - idle[place] for choice in choices)
            if place in wishing
            else 0
            for place, choices in one.takers.items()
        ]
        points += sum(sorted(added)[: one.heads])
    return points
