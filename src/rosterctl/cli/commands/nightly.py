"""The night run for cron: move the published roster on to today, repair it, publish it if it is clean.

Whatever is not over yet, such as the night that runs, stays in it; --days counts from today on.
The roster keeps every published duty that can stay, and grows by a week whenever less than --days are left.
A duty within the frozen window is changed too where it cannot stay; each change is kept with its reason.
When anything goes wrong the last good roster stays current. A second run of the same night has nothing to do.
Silent when nothing has become worse than what was published, but for a warning once a week from 60 days
before the calendar ends. A gap is told once and not every night; --verbose and --json tell all. Whom to
tell stands in the bureau's notify.yaml. The current roster's tables are in tables/ of the state folder.
What cannot be made lawful is kept as it was published and told. Where time runs out for the dates to be
added, what was repaired is published without them, and the next night tries again. Exit 6 when the roster
was published but leaves posts short, keeps such a duty or lacks such dates, told before or not, 9 when the
audit rejected it, 7 when another run is at work, 2 when today cannot be right. Mistakes in the files (3)
are told by their places alone, because this may end in a log; `rosterctl validate` shows the lines.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rosterctl.cli.commands.solve import MOST_DAYS
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import bureau_argument, date_option, json_option
from rosterctl.cli.session.at_work import Session, at_work
from rosterctl.cli.session.events import events_option, written_events
from rosterctl.cli.session.failures import warn
from rosterctl.cli.session.now import now_option, today_in
from rosterctl.cli.session.signals import signals_stop
from rosterctl.cli.session.state import login_name, state_of, state_option
from rosterctl.intake.bureau_yaml import zone_of
from rosterctl.operations.publish import Publication
from rosterctl.storage.state.state import State

if TYPE_CHECKING:
    from rosterctl.operations.next_version import Renewed

KEPT = 400
"""Versions; more than a year of nights."""


@click.command(help=__doc__)
@bureau_argument
@state_option
@date_option("--today", help="The first date; the clock's if left out.")
@click.option(
    "--days",
    type=click.IntRange(1, MOST_DAYS),
    default=28,
    show_default=True,
    help="How many dates from today on are published at least.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(1),
    default=180.0,
    show_default=True,
    help="Seconds for all that has to be searched.",
)
@click.option(
    "--keep",
    type=click.IntRange(0),
    default=KEPT,
    show_default=True,
    help="How many versions are kept, the newest; 0 for all.",
)
@click.option("--dry-run", is_flag=True, help="Do everything but publish and notify.")
@click.option("--verbose", is_flag=True, help="Say all that has changed or is short, new or not.")
@events_option
@click.option(
    "--metrics",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write how the run ended to FILE, for Prometheus.",
)
@now_option
@json_option
def command(
    bureau: Path,
    state: Path | None,
    today: date | None,
    days: int,
    time_limit: float,
    keep: int,
    dry_run: bool,
    verbose: bool,
    events: Path | None,
    metrics: Path | None,
    now: datetime,
    as_json: bool,
) -> ExitCode:
    from rosterctl.operations.nightly import Plan, nightly  # noqa: PLC0415 (loads the solver)
    from rosterctl.planning.budget import Budget  # noqa: PLC0415
    from rosterctl.planning.workers.local import local_processes  # noqa: PLC0415

    order = Publication(login_name(), now, dry_run=dry_run)
    session = Session("nightly", bureau, state_of(bureau, state), order, unattended=True, metrics=metrics)
    budget = Budget(time_limit)
    with at_work(session) as recording:
        plan = Plan(today or today_in(zone_of(bureau), now), days, budget, keep=keep)
        with signals_stop(budget), written_events(events, lambda _: None) as hear:
            renewed = nightly(bureau, session.state, plan, order, local_processes, hear)
        if renewed is not None:
            recording.note(renewed)
            for reminder in renewed.reminders:
                warn(reminder)
        said = _said(session.state, renewed, verbose, as_json)
        if said:
            click.echo(said)
    return recording.code


def _said(state: State, renewed: Renewed | None, verbose: bool, as_json: bool) -> str:
    """Everything if that is asked for; of a night without news nothing, because cron would mail it."""
    from rosterctl.cli.pages import next_version as page  # noqa: PLC0415 (loads the solver)

    if renewed is None:
        if as_json:
            return page.nothing_new_json(state.current())
        return page.nothing_new_text(state.current()) if verbose else ""
    if as_json:
        return page.renewal_json(renewed)
    if verbose:
        return page.renewal_text(renewed)
    return page.in_short(renewed)
