"""Who is on duty when, as heads that a cover board counts: numbers of a model, or named officers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.planning.counts.groups import Kind, kind_of, slots_of, told_apart
from rosterctl.rulekit.model.board import Choice, Expression, Stretch
from rosterctl.rulekit.registry import Rule
from rosterctl.timeline.clock import Instant


def presences_of(
    bureau: Bureau, rules: Sequence[Rule], worked: Iterable[tuple[str, Choice]]
) -> list[Presence]:
    """One head each."""
    slots, apart = slots_of(bureau), told_apart(bureau, rules)
    kinds = {officer.id: kind_of(officer, slots, apart) for officer in bureau.officers.values()}
    return [Presence(kinds[officer], bureau.officers[officer], choice, 1, 1) for officer, choice in worked]


Worked = tuple[str, Choice]
"""An officer's id and what they work."""


@dataclass(frozen=True, slots=True)
class Presence:
    """`count` officers of one kind work a choice; at most `most`. The count is an expression or a number."""

    kind: Kind
    officer: Officer
    choice: Choice
    count: Expression
    most: int


class Elsewhere(Protocol):
    """What units outside a model are taken to contribute to a strength target."""

    @property
    def cuts(self) -> Iterable[Instant]:
        """The instants at which it changes, in minutes since 1970-01-01 UTC."""

    def heads(self, target: StrengthTarget, stretch: Stretch) -> int: ...
