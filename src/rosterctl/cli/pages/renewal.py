"""What `nightly` and `replan` say of the roster that they published."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import click

from rosterctl.audit.audit import AuditReport
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.pages.publication import below_the_law, change_fields, changes_table
from rosterctl.cli.pages.render import clean, counted
from rosterctl.cli.papers import papers
from rosterctl.cli.session.record import Recording
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import Tier
from rosterctl.operations.publish_carried import Renewed
from rosterctl.planning.roster.made import Made
from rosterctl.storage.roster.folder import Inputs
from rosterctl.storage.state.deeds import Version


def papers_of(bureau: Bureau, made: Made) -> Inputs:
    verdict: AuditReport = made.verdict
    return papers(bureau, made.roster, verdict, planned=False)


def note_renewal(recording: Recording, renewed: Renewed) -> None:
    """What the history of runs keeps of it: counts, nobody's name."""
    roster = renewed.made.roster
    heads = Counter[int]()
    for one in roster.shortages:
        heads[one.tier] += one.heads
    recording.version = renewed.version.number if renewed.version else None
    recording.facts = {
        "officers": len(renewed.bureau.officers),
        "duties": len(roster.duties),
        "changes": len(renewed.changes),
        **{f"short_{Tier(tier).name.lower()}": heads[tier] for tier in sorted(heads)},
    }


def code_of(renewed: Renewed) -> ExitCode:
    return ExitCode.DEGRADED if renewed.degraded else ExitCode.FINE


def say_renewal(renewed: Renewed, as_json: bool) -> None:
    """Everything, on stdout: every change with its reason, and what it all comes to."""
    if as_json:
        click.echo(json.dumps(renewal_fields(renewed), ensure_ascii=False, indent=1))
        return
    if renewed.changes:
        click.echo(changes_table(renewed.bureau, renewed.changes))
        click.echo()
    click.echo(clean(_sum_of(renewed)))
    for unit in renewed.unmended:
        click.echo(clean(f"{unit}: no lawful repair was found; it keeps what stands"))
    for line in (*below_the_law(renewed.made.roster), *renewed.made.roster.notes):
        click.echo(clean(line))


def say_nothing_new(version: Version | None, as_json: bool) -> None:
    number = None if version is None else version.number
    if as_json:
        click.echo(json.dumps({"version": number, "nothing_new": True}, indent=1))
    else:
        click.echo(f"nothing to do: version {number} is this night's roster already")


def in_short(renewed: Renewed) -> str:
    """For whoever reads the night's mail: what it came to, and what is below the law."""
    lines = [_sum_of(renewed), *(f"{unit}: no lawful repair was found" for unit in renewed.unmended)]
    lines += below_the_law(renewed.made.roster)
    if renewed.made.roster.notes:
        lines.append(f"{counted(len(renewed.made.roster.notes), 'exchange')} left out; `report.md` says why")
    plan = sum(one.tier == Tier.PLAN for one in renewed.made.roster.shortages)
    lines.append(f"{counted(plan, 'gap')} in the posts' plan; `rosterctl show` lists them")
    return "\n".join(map(clean, lines))


def _sum_of(renewed: Renewed) -> str:
    roster, horizon = renewed.made.roster, renewed.made.roster.horizon
    head = f"version {renewed.version.number} is current" if renewed.version else "nothing was published"
    if not renewed.changes:
        return f"{head}: nothing has changed in {horizon.first} to {horizon.last}"
    proof = "the least possible, proven" if renewed.weight == renewed.bound else f"at least {renewed.bound}"
    short = sum(one.tier == Tier.LEGAL for one in roster.shortages)
    chosen = f"those that were chosen weigh {renewed.weight} ({proof})"
    changed = counted(len(renewed.changes), "change")
    return f"{head}: {changed}, {chosen}; {counted(short, 'gap')} at legal minima"


def renewal_fields(renewed: Renewed) -> dict[str, Any]:
    roster = renewed.made.roster
    return {
        "version": renewed.version.number if renewed.version else None,
        "from": roster.horizon.first.isoformat(),
        "days": roster.horizon.days,
        "duties": len(roster.duties),
        "weight": renewed.weight,
        "bound": renewed.bound,
        "unmended": list(renewed.unmended),
        "tiers": [{"tier": one.tier.title, "value": one.value} for one in roster.tiers],
        "changes": [change_fields(one) for one in renewed.changes],
        "notes": list(roster.notes),
    }
