"""What a change of a few duties breaks: the audit of the units it touches, with and without the change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rosterctl.audit.audit import AuditReport, audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.audit.facts.people import belongs_to
from rosterctl.rulekit.findings import Cost, Finding, rows_beyond


@dataclass(frozen=True)
class Harm:
    """What a changed roster has and the unchanged one has not.

    `breaches` are findings, `shortfalls` legal minima that are missed; whether the latter forbid a change is
    for the caller to say.
    """

    breaches: tuple[Finding, ...] = ()
    shortfalls: tuple[Cost, ...] = ()


def harm(bureau: Bureau, before: Roster, after: Roster) -> Harm:
    """What the change from one roster of the bureau to the other breaks. Their dates are the same."""
    units = _touched(bureau, before, after)
    if not units:
        return Harm()
    old, new = _audit_part(bureau, before, units), _audit_part(bureau, after, units)
    return Harm(tuple(rows_beyond(old.findings, new.findings)), tuple(rows_beyond(_legal(old), _legal(new))))


def _touched(bureau: Bureau, before: Roster, after: Roster) -> frozenset[str]:
    """The units in which the two rosters differ, and those of the officers whose duties do."""
    differ = set(before.duties) ^ set(after.duties)
    return frozenset(
        unit
        for duty in differ
        for unit in (duty.unit, belongs_to(bureau.officers[duty.officer], duty.day).unit)
    )


def _audit_part(bureau: Bureau, roster: Roster, units: frozenset[str]) -> AuditReport:
    """The audit of the roster as if the bureau had only these units, and whoever belongs or serves there.

    What their people do elsewhere is kept, for rest and hours; crews elsewhere are then incomplete, so only
    the difference between two such audits says anything.
    """
    people = {duty.officer for duty in (*roster.before, *roster.duties) if duty.unit in units}
    people |= {
        officer.id
        for officer in bureau.officers.values()
        if any(one.unit in units for one in officer.assignments)
    }
    exchanges = exchanges_among(bureau.exchanges, people)
    duties = tuple(duty for duty in roster.duties if duty.officer in people)
    before = tuple(duty for duty in roster.before if duty.officer in people)
    stood = {piece.post for duty in (*before, *duties) for piece in duty.slices}
    part = replace(
        bureau.of_people(people),
        posts={id: post for id, post in bureau.posts.items() if post.unit in units or id in stood},
        exchanges=exchanges,
        wishes=(),
        strengths=(),
    )
    # Who is off the rotation is said for everybody, and names people whom the part does not know.
    return audit(part, replace(roster, duties=duties, before=before, tiers=(), off_rotation=None))


def exchanges_among(exchanges: Sequence[Exchange], people: set[str]) -> tuple[Exchange, ...]:
    """The exchanges that these people have part in, in order; whoever they exchange with joins `people`."""
    while True:
        found = tuple(one for one in exchanges if one.officer in people or one.with_officer in people)
        joined = {officer for one in found for officer in (one.officer, one.with_officer)}
        if joined <= people:
            return found
        people |= joined


def _legal(report: AuditReport) -> list[Cost]:
    return [cost for cost in report.costs if cost.tier is Tier.LEGAL]
