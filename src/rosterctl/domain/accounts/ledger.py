"""What officers have borne: counts carried from period to period, so that fairness is cumulative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

Parts = tuple[Fraction, ...]
"""Parts of the burdens in the order of `Tally`'s fields: of duties, and of minutes of overtime."""

KEPT_DAYS = 365
"""On so many dates before a roster a ledger's counts were borne, where the ledger does not say it."""


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


@dataclass(frozen=True, slots=True)
class PastShare:
    """Beside an officer's counts in the ledger: what was the fair share of them, and among whom.

    `peers` are unit, team and role of those with whom it was shared; None means wherever the officer belongs
    now. `share` is the part of what these peers bore; None where nobody has counted it. Then the counts are
    those of the dates from `first` to `last`; where these are None, of the KEPT_DAYS before the roster.
    """

    peers: tuple[str, str, str] | None = None
    share: Parts | None = None
    first: date | None = None
    last: date | None = None


def parts_of(tally: Tally) -> Parts:
    """The counts as parts."""
    return tuple(
        map(
            Fraction,
            (
                tally.nights,
                tally.weekends,
                tally.holidays,
                tally.eves,
                tally.recalls,
                tally.overtime_minutes,
            ),
        )
    )


def whole(parts: Sequence[Fraction]) -> Tally:
    """Rounded up: part of a duty is a whole one for whoever works it. Less than a hundredth is nothing."""
    return Tally(*(-(-round(100 * part) // 100) for part in parts))
