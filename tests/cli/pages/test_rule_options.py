"""The options of rules as a user writes them, and the schema of a file that has `rules`."""

from __future__ import annotations

import pytest

from rosterctl.cli.pages.rule_options import manual, with_rules, written_default
from rosterctl.rulekit.registry import rule_modules

RULES = rule_modules()


@pytest.mark.parametrize(
    ("rule", "option", "written"),
    [
        ("rest", "hours", "11"),
        ("nights-in-a-row", "most", "3"),
        ("leaders", "both", "[line, area]"),
        ("rest", "severity", "hard"),
    ],
)
def test_a_default_is_as_the_user_would_write_it(rule: str, option: str, written: str) -> None:
    """Hours are kept in minutes inside."""
    assert written_default(RULES[rule].Options.model_fields[option]) == written


def test_the_manual_is_the_docstring_of_the_file() -> None:
    assert manual(RULES["rest"]) == (RULES["rest"].__doc__ or "").strip()


def test_the_schema_knows_every_rule_and_no_other() -> None:
    schema = with_rules({"type": "object", "properties": {"bureau": {"type": "string"}}})
    rules = schema["properties"]["rules"]
    assert list(rules["properties"]) == list(RULES)
    assert rules["additionalProperties"] is False
    assert rules["properties"]["rest"]["properties"]["hours"]["default"] == "11"
    assert schema["properties"]["bureau"] == {"type": "string"}
