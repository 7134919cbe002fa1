"""The night run for cron: move the published roster on to today, repair it, publish it if it is clean.

The roster keeps every published duty that can stay, and grows by a week whenever less than --days are left.
A duty within the frozen window is changed too where it cannot stay; each change is kept with its reason.
When anything goes wrong the last good roster stays current. A second run of the same night has nothing to do.
Silent when all is well; whom to tell stands in the bureau's notify.yaml. The current roster's tables are in
tables/ of the state folder. Exit 6 when the roster was published but leaves posts short, 9 when the audit
rejected it, 7 when another run is at work, 2 when today cannot be right. Mistakes in the files (3) are
told by their places alone, because this may end in a log; `rosterctl validate` shows the lines.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path
from signal import SIGTERM

import click

from rosterctl.cli.commands.solve import MOST_DAYS
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import bureau_argument, date_option, json_option
from rosterctl.cli.pages.publication import say_rejected
from rosterctl.cli.session.announce import announced
from rosterctl.cli.session.load import load_bureau, load_unseen
from rosterctl.cli.session.record import Recording, recorded
from rosterctl.cli.session.signals import signals_stop
from rosterctl.cli.session.state import login_name, now_option, state_of, state_option
from rosterctl.intake.bureau_yaml import zone_of
from rosterctl.operations.publish import Publication, Rejected
from rosterctl.storage.disk.atomic import sweep
from rosterctl.storage.state.state import State

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
@click.option("--verbose", is_flag=True, help="Say what has changed even when all is well.")
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
    now: datetime,
    as_json: bool,
) -> ExitCode:
    place = state_of(bureau, state)
    order = Publication(login_name(), now, dry_run=dry_run)
    job = partial(_night, bureau, place, order, (today, days, time_limit, keep), verbose, as_json)
    if dry_run:
        return job(Recording())
    with announced(bureau, "nightly") as announcement, place.lock(), recorded(place, "nightly", now) as run:
        announcement.begin(run)
        sweep(bureau)
        run.code = job(run)
        return run.code


def _night(
    bureau: Path,
    place: State,
    order: Publication,
    plan: tuple[date | None, int, float, int],
    verbose: bool,
    as_json: bool,
    recording: Recording,
) -> ExitCode:
    from rosterctl.cli.pages import renewal  # noqa: PLC0415 (loads the solver)
    from rosterctl.cli.tables import refresh_tables, write_tables  # noqa: PLC0415
    from rosterctl.operations.make import Stopped  # noqa: PLC0415
    from rosterctl.operations.nightly import Plan, WrongClock, nightly  # noqa: PLC0415
    from rosterctl.planning.budget import Budget  # noqa: PLC0415
    from rosterctl.planning.no_roster import Contradiction, NoTimeForAny  # noqa: PLC0415
    from rosterctl.planning.workers.local import local_processes  # noqa: PLC0415

    today, days, seconds, keep = plan
    first = today or order.now.astimezone(zone_of(bureau)).date()
    budget = Budget(seconds)
    load = partial(load_bureau if order.dry_run else load_unseen, bureau)
    with signals_stop(budget) as heard:
        try:
            renewed = nightly(
                place, load, Plan(first, days, budget, keep=keep), order, local_processes, renewal.papers_of
            )
        except WrongClock as wrong:
            raise click.UsageError(str(wrong)) from None
        except Rejected as rejected:
            return say_rejected(rejected, as_json)
        except Contradiction:
            click.echo("the hard rules contradict each other: not even an empty roster is lawful", err=True)
            return ExitCode.CONTRADICTION
        except NoTimeForAny:
            click.echo(f"{seconds:g} s ran out before the first roster; raise --time-limit", err=True)
            return ExitCode.OUT_OF_TIME
        except Stopped:
            click.echo("stopped before the roster was ready; the last one stays current", err=True)
            return ExitCode.TERMINATED if heard[0] is SIGTERM else ExitCode.INTERRUPTED
    if renewed is None:
        if not order.dry_run:
            refresh_tables(place)
        if verbose or as_json:
            renewal.say_nothing_new(place.current(), as_json)
        return ExitCode.FINE
    renewal.note_renewal(recording, renewed)
    if renewed.version is not None:
        write_tables(place, renewed.version, renewed.bureau, renewed.made.roster)
    if verbose or as_json:
        renewal.say_renewal(renewed, as_json)
    elif renewed.degraded:
        click.echo(renewal.in_short(renewed))
    return renewal.code_of(renewed)
