"""Judges a roster: the conservation laws, every rule in force, and the costs added up again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rosterctl.audit import wording
from rosterctl.audit.conservation import conservation, identity
from rosterctl.audit.effort import efforts
from rosterctl.audit.halves import both
from rosterctl.audit.off_rotation import misnamed
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.registry import Rule, rules_in_force
from rosterctl.wording import say

LARGE = 5_000
"""Duties from which on a second process is worth its start."""


@dataclass(frozen=True)
class AuditReport:
    """`findings` are breaches, law by law and rule by rule; `costs` what the roster pays, row by row.

    `claimed` are the tiers as its maker states them; `rules` the ids of the rules that were checked (none
    when the roster is not this bureau's or names strangers).
    """

    findings: tuple[Finding, ...]
    costs: tuple[Cost, ...]
    claimed: tuple[TierResult, ...]
    rules: tuple[str, ...]

    @property
    def clean(self) -> bool:
        return not self.findings

    @cached_property
    def totals(self) -> dict[Tier, int]:
        """The costs added up by tier, every tier named."""
        totals = dict.fromkeys(Tier, 0)
        for cost in self.costs:
            totals[cost.tier] += cost.amount
        return totals


def audit(bureau: Bureau, roster: Roster) -> AuditReport:
    """The verdict on a roster of this bureau; BadInput when the rulebook itself is wrong."""
    rules = rules_in_force(bureau.rulebook)
    strangers = tuple(identity(bureau, roster))
    if any(finding.rule == "ids" for finding in strangers):
        return AuditReport(strangers, (), roster.tiers, ())
    record = Record(bureau, roster)
    findings = [*strangers, *conservation(record)]
    costs: list[Cost] = list(efforts(record))
    for found in _found(rules, record):
        if isinstance(found, Cost):
            costs.append(found)
        else:
            findings.append(found)
    if roster.tiers and roster.off_rotation is not None:
        findings.extend(misnamed(record))
    report = AuditReport((), tuple(costs), roster.tiers, tuple(rule.id for rule in rules))
    findings.extend(_false_claims(report, roster.tiers))
    return AuditReport(tuple(findings), report.costs, report.claimed, report.rules)


def _found(rules: Sequence[Rule], record: Record) -> Iterator[Finding | Cost]:
    """Rule by rule. Of a large roster those who look at people together are asked beside the others."""
    together = [rule for rule in rules if rule.cover]
    alone = [rule for rule in rules if not rule.cover]
    if len(record.roster.duties) < LARGE or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        for rule in rules:
            yield from rule.check(record)
        return
    answers = both(lambda: _asked(alone, record), lambda: _asked(together, record))
    found = dict(zip((*alone, *together), (*answers[0], *answers[1]), strict=True))
    for rule in rules:
        yield from found[rule]


def _asked(rules: Sequence[Rule], record: Record) -> list[list[Finding | Cost]]:
    return [list(rule.check(record)) for rule in rules]


def _false_claims(report: AuditReport, claimed: Iterable[TierResult]) -> Iterator[Finding]:
    """Claims that are not equal to the audit's own count, above it or below, and bounds above that count.

    A bound says that no lawful roster costs less. So it is held against what the duties cost, whatever the
    roster claims that they do: a false value beside a true bound is one finding, not two.
    """
    for claim in claimed:
        total = report.totals[claim.tier]
        name, measure = claim.tier.title, claim.tier.measure
        if claim.value != total:
            message = say(wording.FALSE_CLAIM, name=name, claimed=claim.value, measure=measure, total=total)
            yield Finding("costs", message, excess=abs(claim.value - total))
        if claim.bound is not None and claim.bound > total:
            message = say(wording.BOUND_ABOVE_VALUE, name=name, bound=claim.bound, total=total)
            yield Finding("costs", message, excess=claim.bound - total)
