"""Stage 3, duties: named officers for the counts that stage 2 decided.

Everybody starts on the rotation. Then the counts are met date by date, each deviation going to the officer
who has borne least and may lawfully take it; last, officers of a kind exchange single dates as long as that
makes the roster fairer or grants a wish. Every step asks every limit, so the lines are lawful throughout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rosterctl.domain.officer import Officer
from rosterctl.planning.charges import Charges
from rosterctl.planning.groups import Group
from rosterctl.planning.lines import Lines
from rosterctl.planning.named_board import NamedBoard
from rosterctl.planning.offers import Offers
from rosterctl.rules.board import Choice
from rosterctl.rules.registry import Rule

Wanted = Mapping[Choice, int]

PASSES = 4


@dataclass(frozen=True)
class Undealt:
    """`missing` heads of a team could not lawfully be given to a choice."""

    unit: str
    team: str
    choice: Choice
    missing: int


def make_board(offers: Offers, officers: Sequence[Officer], rules: Sequence[Rule]) -> NamedBoard:
    board = NamedBoard(offers, officers)
    for rule in rules:
        constrain = rule.part("constrain")
        if constrain and not rule.soft:
            constrain(rule.options, board)
    return board


def deal(
    offers: Offers, board: NamedBoard, groups: Sequence[tuple[Group, Wanted]]
) -> tuple[Lines, list[Undealt]]:
    """Lines that meet the counts of each group as far as single steps reach, and what they do not reach."""
    lines = Lines(offers, board)
    undealt: list[Undealt] = []
    for group, counts in groups:
        for officer in group.officers:
            for day in board.days:
                plain = offers.plain(officer.id, day)
                if plain is not None and lines.may(officer, day, plain):
                    lines.put(officer, day, plain)
        for day in board.days:
            _release(lines, group, counts, day)
        for day in board.days:
            undealt.extend(_meet(lines, group, counts, day))
    return lines, undealt


def _release(lines: Lines, group: Group, wanted: Wanted, day: date) -> None:
    """Takes off the rotation whom the counts do not want on this date at all."""
    called = sum(wanted.get(choice, 0) for choice in group.open.get(day, ()))
    on = [officer for officer in group.officers if lines.at(officer, day) is not None]
    for officer in sorted(on, key=lambda one: _borne(lines, one), reverse=True)[: max(len(on) - called, 0)]:
        lines.put(officer, day, None)


def _meet(lines: Lines, group: Group, wanted: Wanted, day: date) -> list[Undealt]:
    """Moves officers between the choices of one date until each has its count."""
    menu = sorted(group.open.get(day, ()), key=lambda choice: (-choice.paid, choice.start, choice.unit))
    at: dict[Choice | None, list[Officer]] = {choice: [] for choice in (*menu, None)}
    for officer in group.officers:
        at[lines.at(officer, day)].append(officer)
    undealt = []
    for choice in menu:
        while len(at[choice]) < wanted.get(choice, 0):
            spare = [
                officer
                for source in (*menu, None)
                if source is None or len(at[source]) > wanted.get(source, 0)
                for officer in at[source]
                if source is not choice and lines.may(officer, day, choice)
            ]
            if not spare:
                missing = wanted.get(choice, 0) - len(at[choice])
                undealt.append(Undealt(group.unit, group.team, choice, missing))
                break
            officer = min(spare, key=lambda one: (_borne(lines, one), one.id))
            at[lines.at(officer, day)].remove(officer)
            lines.put(officer, day, choice)
            at[choice].append(officer)
    return undealt


def _borne(lines: Lines, officer: Officer) -> tuple[int, int]:
    """Recalls and minutes of everything but the rotation's own duty: who has least is asked first."""
    extra = [choice for choice in lines.worked(officer) if not choice.plain]
    return sum(choice.origin == "recall" for choice in extra), sum(choice.paid for choice in extra)


def exchange(lines: Lines, groups: Sequence[Group], charges: Charges, days: Sequence[date]) -> None:
    """Officers of one group swap single dates while that lowers (fairness, wishes) of the two together."""
    for group in groups:
        costs = {officer.id: charges.of(officer, lines.worked(officer)) for officer in group.officers}
        for _ in range(PASSES):
            dear = [officer for officer in group.officers if costs[officer.id] > (0, 0)]
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
