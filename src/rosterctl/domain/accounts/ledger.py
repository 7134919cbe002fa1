"""What officers have borne: counts carried from period to period, so that fairness is cumulative."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of duties by what makes them count, and minutes of overtime."""

    nights: int = 0
    weekends: int = 0
    holidays: int = 0
    eves: int = 0
    recalls: int = 0
    overtime_minutes: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.nights + other.nights,
            self.weekends + other.weekends,
            self.holidays + other.holidays,
            self.eves + other.eves,
            self.recalls + other.recalls,
            self.overtime_minutes + other.overtime_minutes,
        )
