"""One check for a rule about an officer's line, whether it is hard or soft.

A hard rule looks at the duties before and after the horizon too, and reports what the roster's own duties
break. A soft rule looks at the horizon alone, which is all that the costs of the duties stage see; it costs
`weight` for each unit of excess.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rosterctl.domain.people.officer import Officer
from rosterctl.domain.rulebook import Severity
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.options import RuleOptions

ANY_SEVERITY = (Severity.HARD, Severity.SOFT, Severity.OFF)


def is_soft(options: RuleOptions) -> bool:
    """Does a breach of the rule cost something instead of being forbidden?"""
    return options.severity is Severity.SOFT


def lines(options: RuleOptions, record: Record) -> Iterator[tuple[Officer, tuple[WorkedDuty, ...]]]:
    """Every officer who has duties in the horizon, with the line that the rule looks at."""
    for officer, line in record.lines.items():
        decided = record.decided(officer)
        if decided:
            yield record.bureau.officers[officer], decided if is_soft(options) else line


def judged(options: RuleOptions, found: Iterable[Finding]) -> Iterator[Finding | Cost]:
    """What a check found: breaches if the rule is hard, what they cost if it is soft."""
    for one in found:
        if is_soft(options):
            amount = options.weight * one.excess
            yield Cost(one.rule, options.SOFT_TIER, amount, one.officer, unit=one.unit, day=one.day)
        else:
            yield one
