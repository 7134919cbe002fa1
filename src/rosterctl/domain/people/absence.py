"""Absences: who is away, from when to when, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rosterctl.problems import NOWHERE, Place


class AbsenceKind(StrEnum):
    """Why an officer is away; `lieu` spends time off in lieu (调休)."""

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
