"""The one model of named officers: which of the choices open to each do they work, within every limit?

Dealing counts exactly (`names.exact`), dealing as fairly as can be (`names.fair`) and repairing a published
roster (`repair.model`) are this model; they differ in what is open, in what it costs and in what else is
required. All limits come from a `NamedBoard`, so they are those that greedy choice and exchanges ask too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rosterctl.planning.names.limits import Limit, NamedBoard
from rosterctl.rulekit.model.board import Choice, Expression
from rosterctl.solver.linear import Linear, rounded_sums, total, weighted_sum
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Solved


class NamedModel:
    """A yes or no for every officer and choice that is offered to them; the callers add costs to `model`.

    `works` has them by officer id, each officer's in the order in which they were offered. Of several best
    answers the solver gives the one that variables and rows lead it to first, so it is the callers who say
    in which order they are made: the same calls in the same order give the same roster.
    """

    def __init__(self, board: NamedBoard) -> None:
        self.bureau = board.bureau
        self.model = Model()
        self.works: dict[str, dict[Choice, Linear]] = {officer: {} for officer in board.limits}
        self._board = board
        self._by_date: dict[tuple[str, date], list[Linear]] = {}
        self._by_choice: dict[Choice, list[Linear]] = {}

    def offer(self, officer: str, choices: Iterable[Choice]) -> None:
        """Leaves open to the officer whether they work each of these."""
        for choice in dict.fromkeys(choices):
            yes = self.works[officer][choice] = self.model.integer(1)
            self._by_date.setdefault((officer, choice.day), []).append(yes)
            self._by_choice.setdefault(choice, []).append(yes)

    def count(self, officer: str, choice: Choice) -> Expression:
        """1 if the officer works the choice; 0 as well where it was not offered."""
        return self.works[officer].get(choice, 0)

    def on(self, officer: str, day: date) -> Expression:
        """How many of the choices that were offered the officer works on a date."""
        return total(self._by_date.get((officer, day), ()))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What was offered to anybody, in the order in which it first was."""
        return tuple(self._by_choice)

    def heads(self, choice: Choice) -> Expression:
        """How many officers work the choice."""
        return total(self._by_choice.get(choice, ()))

    def one_a_date(self, officer: str, day: date) -> None:
        """At most one choice on this date; the rules say so too, but not where nothing follows from it."""
        self.model.require(self.on(officer, day) <= 1)

    def keep_limits(self, officer: str, fixed: Sequence[Choice] = ()) -> None:
        """Every limit of the officer, who works what is `fixed` besides what was offered."""
        for limit in self._board.limits[officer].limits:
            terms = self._terms(officer, limit)
            if terms:
                used = sum(limit.terms.get(choice, 0) for choice in fixed)
                self.model.require(weighted_sum(terms) <= limit.most - used)

    def keep_all_limits(self) -> None:
        """Every limit of everybody in the order of the rules; all that the board has open was offered.

        Each is rounded as for the counts: a repair has weeks of many officers open and promises a proven
        bound, which its relaxation mostly gives then. The groups that are dealt anew need no such help.
        """
        for officer, limit in self._board.stated:
            for condition in rounded_sums(self._terms(officer, limit), [limit.most]):
                self.model.require(condition)

    def _terms(self, officer: str, limit: Limit) -> list[tuple[Expression, int]]:
        works = self.works[officer]
        return [
            (works[choice], coefficient) for choice, coefficient in limit.terms.items() if choice in works
        ]

    def worked(self, solved: Solved) -> Iterator[tuple[str, Choice]]:
        """What everybody works of what was offered to them, by officer id."""
        for officer, mine in self.works.items():
            for choice, yes in mine.items():
                if solved.value(yes):
                    yield officer, choice
