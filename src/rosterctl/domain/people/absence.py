"""Absences: who is away, from when to when, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rosterctl import wording
from rosterctl.problems import NOWHERE, Place
from rosterctl.timeline.clock import WallMinute
from rosterctl.wording import say


class AbsenceKind(StrEnum):
    """Why an officer is away; `lieu` spends time off in lieu (调休)."""

    LEAVE = "leave"
    TRAINING = "training"
    SICKNESS = "sickness"
    COURT = "court"
    MATERNITY = "maternity"
    LIEU = "lieu"
    OTHER = "other"

    @property
    def words(self) -> str:
        return say(_WORDS[self])


_WORDS = {
    AbsenceKind.LEAVE: wording.AWAY_ON_LEAVE,
    AbsenceKind.TRAINING: wording.AWAY_IN_TRAINING,
    AbsenceKind.SICKNESS: wording.AWAY_SICK,
    AbsenceKind.COURT: wording.AWAY_AT_COURT,
    AbsenceKind.MATERNITY: wording.AWAY_FOR_A_CHILD,
    AbsenceKind.LIEU: wording.AWAY_IN_LIEU,
    AbsenceKind.OTHER: wording.AWAY_OTHERWISE,
}


@dataclass(frozen=True, slots=True)
class Absence:
    """An officer is away on these dates, both included.

    With `start` only from that minute of the first date on (by the wall clock), with `end` only until that
    minute of the last one. Without them whole dates are meant, and a night that began on the evening before
    is worked to its end. An absence that was entered while a duty of one of its dates ran begins then.
    """

    officer: str
    first: date
    last: date
    kind: AbsenceKind
    start: WallMinute | None = None
    end: WallMinute | None = None
    place: Place = field(default=NOWHERE, compare=False)

    def holds(self, day: date) -> bool:
        """Is the officer away on this date, or from some minute of it on? Not if they are back on it."""
        return self.first <= day <= self.last and not (day == self.last and self.end is not None)
