"""Officers: who they are, where they belong from date to date, and from when to when they are protected."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from rosterctl import wording
from rosterctl.domain.shift import Shift
from rosterctl.problems import NOWHERE, Place
from rosterctl.timeline.clock import DAY
from rosterctl.wording import say


class Role(StrEnum):
    """Sworn officer (民警) or auxiliary (辅警)."""

    SWORN = "sworn"
    AUXILIARY = "auxiliary"

    @property
    def words(self) -> str:
        return say(wording.ROLE_SWORN if self is Role.SWORN else wording.ROLE_AUXILIARY)


@dataclass(frozen=True, slots=True)
class Assignment:
    """Where an officer belongs from a date on, until the next assignment; `first` is None for the first one.

    `zone` is the home zone (the grid patrolled by habit), or empty.
    """

    unit: str
    team: str
    zone: str = ""
    first: date | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Officer:
    """One person. `assignments` are in order of their dates: a transfer begins the next.

    From `protected_from` until `protected_until`, both included, the officer works no nights and no
    overtime (pregnant from the seventh month, nursing a child under one year); both None if not protected.
    """

    id: str
    badge: str
    name: str
    role: Role
    rank: str
    assignments: tuple[Assignment, ...]
    leader: bool = False
    skills: frozenset[str] = frozenset()
    phone: str = ""
    joined: date | None = None
    left: date | None = None
    protected_from: date | None = None
    protected_until: date | None = None
    place: Place = field(default=NOWHERE, compare=False)

    def serves(self, day: date) -> bool:
        """Is on the roll on this date; `left` is the last day."""
        return (self.joined is None or self.joined <= day) and (self.left is None or day <= self.left)

    def on(self, day: date) -> Assignment:
        """Where the officer belongs on this date."""
        for assignment in reversed(self.assignments):
            if assignment.first is None or assignment.first <= day:
                return assignment
        return self.assignments[0]

    def moves(self, first: date, last: date) -> tuple[Assignment, ...]:
        """The assignments to another unit or team that begin after `first` and not after `last`."""
        return tuple(
            after
            for before, after in pairwise(self.assignments)
            if after.first is not None
            and first < after.first <= last
            and (before.unit, before.team) != (after.unit, after.team)
        )

    @property
    def teams(self) -> tuple[tuple[str, str, date | None], ...]:
        """Unit, team and first date of each assignment: who has the same belongs together on every date."""
        return tuple((one.unit, one.team, one.first) for one in self.assignments)

    def is_protected(self, day: date) -> bool:
        if self.protected_from is None and self.protected_until is None:
            return False
        return (self.protected_from or date.min) <= day <= (self.protected_until or date.max)

    def is_spared(self, day: date, shift: Shift) -> bool:
        """Is it a night from which the law keeps them, on its date or on that of the morning after?"""
        dates = (day, day + timedelta(days=1)) if shift.end > DAY else (day,)
        return shift.touches_night and any(map(self.is_protected, dates))
