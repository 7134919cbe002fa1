"""The first and the last date of something: in order, and within those of what it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rosterctl.intake.mistakes import Mistakes
from rosterctl.problems import Place

Bounds = tuple[date | None, date | None]
"""The first and the last date, both included; None where there is no bound."""


def in_order(mistakes: Mistakes, place: Place, keys: tuple[str, str], bounds: Bounds) -> bool:
    """False, and a mistake at the second key, when the last date lies before the first."""
    first, last = bounds
    if first is None or last is None or first <= last:
        return True
    mistakes.add(place, f"{keys[1]}: {last} lies before {keys[0]} {first}", "exchange the two dates")
    return False


def together(several: Iterable[Bounds]) -> Bounds:
    """The dates that lie within all of the bounds; the last may come out before the first."""
    every = list(several)
    return (
        max((first for first, _ in every if first is not None), default=None),
        min((last for _, last in every if last is not None), default=None),
    )


def dates_text(bounds: Bounds) -> str:
    """`from 2026-12-01 until 2026-12-31`, as far as they are bounded."""
    words = (f"{word} {day}" for word, day in zip(("from", "until"), bounds, strict=True) if day is not None)
    return " ".join(words)
