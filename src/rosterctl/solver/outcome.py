"""What a search may take, and an outcome whose type says what may be read from it."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rosterctl.domain.tier import Tier
from rosterctl.solver.linear import Expression
from rosterctl.solver.params import SOLVER


@dataclass(frozen=True)
class Settings:
    """`seconds` is the budget of a call; `nodes` bounds the branches of each search, None for no bound.

    A search for the plan or for strength may end `gap`, a share of the cost, from the best.
    """

    seconds: float
    seed: int = 0
    nodes: int | None = None
    gap: float = 0.0


@dataclass(frozen=True)
class Allowance:
    """What several searches may take together, from now on."""

    settings: Settings
    began: float = field(default_factory=time.monotonic)

    def part(self, share: float, most: float = math.inf) -> Settings:
        """For one of them, a share of the seconds that are left, and no more than `most`.

        None are left for it where the share is less than a search takes at least. One whose branches are
        limited has no limit of time.
        """
        if self.settings.nodes is not None:
            return self.settings
        left = self.began + self.settings.seconds - time.monotonic()
        seconds = min(share * left, most)
        return replace(self.settings, seconds=seconds if seconds >= SOLVER.least_seconds else 0.0)

    def is_over(self) -> bool:
        """Are no seconds left? A search whose branches are limited has no limit of time."""
        return self.settings.nodes is None and time.monotonic() >= self.began + self.settings.seconds


@dataclass(frozen=True)
class TierOutcome:
    """The value reached in a tier, the proven lower bound, and the seconds spent on it.

    Two are equal that reach and prove the same, however long it took.
    """

    tier: Tier
    value: int
    bound: int
    seconds: float = field(compare=False)


@dataclass(frozen=True)
class Solved:
    """The values of the variables by number, and what each tier came to."""

    values: Sequence[int]
    tiers: tuple[TierOutcome, ...]

    def value(self, expression: Expression) -> int:
        if isinstance(expression, int):
            return expression
        terms = expression.terms.items()
        return int(expression.constant + sum(coefficient * self.values[name] for name, coefficient in terms))


@dataclass(frozen=True)
class Stuck:
    """Proved impossible."""


@dataclass(frozen=True)
class OutOfTime:
    """Nothing was found and nothing proved within the budget."""


Outcome = Solved | Stuck | OutOfTime
