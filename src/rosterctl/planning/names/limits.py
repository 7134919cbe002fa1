"""The board of the duties stage: every limit of every named officer, ready to be asked.

It holds numbers only, no solver: greedy choice and exchange ask it whether a change is lawful, and the model
of named officers (`planning.names.model`) is built from the same limits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.planning.rotation.menus import Days
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.model.board import Choice, Line
from rosterctl.rulekit.registry import Rule


@dataclass(frozen=True)
class SharedLine:
    """Officers of one team with the same open and fixed choices: one line, whose limits each of them has."""

    officers: tuple[Officer, ...]
    open: Days
    fixed: Days

    def choices(self, day: date) -> Sequence[Choice]:
        return self.open.get(day) or self.fixed.get(day, ())


@dataclass(frozen=True, slots=True)
class Limit:
    """The sum of coefficient over the choices worked is at most `most`; so says the rule with this id."""

    terms: Mapping[Choice, int]
    most: int
    rule: str


@dataclass
class OfficerLimits:
    """The limits of one officer, found by choice."""

    limits: list[Limit] = field(default_factory=list)
    by_choice: dict[Choice, list[int]] = field(default_factory=dict)

    def add(self, limit: Limit) -> None:
        place = len(self.limits)
        self.limits.append(limit)
        for choice in limit.terms:
            self.by_choice.setdefault(choice, []).append(place)


class NamedBoard:
    """A `rulekit.model.board.LineBoard` for some officers of a bureau. `rule` is the rule that speaks.

    `limits` has them by officer, `stated` all of them with the officer's id in the order in which the rules
    stated them. Officers with the same choices share a line, so that a rule is asked once for all of them;
    with `shared` off everybody has a line of their own, and `stated` goes from officer to officer.
    """

    def __init__(self, offers: Offers, officers: Sequence[Officer], *, shared: bool = True) -> None:
        self.rule = ""
        self.bureau: Bureau = offers.bureau
        self.horizon = offers.horizon
        self.days: Sequence[date] = tuple(offers.horizon)
        self.known_days: Sequence[date] = offers.known_days
        self.limits: dict[str, OfficerLimits] = {officer.id: OfficerLimits() for officer in officers}
        self.stated: list[tuple[str, Limit]] = []
        self.lines: Sequence[SharedLine] = _lines(offers, officers, shared)

    def at_most(
        self,
        line: Line,
        terms: Iterable[tuple[Choice, int]],
        limit: int,
        used: Callable[[Officer], int] | None = None,
    ) -> None:
        assert isinstance(line, SharedLine)
        open_: dict[Choice, int] = {}
        most: dict[date, int] = {}
        bound = 0
        for choice, coefficient in terms:
            if not coefficient:
                continue
            if choice.day in line.open:
                open_[choice] = coefficient
                if coefficient > most.get(choice.day, 0):
                    most[choice.day] = coefficient
            else:
                bound += coefficient
        reachable = sum(most.values())
        for officer in line.officers:
            left = max(limit - bound - (used(officer) if used else 0), 0)
            # A limit that the most of every open date does not reach says nothing.
            if reachable > left:
                limit_left = Limit(open_, left, self.rule)
                self.limits[officer.id].add(limit_left)
                self.stated.append((officer.id, limit_left))


def make_board(
    offers: Offers, officers: Sequence[Officer], rules: Sequence[Rule], *, shared: bool = True
) -> NamedBoard:
    """The board with every limit of these officers by all hard rules."""
    board = NamedBoard(offers, officers, shared=shared)
    for rule in rules:
        if rule.constrain and not rule.soft:
            board.rule = rule.id
            rule.constrain(board)
    return board


def _lines(offers: Offers, officers: Sequence[Officer], shared: bool) -> tuple[SharedLine, ...]:
    found: dict[tuple[object, ...], list[Officer]] = {}
    for officer in officers:
        alike = (
            officer.teams,
            officer.role,
            tuple(offers.open[officer.id].items()),
            tuple(offers.fixed[officer.id].items()),
        )
        found.setdefault(alike if shared else (officer.id,), []).append(officer)
    return tuple(
        SharedLine(tuple(same), offers.open[same[0].id], offers.fixed[same[0].id]) for same in found.values()
    )
