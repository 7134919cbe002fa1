"""Wishes: what officers ask for on single dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rosterctl.problems import NOWHERE, Place


class WishKind(StrEnum):
    """What an officer may ask for: a date off, no recall on it, or a recall."""

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
