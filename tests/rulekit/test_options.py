"""What the options of every rule have in common."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import Field, ValidationError

from rosterctl.domain.rulebook import Severity
from rosterctl.domain.tier import Tier
from rosterctl.intake.text.scalars import Count, Flag, Hours
from rosterctl.rulekit.options import RuleOptions


def test_a_rule_is_hard_unless_told_otherwise_and_may_be_turned_off() -> None:
    plain = RuleOptions()
    assert (plain.severity, plain.weight) == (Severity.HARD, 1)
    assert (RuleOptions.ALLOWED, RuleOptions.SOFT_TIER) == ((Severity.HARD, Severity.OFF), Tier.WISHES)


@pytest.mark.parametrize(
    "wrong", [{"weights": "1"}, {"weight": "-1"}, {"weight": "1.5"}, {"severity": "firm"}]
)
def test_what_no_rule_takes_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        RuleOptions.model_validate(wrong)


def test_options_do_not_change() -> None:
    with pytest.raises(ValidationError):
        RuleOptions().weight = 2  # type: ignore[misc]


class Limits(RuleOptions):
    most: Count = 3
    hours: Hours = 90
    least: Annotated[Hours, Field(ge=60)] = 120
    night: Flag = True


def test_numbers_have_a_step_of_an_hour_or_one_and_are_written_as_in_a_rulebook() -> None:
    limits = Limits()
    assert limits.steps() == {"most": 1, "hours": 60, "least": 60}
    assert (limits.written("most", 4), limits.written("hours", 90)) == ("4", "1.5")
    assert limits.written("least", 171 * 60) == "171"
