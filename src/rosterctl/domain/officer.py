"""Officers, their absences, protections and wishes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rosterctl.problems import NOWHERE, Place


class Role(StrEnum):
    SWORN = "sworn"
    AUXILIARY = "auxiliary"


@dataclass(frozen=True, slots=True)
class Officer:
    """One person. `zone` is the officer's home zone (the grid patrolled by habit), or empty.

    From `protected_from` until `protected_until`, both included, the officer works no nights and no
    overtime (pregnant from the seventh month, nursing a child under one year); both None if not protected.
    """

    id: str
    badge: str
    name: str
    role: Role
    rank: str
    unit: str
    team: str
    leader: bool = False
    skills: frozenset[str] = frozenset()
    zone: str = ""
    phone: str = ""
    joined: date | None = None
    left: date | None = None
    protected_from: date | None = None
    protected_until: date | None = None
    place: Place = field(default=NOWHERE, compare=False)

    def serves(self, day: date) -> bool:
        """Is on the roll on this date; `left` is the last day."""
        return (self.joined is None or self.joined <= day) and (self.left is None or day <= self.left)

    def is_protected(self, day: date) -> bool:
        if self.protected_from is None and self.protected_until is None:
            return False
        return (self.protected_from or date.min) <= day <= (self.protected_until or date.max)


class AbsenceKind(StrEnum):
    LEAVE = "leave"
    TRAINING = "training"
    SICKNESS = "sickness"
    COURT = "court"
    MATERNITY = "maternity"
    LIEU = "lieu"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Absence:
    """An officer is away on these dates, both included."""

    officer: str
    first: date
    last: date
    kind: AbsenceKind
    place: Place = field(default=NOWHERE, compare=False)


class WishKind(StrEnum):
    OFF = "off"
    NO_RECALL = "no-recall"
    RECALL = "recall"


@dataclass(frozen=True, slots=True)
class Wish:
    """What an officer asks for on a date: `off`, not to be recalled, or to be recalled."""

    officer: str
    day: date
    kind: WishKind
    weight: int = 1
    place: Place = field(default=NOWHERE, compare=False)
