"""A soft rule looks at the horizon alone and costs; a hard one looks further and finds breaches."""

from __future__ import annotations

import pytest

from rosterctl.domain.rulebook import Severity
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.severity import ANY_SEVERITY, is_soft, judged, lines
from tests.support.bureaus import IDLE, MONDAY, line_roster, officer, small_bureau

HARD, SOFT = RuleOptions(), RuleOptions(severity=Severity.SOFT, weight=3)
FOUND = Finding("r", "said", unit="U1", officer="a", day=MONDAY, excess=4)


def test_soft_is_soft() -> None:
    assert [is_soft(RuleOptions(severity=one)) for one in ANY_SEVERITY] == [False, True, False]


def test_a_breach_of_a_soft_rule_costs_its_weight_for_each_unit_of_excess() -> None:
    assert list(judged(HARD, [FOUND])) == [FOUND]
    assert list(judged(SOFT, [FOUND])) == [Cost("r", Tier.WISHES, 12, "a", unit="U1", day=MONDAY)]


@pytest.mark.parametrize(("options", "days"), [(HARD, [-1, 0]), (SOFT, [0])])
def test_only_a_hard_rule_sees_what_was_worked_before(options: RuleOptions, days: list[int]) -> None:
    """Officer b has no duty in the horizon and is not looked at at all."""
    bureau = small_bureau([officer("a"), officer("b")], teams="A", rotation=IDLE)
    record = Record(bureau, line_roster(bureau, ["day"], before=["day"]))
    found = [(who.id, [(one.day - MONDAY).days for one in line]) for who, line in lines(options, record)]
    assert found == [("a", days)]
