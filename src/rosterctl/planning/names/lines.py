"""What named officers work so far, and whether one of them may work something else instead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rosterctl.domain.people.officer import Officer
from rosterctl.planning.names.limits import NamedBoard, OfficerLimits
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.model.board import Choice


class Lines:
    """One choice or none for each officer and date, always within every limit."""

    def __init__(self, offers: Offers, board: NamedBoard) -> None:
        self._offers = offers
        self._limits = board.limits
        self._worked: dict[str, dict[date, Choice]] = {officer: {} for officer in board.limits}
        self._loads = {officer: [0] * len(limits.limits) for officer, limits in board.limits.items()}

    def at(self, officer: Officer, day: date) -> Choice | None:
        return self._worked[officer.id].get(day)

    def worked(self, officer: Officer) -> list[Choice]:
        """The officer's choices in order of their dates."""
        mine = self._worked[officer.id]
        return [mine[day] for day in sorted(mine)]

    def may(self, officer: Officer, day: date, choice: Choice | None) -> bool:
        """Is `choice` instead of what stands now open to the officer and within every limit?"""
        if choice is None:
            return True
        if choice not in self._offers.open[officer.id].get(day, ()):
            return False
        return next(self.against(officer, day, choice), None) is None

    def against(self, officer: Officer, day: date, choice: Choice) -> Iterator[str]:
        """The rules whose limits the officer would pass by working `choice` instead of what stands now."""
        limits, loads = self._limits[officer.id], self._loads[officer.id]
        now = self.at(officer, day)
        for place in limits.by_choice.get(choice, ()):
            limit = limits.limits[place]
            freed = limit.terms.get(now, 0) if now is not None else 0
            if loads[place] - freed + limit.terms[choice] > limit.most:
                yield limit.rule

    def put(self, officer: Officer, day: date, choice: Choice | None) -> None:
        """Works `choice` (nothing if None) on a date; the caller has asked `may`."""
        mine, limits, loads = self._worked[officer.id], self._limits[officer.id], self._loads[officer.id]
        now = mine.pop(day, None)
        if now is not None:
            _add(limits, loads, now, -1)
        if choice is not None:
            mine[day] = choice
            _add(limits, loads, choice, 1)

    def all(self) -> Iterator[tuple[str, Choice]]:
        for officer, mine in self._worked.items():
            for day in sorted(mine):
                yield officer, mine[day]


def _add(limits: OfficerLimits, loads: list[int], choice: Choice, sign: int) -> None:
    for place in limits.by_choice.get(choice, ()):
        loads[place] += sign * limits.limits[place].terms[choice]
