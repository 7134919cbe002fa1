"""Stage 3, duties, last step: the lines of each group are made as fair as they can be, then wishes granted.

What dealing gave is set beside what arithmetic says cannot be avoided. A group above that in fairness is
dealt anew by a small model; where wishes are refused that might be granted, officers exchange single dates as
long as (fairness, wishes) of the two together falls.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rosterctl.domain.people.officer import Officer
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.names.bounds import dealt_to, least_refused, least_unfairness
from rosterctl.planning.names.costs import Charges, points_of_lines
from rosterctl.planning.names.fair import deal_fairly
from rosterctl.planning.names.limits import NamedBoard
from rosterctl.planning.names.lines import Lines
from rosterctl.planning.params import PARAMS
from rosterctl.solver.outcome import Allowance


def even_out(
    board: NamedBoard, lines: Lines, groups: Sequence[Group], charges: Charges, allowed: Allowance
) -> dict[Tier, int]:
    """Exchanges within each group; returns bounds of the points of all groups together by tier.

    They hold for every lawful way to deal to each group what its officers work, and need no more: whatever
    the tiers above came to, and where counts could not be dealt, for what was dealt in the end.
    """
    bounds = {Tier.FAIRNESS: 0, Tier.WISHES: 0}
    for group in groups:
        dealt = dealt_to(lines, group, board.days)
        each = list(dealt.values())
        shares = [charges.shares[officer.id] for officer in group.officers]
        fair = least_unfairness(charges.weights, charges.bureau, group, each, shares)
        refused = least_refused(charges, group, each)
        points = points_of_lines(charges, lines, group.officers)
        settings = allowed.part(PARAMS.names.group_share, PARAMS.names.fairness_seconds)
        if settings.seconds and points[Tier.FAIRNESS] > fair:
            fair = max(fair, deal_fairly(board, lines, group, dealt, charges, settings))
            points = points_of_lines(charges, lines, group.officers)
        if points[Tier.FAIRNESS] > fair or points[Tier.WISHES] > refused:
            exchange(lines, group, charges, board.days, fair)
        bounds[Tier.FAIRNESS] += fair
        bounds[Tier.WISHES] += refused
    return bounds


def exchange(lines: Lines, group: Group, charges: Charges, days: Sequence[date], fair: int) -> None:
    """Officers of a group swap single dates while that lowers (fairness, wishes) of the two together.

    Below `fair` points of fairness the group cannot come; once there, only wishes are worth a look.
    """
    costs = {officer.id: charges.of(officer, lines.worked(officer)) for officer in group.officers}
    for _ in range(PARAMS.names.exchange_passes):
        unfair = sum(points for points, _ in costs.values()) > fair
        dear = [
            officer for officer in group.officers if costs[officer.id][1] or (unfair and costs[officer.id][0])
        ]
        improved = [_relieve(lines, group, officer, charges, costs, days) for officer in dear]
        if not any(improved):
            break


def _relieve(
    lines: Lines,
    group: Group,
    officer: Officer,
    charges: Charges,
    costs: dict[str, tuple[int, int]],
    days: Sequence[date],
) -> bool:
    improved = False
    for day in days:
        for other in group.officers:
            mine, theirs = lines.at(officer, day), lines.at(other, day)
            if other is officer or mine == theirs or not _swap(lines, officer, other, day):
                continue
            now = [charges.of(one, lines.worked(one)) for one in (officer, other)]
            if _sum(now) < _sum([costs[officer.id], costs[other.id]]):
                costs[officer.id], costs[other.id] = now
                improved = True
            else:
                lines.put(officer, day, mine)
                lines.put(other, day, theirs)
    return improved


def _swap(lines: Lines, one: Officer, other: Officer, day: date) -> bool:
    """Both take the other's choice of the date, if both may; otherwise nothing changes."""
    mine, theirs = lines.at(one, day), lines.at(other, day)
    if not (lines.may(one, day, theirs) and lines.may(other, day, mine)):
        return False
    lines.put(one, day, theirs)
    lines.put(other, day, mine)
    return True


def _sum(costs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(fairness for fairness, _ in costs), sum(wishes for _, wishes in costs)
