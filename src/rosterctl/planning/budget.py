"""The time for a whole run, from reading the bureau to the last written file."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

Left = Callable[[], float]
"""The seconds left until some end; below zero when it is over."""


@dataclass
class Budget:
    """`seconds` from `started` (on the monotonic clock), of which `kept_back` are for audit and writing."""

    seconds: float
    started: float = field(default_factory=time.monotonic)
    kept_back: float = 0.0

    def left(self) -> float:
        """Seconds that planning may still take."""
        return self.seconds - self.kept_back - self.spent()

    def spent(self) -> float:
        return time.monotonic() - self.started


@dataclass
class Pace:
    """Shares out what is left of a budget from now on."""

    budget: Budget
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.budget.spent()

    def until(self, part: float) -> Left:
        """Seconds until `part` (0 to 1) of that time is over. More kept back shortens every part alike."""

        def left() -> float:
            end = self.budget.seconds - self.budget.kept_back
            return self.began + part * (end - self.began) - self.budget.spent()

        return left
