"""Repair the published roster after something has happened, with as few changes as it takes.

Say what happened: `--sick P003` (today, or `--from` and `--until`), `--back`, `--leave`, `--training`,
`--court`, `--left`, `--vehicle-down`, `--vehicle-back`; it is entered in the bureau's incidents.csv. Changes
in the bureau's other files count too: posts, events, absences, swaps. Every published duty that can stay
stays. People are called in, lent or moved to another shift only for legal minima (with --plan for the plan
too), and those changes are the fewest possible, counted more the sooner they are and twice on a day off; of
equally few those that ask whoever has borne least. What happened is reason enough to change a duty within the
frozen window; nobody is called in for one that has begun. Whoever is sick on duty has worked until now, or
until --at, and a vehicle was driven until then; others man what is left of that duty. What cannot be made
lawful is kept as it was published and told. An officer may be named by id, badge or name, a vehicle by id or
callsign. Exit 6 when posts are short or such a duty is kept, 9 when the result is not lawful, 7 when another
run is at work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import reduce
from pathlib import Path
from typing import Any

import click

from rosterctl.cli import wording
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import a_date, a_note, a_time, bureau_argument, json_option
from rosterctl.cli.session.at_work import Session, at_work
from rosterctl.cli.session.failures import warn
from rosterctl.cli.session.now import now_option, today_in
from rosterctl.cli.session.state import login_name, state_of, state_option
from rosterctl.domain.people.incident import LASTING, Incident, IncidentKind
from rosterctl.intake.bureau_yaml import zone_of
from rosterctl.operations.publish import Publication
from rosterctl.storage.collector import collector_resting
from rosterctl.timeline.clock import WallMinute, clock_text
from rosterctl.wording import numbered, say

KINDS: Mapping[IncidentKind, str] = {IncidentKind(kind): what for kind, what in wording.HAPPENED.items()}
"""An option for each kind, in this order in the help and in the file."""


def incident_options(function: Callable[..., Any]) -> Callable[..., Any]:
    options = [
        click.option(f"--{kind}", multiple=True, metavar="ID", help=f"{what} May be given several times.")
        for kind, what in KINDS.items()
    ]
    return reduce(lambda made, option: option(made), reversed(options), function)


@click.command(help=__doc__)
@bureau_argument
@state_option
@incident_options
@click.option("--from", "first", metavar="DATE", callback=a_date, help="Since when; today if left out.")
@click.option(
    "--until", "last", metavar="DATE", callback=a_date, help="Until when; that one date if left out."
)
@click.option(
    "--at",
    metavar="HH:MM",
    callback=a_time,
    help="At which time of that date; a duty that runs ends then. Of people on duty and of vehicles: now.",
)
@click.option(
    "--note", "why", default="", callback=a_note, help="Why; kept in the file and with the version."
)
@click.option("--plan", "plan_first", is_flag=True, help="Call people in for the posts' plan too.")
@click.option("--dry-run", is_flag=True, help="Show what would change; enter and publish nothing.")
@now_option
@json_option
def command(
    bureau: Path,
    state: Path | None,
    first: date | None,
    last: date | None,
    at: WallMinute | None,
    why: str,
    plan_first: bool,
    dry_run: bool,
    now: datetime,
    as_json: bool,
    **happened: tuple[str, ...],
) -> ExitCode:
    from rosterctl.cli.pages.next_version import renewal_json, renewal_text  # noqa: PLC0415 (loads the solver)
    from rosterctl.operations.replan import left_unrepaired, make_ready, replan  # noqa: PLC0415

    since = first or today_in(zone_of(bureau), now)
    if last is not None and last < since:
        raise click.UsageError(say(wording.UNTIL_BEFORE_FROM, last=last, first=since))
    incidents = tuple(_incidents(happened, since, last, at, why))
    order = Publication(login_name(), now, why, dry_run=dry_run)
    session = Session("replan", bureau, state_of(bureau, state), order, at_once=True)
    with collector_resting(), at_work(session) as recording:
        ready = make_ready(bureau, session.state, order, incidents)
        if ready.entered_in:
            rows = numbered(len(ready.entered), wording.ONE_ROW_ENTERED, wording.ROWS_ENTERED)
            click.echo(say(wording.ROWS_ENTERED_IN, file=ready.entered_in, rows=rows), err=True)
        for sentence in ready.told:
            warn(sentence)
        for one in ready.entered:
            if one.at is not None and at is None:
                click.echo(say(wording.FROM_NOW_ON, one=one, clock=clock_text(one.at)), err=True)
        renewed = replan(session.state, ready, order, plan_first=plan_first)
        number = left_unrepaired(session.state, renewed, now)
        if number is not None:
            warn(
                say(
                    wording.NOT_REPAIRED,
                    first=renewed.made.roster.horizon.first,
                    today=today_in(renewed.bureau.clock.zone, now),
                    version=number,
                )
            )
        recording.note(renewed)
        click.echo(renewal_json(renewed) if as_json else renewal_text(renewed))
    return recording.code


def _incidents(
    happened: dict[str, tuple[str, ...]],
    first: date,
    last: date | None,
    at: WallMinute | None,
    why: str,
) -> Iterator[Incident]:
    for kind in KINDS:
        for id in happened[kind.replace("-", "_")]:
            yield Incident(kind, id, first, None if kind in LASTING else last, why, at)
