"""Make a roster, audit it, and write it to a folder."""

from __future__ import annotations

import json
import shlex
import signal
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rosterctl.audit.audit import AuditReport
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import (
    bureau_argument,
    first_option,
    json_option,
    next_first,
    warn_of_unknown_years,
)
from rosterctl.cli.pages import solved as solve_report
from rosterctl.cli.pages.progress import progress
from rosterctl.cli.pages.render import clean
from rosterctl.cli.papers import papers
from rosterctl.cli.session.load import load_bureau
from rosterctl.cli.session.signals import signals_stop
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.insight.shortages.attained import attained
from rosterctl.storage.roster.folder import Inputs, check_target, write_roster
from rosterctl.timeline.horizon import Horizon

if TYPE_CHECKING:
    from rosterctl.planning.roster.made import Made
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
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@click.option("--reproducible", is_flag=True, help="Same input and seed, same roster byte for byte.")
@click.option("--processes", type=click.IntRange(1), help="Searches side by side; one a core if not given.")
@click.option("--cluster", metavar="ADDRESS", help="Search on a dask cluster; `local` starts one here.")
@click.option("--quiet", is_flag=True, help="Say nothing while solving.")
@json_option
def command(
    bureau: Path,
    first: date | None,
    days: int,
    out: Path,
    time_limit: float,
    seed: int,
    reproducible: bool,
    processes: int | None,
    cluster: str | None,
    quiet: bool,
    as_json: bool,
) -> ExitCode:
    from rosterctl.operations.make import Stopped, make_roster  # noqa: PLC0415 (loads the solver)
    from rosterctl.planning.budget import Budget  # noqa: PLC0415
    from rosterctl.planning.no_roster import Contradiction, NoTimeForAny  # noqa: PLC0415
    from rosterctl.planning.request import Request  # noqa: PLC0415

    budget = Budget(time_limit)
    check_target(out)
    with _executor(cluster, processes) as executor, signals_stop(budget) as heard:
        found, inputs = load_bureau(bureau)
        horizon = Horizon(first or next_first(date.today()), days)
        warn_of_unknown_years(found, horizon)
        order = Request(horizon, budget, seed, reproducible)
        try:
            with progress(quiet) as hear:
                made = make_roster(found, order, executor, hear)
        except Contradiction:
            click.echo("the hard rules contradict each other: not even an empty roster is lawful", err=True)
            return ExitCode.CONTRADICTION
        except NoTimeForAny:
            click.echo(f"{time_limit:g} s ran out before the first roster; raise --time-limit", err=True)
            return ExitCode.OUT_OF_TIME
        except Stopped as stop:
            return _stopped(out, inputs, found, stop.draft, heard)
    if not made.verdict.clean:
        for finding in made.verdict.findings[: solve_report.GAPS_IN_SUMMARY]:
            click.echo(clean(f"{finding.rule}: {finding.message}"), err=True)
        click.echo("the audit rejected the roster; nothing was written. Please report this.", err=True)
        return ExitCode.AUDIT_REJECTED
    _write(out, inputs, found, made.roster, made.verdict)
    click.echo(_output(found, made.roster, as_json))
    click.echo(clean(f"written to {out}; `rosterctl show {shlex.quote(str(out))}` shows it"), err=True)
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
        raise click.UsageError("--cluster needs the extra: pip install 'rosterctl[cluster]'") from None
    try:
        return open_cluster(cluster, width)
    except NoCluster as error:
        raise click.UsageError(f"--cluster {cluster}: {error}") from None


def _stopped(
    out: Path, inputs: Inputs, bureau: Bureau, best: Made | None, heard: Sequence[signal.Signals]
) -> ExitCode:
    """Keep the best so far beside the place of the roster, which may hold a better one from another day."""
    terminated = heard[0] is signal.Signals.SIGTERM
    word = "terminated" if terminated else "interrupted"
    if best is None:
        click.echo(f"{word} before the first roster; nothing was written", err=True)
    else:
        draft = out.parent / f"{out.name or 'roster'}-draft"
        _write(draft, inputs, bureau, best.roster, best.verdict, draft=word)
        click.echo(clean(f"{word}; the best roster so far is kept as a draft in {draft}"), err=True)
    return ExitCode.TERMINATED if terminated else ExitCode.INTERRUPTED


def _output(bureau: Bureau, roster: Roster, as_json: bool) -> str:
    if not as_json:
        return solve_report.summary(bureau, roster, attained(bureau, roster))
    tiers = [
        {"tier": one.tier.title, "value": one.value, "bound": one.bound, "gap": one.gap}
        for one in roster.tiers
    ]
    facts: dict[str, Any] = {
        "bureau": roster.bureau,
        "from": roster.horizon.first.isoformat(),
        "days": roster.horizon.days,
        "duties": len(roster.duties),
        "tiers": tiers,
        "fallbacks": [{"unit": one.unit, "why": one.why} for one in roster.fallbacks],
        "shortages": [
            {
                "what": one.what,
                "unit": one.unit,
                "date": one.day.isoformat(),
                "start": one.start,
                "end": one.end,
                "heads": one.heads,
                "why": one.why,
            }
            for one in roster.shortages
        ],
    }
    return json.dumps(facts, ensure_ascii=False, indent=2)


def _write(
    out: Path, inputs: Inputs, bureau: Bureau, roster: Roster, verdict: AuditReport, draft: str = ""
) -> None:
    """`draft` says what cut the search off, if anything did."""
    extras = papers(bureau, roster, verdict, draft)
    write_roster(out, roster, inputs, extras, {"draft": draft} if draft else None)
