"""What is asked of a run."""

from __future__ import annotations

from dataclasses import dataclass

from rosterctl.planning.budget import Budget
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.horizon import Horizon

NODES = 2_000
"""Branches after which a reproducible search stops: far more than those of a usual bureau come to."""


@dataclass(frozen=True)
class Order:
    """The horizon, the time for the whole run, the seed.

    When `reproducible`, searches are limited by the number of their branches and not by time, so that the
    same bureau gives the same roster byte for byte; the budget then only guards against never ending.
    """

    horizon: Horizon
    budget: Budget
    seed: int = 0
    reproducible: bool = False

    def settings(self, seconds: float) -> Settings:
        """For one search that may take so many seconds of its own."""
        if self.reproducible:
            return Settings(self.budget.seconds, self.seed, NODES)
        return Settings(max(seconds, 0.0), self.seed)
