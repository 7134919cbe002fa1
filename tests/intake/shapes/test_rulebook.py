"""A rulebook: what stands under a rule is for the rule to judge."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rosterctl.intake.shapes.rulebook import RulebookShape


def test_options_stay_as_they_are_written() -> None:
    shape = RulebookShape.model_validate({"rulebook": "r", "name": "n", "rules": {"rest": {"hours": "x"}}})
    assert (shape.rules, shape.crews, shape.source) == ({"rest": {"hours": "x"}}, (), "")


def test_a_rule_has_options_or_an_empty_mapping() -> None:
    with pytest.raises(ValidationError):
        RulebookShape.model_validate({"rulebook": "r", "name": "n", "rules": {"rest": "11"}})
