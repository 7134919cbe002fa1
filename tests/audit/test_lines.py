"""What single lines break: the audit's own findings about these officers, and nothing about anybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.audit.audit import audit
from rosterctl.audit.lines import line_findings, looks_at_lines
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Origin
from rosterctl.rulekit.registry import rules_in_force
from tests.support.bureaus import MONDAY, changed, duty, every_rule, plain_roster, roster_of, small_bureau

TUESDAY = MONDAY + timedelta(days=1)


def test_they_are_those_of_the_audit_for_the_officers_asked() -> None:
    """b and d work a day beside their rotation: b ends a night at 07:00 on Tuesday, d begins it on Monday."""
    bureau = small_bureau(rules=every_rule())
    roster = changed(
        plain_roster(bureau, MONDAY, 8),
        added=[duty(bureau, "b", TUESDAY, "day", recall=True), duty(bureau, "d", MONDAY, "night")],
    )
    whole = audit(bureau, roster).findings
    for people in (("b",), ("d",), ("b", "d"), ("a",)):
        found = line_findings(bureau, roster, people)
        kinds = {rule.id for rule in rules_in_force(bureau.rulebook) if looks_at_lines(rule)}
        assert found == tuple(one for one in whole if one.officer in people and one.rule in kinds)
    assert {one.officer for one in line_findings(bureau, roster, "abcd")} == {"b", "d"}


def test_a_duty_taken_over_is_looked_at_with_its_owner() -> None:
    """d takes a's day of Monday and has worked the night before it."""
    bureau = replace(
        small_bureau(rules={"rest": {}}),
        exchanges=(Exchange("a", MONDAY, "d", None, ExchangeKind.SUBSTITUTION),),
    )
    night = duty(bureau, "d", MONDAY - timedelta(days=1), "night")
    taken = replace(duty(bureau, "d", MONDAY, "day"), origin=Origin.EXCHANGE)
    (found,) = line_findings(bureau, roster_of(bureau, MONDAY, 2, [taken], [night]), ["d"])
    assert (found.rule, found.officer, found.day) == ("rest", "d", MONDAY)


def test_rules_about_posts_people_together_and_costs_are_not_asked() -> None:
    bureau = small_bureau(rules=every_rule(rest={"hours": "11"}, weekly_rest={"severity": "soft"}))
    kinds = {rule.id for rule in rules_in_force(bureau.rulebook) if looks_at_lines(rule)}
    assert {"rest", "hours", "availability", "protected", "one-place"} <= kinds
    assert not kinds & {"weekly-rest", "crews", "skills", "posts", "reach", "fairness"}
