"""Make a roster, audit it, and write it to a folder."""

from __future__ import annotations

import math
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rosterctl.cli import wording
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import (
    bureau_argument,
    first_option,
    json_option,
    next_first,
    warn_of_calendar_ends,
)
from rosterctl.cli.pages.mistakes import warnings_text
from rosterctl.cli.pages.progress import progress
from rosterctl.cli.pages.solve import cut_short, solved_json, unlawful, written_to
from rosterctl.cli.session.events import events_option, written_events
from rosterctl.cli.session.failures import code_for
from rosterctl.cli.session.now import now_option, today_in
from rosterctl.cli.session.signals import signals_stop
from rosterctl.export.report.report_md import summary
from rosterctl.insight.shortages.attained import attained
from rosterctl.operations.load import load_bureau, warnings_of
from rosterctl.operations.refusals import Stopped
from rosterctl.storage.roster.folder import check_target
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say

if TYPE_CHECKING:
    from rosterctl.planning.workers.executor import Executor

MOST_DAYS = 366


@click.command(help=__doc__)
@bureau_argument
@first_option
@click.option("--days", type=click.IntRange(1, MOST_DAYS), default=28, show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=Path("roster"), show_default=True)
@click.option(
    "--time-limit",
    type=click.FloatRange(1),
    default=180.0,
    show_default=True,
    help="Seconds for the whole run, audit and writing included.",
)
@click.option(
    "--gap",
    type=click.FloatRange(0, 100),
    default=0.0,
    metavar="PERCENT",
    help="End when plan and strength are proved to be within PERCENT of the best.",
)
@click.option(
    "--stop-after-stall",
    "stall",
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    help="End when nothing better was found for SECONDS.",
)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@click.option("--reproducible", is_flag=True, help="Same input and seed, same roster byte for byte.")
@click.option("--processes", type=click.IntRange(1), help="Searches side by side; one a core if not given.")
@click.option("--cluster", metavar="ADDRESS", help="Search on a dask cluster; `local` starts one here.")
@click.option("--quiet", is_flag=True, help="Say nothing while solving.")
@events_option
@now_option
@json_option
def command(
    bureau: Path,
    first: date | None,
    days: int,
    out: Path,
    time_limit: float,
    gap: float,
    stall: float | None,
    seed: int,
    reproducible: bool,
    processes: int | None,
    cluster: str | None,
    quiet: bool,
    events: Path | None,
    now: datetime,
    as_json: bool,
) -> ExitCode:
    from rosterctl.operations.make import keep_draft, make_roster, write_made  # noqa: PLC0415 (loads the solver)
    from rosterctl.planning.budget import Budget  # noqa: PLC0415
    from rosterctl.planning.request import Request  # noqa: PLC0415

    budget = Budget(time_limit, stall=math.inf if stall is None else stall)
    check_target(out)
    with _executor(cluster, processes) as executor:
        try:
            with signals_stop(budget):
                found, inputs = load_bureau(bureau)
                horizon = Horizon(first or next_first(today_in(found.clock.zone, now)), days)
                warn_of_calendar_ends(found, horizon)
                if warned := warnings_text(warnings_of(found, inputs, horizon)):
                    click.echo(warned, err=True)
                order = Request(horizon, budget, seed, reproducible, gap / 100)
                with progress(quiet) as shown, written_events(events, shown) as hear:
                    made = make_roster(found, order, executor, hear)
        except Stopped as stop:
            word = "terminated" if stop.terminated else "interrupted"
            kept = keep_draft(out, inputs, found, stop.draft, word) if stop.draft is not None else None
            click.echo(cut_short(word, kept), err=True)
            return code_for(stop)
    if not made.verdict.clean:
        click.echo(unlawful(made.verdict.findings), err=True)
        return ExitCode.AUDIT_REJECTED
    write_made(out, inputs, found, made)
    click.echo(
        solved_json(found, made.roster)
        if as_json
        else summary(found, made.roster, attained(found, made.roster))
    )
    click.echo(written_to(out), err=True)
    return ExitCode.DEGRADED if made.degraded else ExitCode.FINE


def _executor(cluster: str | None, processes: int | None) -> Executor:
    """Child processes here, or a cluster; a usage error when there is no such cluster."""
    from rosterctl.planning.workers.local import LocalProcesses, cores, fair_memory  # noqa: PLC0415

    width = processes or cores()
    if cluster is None:
        return LocalProcesses(width, fair_memory(width))
    try:
        from rosterctl.planning.workers.cluster import NoCluster, open_cluster  # noqa: PLC0415
    except ImportError:
        raise click.UsageError(say(wording.CLUSTER_EXTRA)) from None
    try:
        return open_cluster(cluster, width)
    except NoCluster as error:
        raise click.UsageError(f"--cluster {cluster}: {error}") from None
