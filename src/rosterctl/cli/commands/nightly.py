"""The night run for cron: move the published roster on to today, repair it, publish it if it is clean.

The roster keeps every published duty that can stay, and grows by a week whenever less than --days are left.
When anything goes wrong the last good roster stays current. A second run of the same night has nothing to do.
Silent when all is well; whom to tell stands in the bureau's notify.yaml. The current roster's tables are in
tables/ of the state folder. Exit 6 when the roster was published but leaves posts short, 9 when the audit
rejected it, 7 when another run is at work.
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from signal import SIGTERM
from zoneinfo import ZoneInfo

import click

from rosterctl.cli.arguments import a_date, bureau_argument, json_option
from rosterctl.cli.commands.solve import LONGEST
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.loading import load_bureau
from rosterctl.cli.publishing import say_rejected
from rosterctl.cli.recording import Recording, recorded
from rosterctl.cli.signals import signals_stop
from rosterctl.cli.state_folder import login_name, now_option, state_of, state_option
from rosterctl.domain.tier import Tier
from rosterctl.intake.beside import id_of, zone_of
from rosterctl.operations import notify
from rosterctl.operations.notice import Facts
from rosterctl.operations.publish import Order, Rejected
from rosterctl.storage.atomic import write_folder
from rosterctl.storage.state import State

KEPT = 400
"""Versions; more than a year of nights."""


@click.command(help=__doc__)
@bureau_argument
@state_option
@click.option("--today", metavar="DATE", callback=a_date, help="The first date; the clock's if left out.")
@click.option("--days", type=click.IntRange(1, LONGEST), default=28, show_default=True)
@click.option("--time-limit", type=click.FloatRange(1), default=180.0, show_default=True)
@click.option("--keep", type=click.IntRange(0), default=KEPT, show_default=True, help="Versions; 0 for all.")
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
    place, channels = state_of(bureau, state), notify.channels_of(bureau)
    first = today or now.astimezone(ZoneInfo(zone_of(bureau))).date()
    order = Order(login_name(), now, dry_run=dry_run)
    job = partial(_night, bureau, place, order, (first, days, time_limit, keep), verbose, as_json)
    if dry_run:
        return job(Recording())
    started, recording = time.monotonic(), Recording()
    told = Facts(id_of(bureau), 0, "nightly")
    try:
        with place.lock(), recorded(place, "nightly", now) as recording:
            told = replace(told, run=recording.run)
            notify.started(channels, told)
            recording.code = job(recording)
            return recording.code
    finally:
        if recording.run:
            notify.ended(channels, _ended(told, recording, time.monotonic() - started))


def _ended(told: Facts, recording: Recording, seconds: float) -> Facts:
    facts = recording.facts
    short = {int(tier): facts.get(f"short_{tier.name.lower()}") for tier in Tier}
    return replace(
        told,
        exit_code=int(recording.code),
        version=recording.version,
        officers=facts.get("officers"),
        duties=facts.get("duties"),
        changes=facts.get("changes"),
        shortages={tier: heads for tier, heads in short.items() if heads is not None},
        seconds=seconds,
    )


def _night(
    bureau: Path,
    place: State,
    order: Order,
    plan: tuple[date, int, float, int],
    verbose: bool,
    as_json: bool,
    recording: Recording,
) -> ExitCode:
    from rosterctl.cli import renewing  # noqa: PLC0415 (loads the solver)
    from rosterctl.cli.tables import tables  # noqa: PLC0415
    from rosterctl.operations.make import Stopped  # noqa: PLC0415
    from rosterctl.operations.nightly import Plan, WrongClock, nightly  # noqa: PLC0415
    from rosterctl.planning.budget import Budget  # noqa: PLC0415
    from rosterctl.planning.local_processes import local_processes  # noqa: PLC0415
    from rosterctl.planning.pipeline import Contradiction, OutOfTime  # noqa: PLC0415

    first, days, seconds, keep = plan
    budget = Budget(seconds)
    load = partial(load_bureau, bureau)
    with signals_stop(budget) as heard:
        try:
            renewed = nightly(
                place, load, Plan(first, days, budget, keep=keep), order, local_processes, renewing.papers_of
            )
        except WrongClock as wrong:
            raise click.UsageError(str(wrong)) from None
        except Rejected as rejected:
            return say_rejected(rejected, as_json)
        except Contradiction:
            click.echo("the hard rules contradict each other: not even an empty roster is lawful", err=True)
            return ExitCode.CONTRADICTION
        except OutOfTime:
            click.echo(f"{seconds:g} s ran out before the first roster; raise --time-limit", err=True)
            return ExitCode.OUT_OF_TIME
        except Stopped:
            click.echo("stopped before the roster was ready; the last one stays current", err=True)
            return ExitCode.TERMINATED if heard[0] is SIGTERM else ExitCode.INTERRUPTED
    if renewed is None:
        return ExitCode.FINE
    renewing.note(recording, renewed)
    if renewed.version is not None:
        write_folder(place.folder / "tables", tables(renewed.bureau, renewed.made.roster))
    if verbose or as_json:
        renewing.say(renewed, as_json)
    elif renewed.degraded:
        click.echo(renewing.in_short(renewed))
    return renewing.code_of(renewed)
