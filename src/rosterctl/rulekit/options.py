"""What the options of every rule have in common, and what is said of a wrong one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict
from pydantic_core import ErrorDetails

from rosterctl.domain.rulebook import Severity
from rosterctl.domain.tier import Tier
from rosterctl.intake.text.mistakes import did_you_mean
from rosterctl.intake.text.scalars import Count, read_count, read_hours
from rosterctl.rulekit import wording
from rosterctl.wording import say


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


def what_is_wrong(error: ErrorDetails, name: str, options: type[RuleOptions]) -> str:
    """What pydantic found at an option of this name, in our words where there are any."""
    context = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            names = [field.alias or key for key, field in options.model_fields.items()]
            return say(wording.UNKNOWN_OPTION, hint=did_you_mean(name, names))
        case "greater_than_equal":
            return say(wording.OPTION_TOO_SMALL, least=context["ge"])
        case "enum" | "literal_error":
            expected = str(context["expected"]).replace(" or ", say(wording.OR_SEVERITY))
            return say(wording.OPTION_NOT_KNOWN, expected=expected)
        case "tuple_type":
            return say(wording.OPTION_NO_LIST)
        case _:
            return error["msg"].removeprefix("Value error, ")
