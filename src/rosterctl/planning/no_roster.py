"""Why there is no roster at all to hand out: the rules contradict each other, or time ran out too soon.

This module loads nothing but its words, so that whoever tells of it need not load the solver.
"""

from __future__ import annotations

from collections.abc import Iterable

from rosterctl.planning import wording
from rosterctl.wording import LISTED, say


class Contradiction(Exception):
    """Hard rules contradict each other, so that no roster is lawful; exit code 4.

    `units` are the ids of those for which that was proved, none where it is not known.
    """

    def __init__(self, units: Iterable[str] = ()) -> None:
        self.units = tuple(units)
        where = say(LISTED).join(self.units) or say(wording.THE_BUREAU)
        super().__init__(say(wording.CONTRADICTORY, where=where))


class NoTimeForAny(Exception):
    """The budget of so many seconds ended before there was any roster; exit code 5."""

    def __init__(self, seconds: float) -> None:
        super().__init__(say(wording.NO_TIME_FOR_ANY, seconds=seconds))
        self.seconds = seconds
