"""A rule's setting is what was written; where it was written does not make it another."""

from __future__ import annotations

from rosterctl.domain.rulebook import Rulebook, RuleSetting, Severity
from rosterctl.problems import Place


def test_settings_that_were_written_elsewhere_are_equal() -> None:
    here = RuleSetting(
        "rest", Severity.HARD, {"hours": "11"}, {"hours": Place("a.yaml", 3, 5)}, Place("a.yaml", 2)
    )
    there = RuleSetting("rest", Severity.HARD, {"hours": "11"}, {}, Place("b.yaml", 9))
    assert here == there
    assert Rulebook("b", "b", "", {"rest": here}, Place("a.yaml")) == Rulebook("b", "b", "", {"rest": there})


def test_another_option_or_severity_is_another_setting() -> None:
    one = RuleSetting("rest", Severity.HARD, {"hours": "11"})
    assert one != RuleSetting("rest", Severity.HARD, {"hours": "12"})
    assert one != RuleSetting("rest", Severity.SOFT, {"hours": "11"})


def test_without_a_severity_it_is_the_rules_own() -> None:
    assert RuleSetting("rest").severity is None


def test_a_severity_is_written_as_one_word() -> None:
    assert [Severity(word) for word in ("hard", "soft", "off")] == list(Severity)
