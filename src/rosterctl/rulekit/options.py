"""What the options of every rule have in common."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from rosterctl.domain.rulebook import Severity
from rosterctl.domain.tier import Tier
from rosterctl.intake.text.scalars import Count


class RuleOptions(BaseModel):
    """A soft rule costs `weight` for each unit by which its limit is passed, in tier `SOFT_TIER`.

    `ALLOWED` are the severities a rulebook may give the rule.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    ALLOWED: ClassVar[tuple[Severity, ...]] = (Severity.HARD, Severity.OFF)
    SOFT_TIER: ClassVar[Tier] = Tier.WISHES

    severity: Severity = Severity.HARD
    weight: Count = 1
