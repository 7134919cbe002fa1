"""What is said of a publication, and of one that was refused."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.pages.difference import person
from rosterctl.cli.pages.render import clean, counted, table
from rosterctl.cli.session.record import Recording
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change, stood_at
from rosterctl.domain.roster import Duty, Roster
from rosterctl.domain.tier import Tier
from rosterctl.operations.publish import Frozen, Publicised, Rejected
from rosterctl.timeline.clock import clock_text

CHANGES_SHOWN = 20


def note_publication(recording: Recording, outcome: Publicised) -> None:
    """What the history of runs keeps of a publication: counts."""
    if outcome.published and outcome.version is not None:
        recording.version = outcome.version.number
        recording.facts = {"duties": len(outcome.roster.duties), "changes": len(outcome.changes)}


def say_publication(outcome: Publicised, dry_run: bool, as_json: bool) -> ExitCode:
    """The outcome on stdout; the exit code that it means."""
    if as_json:
        click.echo(json.dumps(_fields(outcome, dry_run), ensure_ascii=False, indent=2))
    else:
        click.echo(clean(_sentence(outcome, dry_run)))
        if outcome.changes:
            click.echo(changes_table(outcome.bureau, outcome.changes))
        for line in below_the_law(outcome.roster):
            click.echo(clean(line))
    return ExitCode.DEGRADED if outcome.published and outcome.roster.degraded else ExitCode.FINE


def say_rejected(rejected: Rejected, as_json: bool) -> ExitCode:
    findings = rejected.report.findings
    if as_json:
        rows = [{"rule": one.rule, "message": one.message} for one in findings]
        click.echo(json.dumps({"published": False, "findings": rows}, ensure_ascii=False, indent=2))
    for one in findings[:CHANGES_SHOWN]:
        click.echo(clean(f"{one.rule}: {one.message}"), err=True)
    click.echo(
        f"the audit found {counted(len(findings), 'breach', 'breaches')}; nothing was published", err=True
    )
    return ExitCode.AUDIT_REJECTED


def say_frozen(frozen: Frozen, hours: float, as_json: bool) -> ExitCode:
    if as_json:
        rows = [change_fields(one) for one in frozen.changes]
        click.echo(json.dumps({"published": False, "changes": rows}, ensure_ascii=False, indent=2))
    else:
        click.echo(changes_table(frozen.bureau, frozen.changes), err=True)
    what = counted(len(frozen.changes), "duty", "duties")
    click.echo(
        f"{what} would change that began already or begin within {hours:g} hours; nothing was published. "
        "Say why with --because if that is meant.",
        err=True,
    )
    return ExitCode.USAGE


def below_the_law(roster: Roster) -> list[str]:
    """A line for each gap at a legal minimum: when, where, how many."""
    gaps = [one for one in roster.shortages if one.tier == Tier.LEGAL]
    lines = [
        f"- {one.day} {clock_text(one.start)}-{clock_text(one.end)} {one.what} ({one.unit}): "
        f"{counted(one.heads, 'head')} below the legal minimum"
        for one in gaps[:CHANGES_SHOWN]
    ]
    if len(gaps) > CHANGES_SHOWN:
        lines.append(f"- and {len(gaps) - CHANGES_SHOWN} more; `rosterctl show` lists them")
    return lines


def changes_table(bureau: Bureau, changes: Sequence[Change]) -> str:
    rows = []
    for one in changes[:CHANGES_SHOWN]:
        who = person(bureau, one.officer)
        rows.append((one.day, who, _duty(one.before), _duty(one.after), one.kind, one.reason))
    more = (
        f"\n{CHANGES_SHOWN} of {len(changes)} changes shown; --json lists all"
        if len(changes) > CHANGES_SHOWN
        else ""
    )
    return table(rows, ("date", "officer", "before", "after", "kind", "reason")) + more


def change_fields(change: Change) -> dict[str, Any]:
    return {
        "date": change.day.isoformat(),
        "officer": change.officer,
        "before": _duty(change.before),
        "after": _duty(change.after),
        "kind": change.kind,
        "reason": change.reason,
    }


def _duty(duty: Duty | None) -> str:
    """`day 07:00-19:00 at S01-gate, from 08:20 at S01-patrol (S01)`."""
    if duty is None:
        return "-"
    (_, first), *others = ((start, post or "(reserve)") for start, post in stood_at(duty))
    posts = ", from ".join([first, *(f"{clock_text(start)} at {post}" for start, post in others)])
    hours = f"{clock_text(duty.slices[0].start)}-{clock_text(duty.slices[-1].end)}"
    return f"{duty.shift} {hours} at {posts} ({duty.unit})"


def _sentence(outcome: Publicised, dry_run: bool) -> str:
    horizon = outcome.roster.horizon
    what = f"{counted(len(outcome.roster.duties), 'duty', 'duties')}, {horizon.first} to {horizon.last}"
    number = outcome.version.number if outcome.version is not None else 0
    if outcome.nothing_new:
        return f"nothing to do: version {number} is this roster already"
    if dry_run:
        return f"would be published: {what}; audited, no findings"
    return f"version {number} is current: {what}"


def _fields(outcome: Publicised, dry_run: bool) -> dict[str, Any]:
    version = outcome.version
    return {
        "published": outcome.published,
        "dry_run": dry_run,
        "nothing_to_do": outcome.nothing_new,
        "version": version.number if version is not None else None,
        "folder": str(version.folder) if version is not None else None,
        "from": outcome.roster.horizon.first.isoformat(),
        "days": outcome.roster.horizon.days,
        "duties": len(outcome.roster.duties),
        "changes": [change_fields(one) for one in outcome.changes],
    }
