"""What the options of every rule have in common."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rosterctl.domain.rulebook import Severity
from rosterctl.domain.tier import Tier
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
