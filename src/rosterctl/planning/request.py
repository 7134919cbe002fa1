"""What is asked of a run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rosterctl.domain.tier import TierResult
from rosterctl.planning.budget import Budget
from rosterctl.planning.params import PARAMS
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True)
class Request:
    """The horizon, the time for the whole run, the seed, and the gap that is good enough.

    Plan and strength are counted until they are proved to be within `gap`, a share of the cost, of the best;
    the planner's own gaps, where they are wider, count in any case.

    When `reproducible`, searches are limited by the number of their branches and not by time, so that the
    same bureau gives the same roster byte for byte; the budget then only guards against never ending.
    """

    horizon: Horizon
    budget: Budget
    seed: int = 0
    reproducible: bool = False
    gap: float = 0.0

    def settings(self, seconds: float) -> Settings:
        """For one search that may take so many seconds of its own."""
        if self.reproducible:
            return Settings(self.budget.seconds, self.seed, PARAMS.time.nodes)
        return Settings(max(seconds, 0.0), self.seed)

    def settings_of_counts(self, seconds: float) -> Settings:
        """The same for counts, whose gap may be good enough."""
        return replace(self.settings(seconds), gap=self.gap)


@dataclass(frozen=True)
class Progress:
    """`done` of `of` parts (`what`: units, blocks) of a stage; `seconds` since the start, `left` to the end.

    `tiers` is what the parts that are done come to so far, if the stage knows.
    """

    stage: str
    done: int
    of: int
    what: str
    seconds: float
    left: float
    tiers: tuple[TierResult, ...] = ()


Hear = Callable[[Progress], None]


def nobody(step: Progress) -> None:
    """Hears and says nothing."""
