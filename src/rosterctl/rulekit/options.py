"""What the options of every rule have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from rosterctl.domain.rulebook import Severity
from rosterctl.domain.tier import Tier
from rosterctl.intake.text.scalars import Count, read_count, read_hours


class RuleOptions(BaseModel):
    """A soft rule costs `weight` for each unit by which its limit is passed, in tier `SOFT_TIER`.

    `ALLOWED` are the severities a rulebook may give the rule.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    ALLOWED: ClassVar[tuple[Severity, ...]] = (Severity.HARD, Severity.OFF)
    SOFT_TIER: ClassVar[Tier] = Tier.WISHES

    severity: Severity = Severity.HARD
    weight: Count = 1

    def steps(self) -> Mapping[str, int]:
        """The options that are numbers, each with what a whole step of it is: an hour in minutes, or one."""
        readers = {read_hours: 60, read_count: 1}
        return {
            name: step
            for name, field in type(self).model_fields.items()
            for reader, step in readers.items()
            if name != "weight" and any(getattr(one, "func", None) is reader for one in field.metadata)
        }

    def written(self, name: str, value: int) -> str:
        """A value of such an option as a rulebook has it."""
        return f"{round(value / self.steps()[name], 2):g}"
