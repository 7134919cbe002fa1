"""The objective tiers, in the order in which they are minimised, and what changes cost beside the plan.

None is ever traded for a later one, but for changes that bring their price in the plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from rosterctl import wording
from rosterctl.wording import english, say


class Tier(IntEnum):
    """What is counted together: lower numbers are minimised first."""

    LEGAL = 1
    PLAN = 2
    STRENGTH = 3
    CHANGES = 4
    HOURS = 5
    FAIRNESS = 6
    WISHES = 7

    @property
    def title(self) -> str:
        return say(_WORDS[self])[0]

    @property
    def measure(self) -> str:
        """What one unit of the tier's value is."""
        return say(_WORDS[self])[1]

    @property
    def key(self) -> str:
        """The title for programs, whatever language is spoken."""
        return english(_WORDS[self])[0]

    @property
    def measure_key(self) -> str:
        """The measure for programs."""
        return english(_WORDS[self])[1]


_WORDS = {
    Tier.LEGAL: wording.TIER_LEGAL,
    Tier.PLAN: wording.TIER_PLAN,
    Tier.STRENGTH: wording.TIER_STRENGTH,
    Tier.CHANGES: wording.TIER_CHANGES,
    Tier.HOURS: wording.TIER_HOURS,
    Tier.FAIRNESS: wording.TIER_FAIRNESS,
    Tier.WISHES: wording.TIER_WISHES,
}


@dataclass(frozen=True, slots=True)
class TierResult:
    """`value` is what the roster costs in this tier, `bound` what no lawful roster can go below.

    Bounds hold for rosters with the tiers above as they are; of FAIRNESS and WISHES for those that deal the
    same duties in another way among officers of one team and kind (see `planning.roster.claims`). `bound` is
    None where nothing was proved; `seconds` is the time spent on the tier.
    """

    tier: Tier
    value: int
    bound: int | None
    seconds: float

    @property
    def gap(self) -> float | None:
        """(value - bound) / value; 0 when proven optimal, None when there is no bound."""
        if self.bound is None:
            return None
        return 0.0 if self.value == self.bound else (self.value - self.bound) / max(abs(self.value), 1)

    @property
    def fields(self) -> dict[str, str | float | None]:
        """For a program."""
        return {"tier": self.tier.key, "value": self.value, "bound": self.bound, "gap": self.gap}


SHORTAGES = (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH)
"""The tiers that count what is short, in person-minutes."""

LET_OFF_PRICE, LOAN_PRICE = 60, 30
"""Assumed: letting somebody off must bring an hour of a post, and to be lent burdens less."""


@dataclass(frozen=True, slots=True)
class Prices:
    """So many person-minutes of the plan each duty let off, or served in another unit, must bring.

    Where a price is 0 that is done for legal minima only, never for the plan.
    """

    let_off: int = LET_OFF_PRICE
    loan: int = LOAN_PRICE

    @property
    def dearest(self) -> int:
        """0 where the plan takes nobody off the rotation."""
        return max(self.let_off, self.loan)

    def paid(self, let_off: int, lent: int) -> int:
        """Person-minutes for so many duties of both kinds."""
        return self.let_off * let_off + self.loan * lent


DEFAULT_PRICES = Prices()
