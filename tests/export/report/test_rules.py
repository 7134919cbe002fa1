"""The rules of a rulebook: forbidden or costly, by law or assumed."""

from __future__ import annotations

from typing import Any

import pytest

from rosterctl.domain.rulebook import Basis, Rulebook, RuleSetting, Severity
from rosterctl.export.report.rules import RuleRow, rule_rows, rules_text, written_value
from rosterctl.rulekit.registry import rule_modules


def book(*settings: RuleSetting) -> Rulebook:
    return Rulebook("b", "b", "", {one.rule: one for one in settings})


@pytest.mark.parametrize(
    ("setting", "row"),
    [
        (
            RuleSetting("rest", None, {"hours": "11"}, basis=Basis.LAW, source="art. 3"),
            RuleRow("rest", "is forbidden", "law", "hours 11", "art. 3"),
        ),
        (
            RuleSetting("rest", Severity.OFF, {}, basis=Basis.ASSUMED),
            RuleRow("rest", "is not looked at", "assumed", "", ""),
        ),
        (
            RuleSetting("nights-in-a-row", Severity.SOFT, {"most": "2", "weight": "5"}),
            RuleRow("nights-in-a-row", "costs", "the bureau's own", "weight 5, most 2", ""),
        ),
        # A post that is short is no roster refused, and a soft rule's weight is shown only where it counts.
        (RuleSetting("posts"), RuleRow("posts", "costs", "the bureau's own", "", "")),
    ],
)
def test_a_row(setting: RuleSetting, row: RuleRow) -> None:
    assert list(rule_rows(book(setting))) == [row]


def test_the_table_has_a_line_a_rule_in_the_order_of_the_rulebook() -> None:
    text = rules_text(book(RuleSetting("wishes", Severity.SOFT), RuleSetting("rest"), RuleSetting("hours")))
    assert [line.split()[0] for line in text.splitlines()[2:]] == ["wishes", "rest", "hours"]


@pytest.mark.parametrize(
    ("rule", "option", "value", "written"),
    [
        ("rest", "hours", 690, "11.5"),
        ("rest", "weight", 690, "690"),  # a count, no hours
        ("availability", "night_before", True, "yes"),
        ("availability", "night_before", False, "no"),
        ("leaders", "skills", ("patrol", "traffic"), "[patrol, traffic]"),
        ("overtime", "period", "quarter", "quarter"),
    ],
)
def test_values_are_written_as_a_user_writes_them(rule: str, option: str, value: Any, written: str) -> None:
    assert written_value(rule_modules()[rule].Options.model_fields[option], value) == written
