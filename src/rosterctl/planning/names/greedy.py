"""Stage 3, duties: named officers for the counts that stage 2 decided.

Everybody starts on the rotation. Then the counts are met date by date, each deviation going to the officer
who has borne least and may lawfully take it. Every step asks every limit, so the lines are lawful throughout.
`planning.names.local_search` then evens out what they bear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Origin
from rosterctl.planning.counts.groups import Group, GroupKey
from rosterctl.planning.names.exact import deal_exactly
from rosterctl.planning.names.limits import NamedBoard
from rosterctl.planning.names.lines import Lines
from rosterctl.planning.params import PARAMS
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.model.board import Choice
from rosterctl.solver.outcome import Allowance

_Wanted = Mapping[Choice, int]


@dataclass(frozen=True)
class Undealt:
    """`missing` heads of a group cannot lawfully be given to a choice; `rules` forbid it, worst first."""

    group: GroupKey
    choice: Choice
    missing: int
    rules: tuple[str, ...]

    @property
    def unit(self) -> str:
        return self.group[0]

    @property
    def team(self) -> str:
        return self.group[1]


def deal(
    offers: Offers, board: NamedBoard, groups: Sequence[tuple[Group, _Wanted]], allowed: Allowance
) -> tuple[Lines, list[Undealt]]:
    """Lines that meet the counts of each group as far as lawful lines can, and what they do not reach."""
    lines = Lines(offers, board)
    undealt: list[Undealt] = []
    for group, wanted in groups:
        if group.alone:
            _as_counted(lines, group, wanted)
            undealt.extend(_missing(lines, group, wanted))
            continue
        for officer in group.officers:
            for day in board.days:
                plain = offers.plain(officer.id, day)
                if plain is not None and lines.may(officer, day, plain):
                    lines.put(officer, day, plain)
        for day in board.days:
            _release(lines, group, wanted, day)
        for size in sorted({_size(choice) for choice in wanted}, reverse=True):
            for day in board.days:
                _meet(lines, group, wanted, day, size)
        settings = allowed.part(PARAMS.names.group_share, PARAMS.names.dealing_seconds)
        if settings.seconds and _missing(lines, group, wanted):
            deal_exactly(offers, board, lines, group, wanted, settings)
        undealt.extend(_missing(lines, group, wanted))
        _restore(offers, lines, group, board.days)
    return lines, undealt


def _as_counted(lines: Lines, group: Group, wanted: _Wanted) -> None:
    """What was counted for one officer alone is within every limit, and so is each part of it."""
    (officer,) = group.officers
    for choice in wanted:
        if lines.may(officer, choice.day, choice):
            lines.put(officer, choice.day, choice)


def _release(lines: Lines, group: Group, wanted: _Wanted, day: date) -> None:
    """Takes off the rotation whom the counts do not want on this date at all.

    One after the other is freed, so that the hours to spare for recalls are spread over all.
    """
    called = sum(wanted.get(choice, 0) for choice in group.open.get(day, ()))
    on = [officer for officer in group.officers if lines.at(officer, day) is not None]
    on.sort(key=lambda one: (-len(lines.worked(one)), one.id))
    for officer in on[: max(len(on) - called, 0)]:
        lines.put(officer, day, None)


def _restore(offers: Offers, lines: Lines, group: Group, days: Sequence[date]) -> None:
    """Whoever was freed for a recall that could not be dealt works the rotation after all."""
    for officer in group.officers:
        for day in days:
            plain = offers.plain(officer.id, day)
            if plain is not None and lines.at(officer, day) is None and lines.may(officer, day, plain):
                lines.put(officer, day, plain)


def _size(choice: Choice) -> tuple[bool, int]:
    """Recalls and long shifts are dealt first: what is small still fits into the hours that are left over."""
    return choice.origin is Origin.RECALL, choice.paid


def _meet(lines: Lines, group: Group, wanted: _Wanted, day: date, size: tuple[bool, int]) -> None:
    """Moves officers between the choices of one date until those of this size have their counts."""
    menu = sorted(group.open.get(day, ()), key=lambda choice: (-choice.paid, choice.start, choice.unit))
    at: dict[Choice | None, list[Officer]] = {choice: [] for choice in (*menu, None)}
    for officer in group.officers:
        at[lines.at(officer, day)].append(officer)
    for choice in menu:
        while _size(choice) == size and len(at[choice]) < wanted.get(choice, 0):
            spare = [
                officer
                for source in (*menu, None)
                if source is None or len(at[source]) > wanted.get(source, 0)
                for officer in at[source]
                if source is not choice and lines.may(officer, day, choice)
            ]
            if not spare:
                break
            officer = min(spare, key=lambda one: (_burden(lines, one, choice.origin), one.id))
            at[lines.at(officer, day)].remove(officer)
            lines.put(officer, day, choice)
            at[choice].append(officer)


def _burden(lines: Lines, officer: Officer, origin: Origin) -> tuple[int, ...]:
    """Who has least is asked first: least duties for a recall, least extra minutes for a long shift."""
    worked = lines.worked(officer)
    if origin is Origin.RECALL:
        return len(worked), sum(choice.origin is origin for choice in worked)
    return (sum(choice.paid for choice in worked if not choice.plain),)


def _missing(lines: Lines, group: Group, wanted: _Wanted) -> list[Undealt]:
    left = dict(wanted)
    for officer in group.officers:
        for choice in lines.worked(officer):
            left[choice] = left.get(choice, 0) - 1
    return [
        Undealt(group.key, choice, count, _in_the_way(lines, group, choice))
        for choice, count in left.items()
        if count > 0
    ]


def _in_the_way(lines: Lines, group: Group, choice: Choice) -> tuple[str, ...]:
    """The rules that keep members of the group from the choice, those that keep most of them first."""
    members = (one for place, one in enumerate(group.officers) if group.members(choice) >> place & 1)
    idle = (one for one in members if lines.at(one, choice.day) != choice)
    counts = Counter(rule for officer in idle for rule in set(lines.against(officer, choice.day, choice)))
    return tuple(sorted(counts, key=lambda rule: (-counts[rule], rule)))
