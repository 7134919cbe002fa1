"""What officers have done before: counts carried from period to period, so that fairness is cumulative."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """Duties of one officer up to the start of the horizon, by what makes them count."""

    officer: str
    nights: int = 0
    weekends: int = 0
    holidays: int = 0
    eves: int = 0
    recalls: int = 0
    overtime_minutes: int = 0
