"""The time for a whole run, from reading the bureau to the last written file."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from rosterctl.planning.params import PARAMS

Left = Callable[[], float]
"""The seconds left until some end; below zero when it is over."""


def processor_seconds() -> float:
    """Taken by this process, and by those of its children that have ended."""
    return sum(os.times()[:4])


class Cut(Exception):
    """The run was told to stop before its time."""


@dataclass
class Budget:
    """`seconds` from `started` (on the monotonic clock), of which `kept_back` are for audit and writing.

    Whoever sets `told_to_stop`, a signal handler say, ends the run where it next asks how much is left: a
    place where nothing is half done. `told_to_finish` ends what only makes the roster better: the rest of the
    run makes one of what is found. So does a `stall`: so many seconds in which nothing better was found, nor
    more proved, once every unit has been searched for.
    """

    seconds: float
    started: float = field(default_factory=time.monotonic)
    kept_back: float = 0.0
    told_to_stop: bool = False
    told_to_finish: bool = False
    stall: float = math.inf
    worked_before: float = field(default_factory=processor_seconds)
    _last_news: float = field(default=math.inf, init=False)

    def left(self) -> float:
        """Seconds that planning may still take; raises Cut."""
        if self.told_to_stop:
            raise Cut
        return self._for_planning()

    def expect_news(self) -> None:
        """Every unit has been searched for: from now on the run may stall."""
        self._last_news = self.spent()

    def news(self) -> None:
        """Something better was found, or more was proved."""
        if self._last_news < math.inf:
            self._last_news = self.spent()

    @property
    def finishing(self) -> bool:
        """Whether there is no more time for what only makes the roster better."""
        return self.told_to_finish or self.spent() - self._last_news > self.stall

    def keep_back(self, seconds: float) -> None:
        """Keeps so many for audit and writing, within reason."""
        self.kept_back = 0.0
        self.kept_back = self.within_reason(seconds)

    def within_reason(self, seconds: float) -> float:
        """So many seconds for later, but no more than a part of what planning has left.

        What they are reckoned from was measured on a machine that may have been busy just then. A run that is
        told to stop does not end here: what it has found is not handed out yet.
        """
        return min(seconds, PARAMS.time.most_kept * max(self._for_planning(), 0.0))

    def _for_planning(self) -> float:
        return self.seconds - self.kept_back - self.spent()

    def spent(self) -> float:
        return time.monotonic() - self.started

    def worked(self) -> float:
        """Processor seconds that this process has taken of it."""
        return processor_seconds() - self.worked_before

    def crowd(self) -> float:
        """How many times its processor time the run has taken so far: 1 where nothing else runs.

        Worth asking before it has children of its own at work.
        """
        return max(self.spent() / max(self.worked(), PARAMS.time.least_worked), 1.0)


@dataclass
class Pace:
    """Shares out what is left of a budget from now on, but for the seconds in `reserve`.

    `betters` is time for what only makes the roster better: there is none once the run is finishing.
    """

    budget: Budget
    reserve: float = 0.0
    betters: bool = False
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.budget.spent()

    def until(self, part: float) -> Left:
        """Seconds until `part` (0 to 1) of that time is over. More kept back shortens every part alike."""

        def left() -> float:
            now = self.budget.spent()
            end = now + self.budget.left() - self.reserve
            if self.betters and self.budget.finishing:
                return 0.0
            return self.began + part * (end - self.began) - now

        return left
