"""What single officers' lines of duty break, whoever else is on duty: the part of an audit that is quick.

It says nothing of posts and crews, and nothing of costs. So it can be asked again and again while duties come
off a line that is not lawful.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from rosterctl.audit.what_breaks import exchanges_among
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.registry import Rule, rules_in_force


def line_findings(bureau: Bureau, roster: Roster, people: Collection[str]) -> tuple[Finding, ...]:
    """What the duties of these officers (ids of the bureau) break, rule by rule, each with its officer.

    All their duties have to be in the roster; those of others are not looked at.
    """
    asked = set(people)
    exchanges = exchanges_among(bureau.exchanges, asked)
    part = replace(bureau.of_people(asked), exchanges=exchanges)
    duties = tuple(one for one in roster.duties if one.officer in asked)
    before = tuple(one for one in roster.before if one.officer in asked)
    record = Record(part, replace(roster, duties=duties, before=before))
    return tuple(
        found
        for rule in rules_in_force(bureau.rulebook)
        if looks_at_lines(rule)
        for found in rule.check(record)
        if isinstance(found, Finding) and found.officer in people
    )


def looks_at_lines(rule: Rule) -> bool:
    """Does the rule forbid something to one officer, whoever else is on duty?"""
    return not rule.soft and rule.cover is None and (rule.allows or rule.constrain) is not None
