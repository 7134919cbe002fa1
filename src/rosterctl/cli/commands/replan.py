"""Repair the published roster after something has happened, with as few changes as it takes.

Say what happened: `--sick P003` (today, or `--from` and `--until`), `--back`, `--leave`, `--training`,
`--court`, `--left`, `--vehicle-down`, `--vehicle-back`; it is entered in the bureau's incidents.csv. Changes
in the bureau's other files count too: posts, events, absences, swaps. Every published duty that can stay
stays. People are called in, lent or moved to another shift only for legal minima (with --plan for the plan
too), and those changes are the fewest possible, counted more the sooner they are and twice on a day off. What
happened is reason enough to change a duty within the frozen window; nobody is called in for one that has
begun. Exit 6 when posts are short afterwards, 9 when the result is not lawful, 7 when another run is at work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial, reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import a_date, a_note, bureau_argument, json_option
from rosterctl.cli.pages.publication import say_rejected
from rosterctl.cli.pages.render import counted
from rosterctl.cli.session.load import load_bureau
from rosterctl.cli.session.record import Recording, recorded
from rosterctl.cli.session.state import login_name, now_option, state_of, state_option
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.incident import LASTING, Incident, IncidentKind
from rosterctl.intake.bureau_yaml import file_for, zone_of
from rosterctl.operations.publish import Publication, Rejected
from rosterctl.storage.bureau_files.added_rows import held, replace_known
from rosterctl.storage.bureau_files.incidents import with_incidents
from rosterctl.storage.disk.atomic import sweep
from rosterctl.storage.disk.collector import collector_resting
from rosterctl.storage.state.state import State
from rosterctl.storage.state.versions import horizon_of

if TYPE_CHECKING:
    from rosterctl.operations.publish_carried import Renewed

KINDS: Mapping[IncidentKind, str] = {
    IncidentKind.SICK: "An officer is sick.",
    IncidentKind.LEAVE: "An officer is granted leave.",
    IncidentKind.TRAINING: "An officer is in training.",
    IncidentKind.COURT: "An officer is at court.",
    IncidentKind.OTHER: "An officer is away for another reason.",
    IncidentKind.BACK: "An officer is there again.",
    IncidentKind.LEFT: "An officer is no longer on the roll.",
    IncidentKind.VEHICLE_DOWN: "A vehicle is in the workshop.",
    IncidentKind.VEHICLE_BACK: "A vehicle runs again.",
}
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
    why: str,
    plan_first: bool,
    dry_run: bool,
    now: datetime,
    as_json: bool,
    **happened: tuple[str, ...],
) -> ExitCode:
    place = state_of(bureau, state)
    since = first or now.astimezone(zone_of(bureau)).date()
    if last is not None and last < since:
        raise click.UsageError(f"--until {last} lies before {since}")
    incidents = tuple(_incidents(happened, since, last, why))
    order = Publication(login_name(), now, why, dry_run=dry_run)
    job = partial(_run, place, _Entering(bureau, incidents, dry_run), order, plan_first, as_json)
    if dry_run:
        with collector_resting():
            return job(Recording())
    with collector_resting(), place.lock(), recorded(place, "replan", now) as recording:
        sweep(bureau)
        recording.code = job(recording)
        return recording.code


def _incidents(
    happened: dict[str, tuple[str, ...]], first: date, last: date | None, why: str
) -> Iterator[Incident]:
    for kind in KINDS:
        for id in happened[kind.replace("-", "_")]:
            yield Incident(kind, id, first, None if kind in LASTING else last, why)


@dataclass(frozen=True)
class _Entering:
    """Reads the bureau as if the incidents stood in their file, and enters them there if it is sound."""

    bureau: Path
    incidents: Sequence[Incident]
    dry_run: bool

    def load(self, carried: Mapping[str, bytes]) -> tuple[Bureau, Mapping[str, bytes]]:
        if not self.incidents:
            return load_bureau(self.bureau, carried)
        name = file_for(self.bureau, "incidents")
        file = self.bureau / name
        known = held(file)
        data = with_incidents(file, known, self.incidents)
        loaded = load_bureau(self.bureau, {**carried, name: data})
        if not self.dry_run:
            replace_known(file, known, data)
            click.echo(f"entered in {name}: {counted(len(self.incidents), 'row')}", err=True)
        return loaded


def _run(
    place: State,
    entering: _Entering,
    order: Publication,
    plan_first: bool,
    as_json: bool,
    recording: Recording,
) -> ExitCode:
    from rosterctl.cli.pages import renewal  # noqa: PLC0415 (loads the solver)
    from rosterctl.cli.tables import refresh_tables, write_tables  # noqa: PLC0415
    from rosterctl.operations.replan import replan  # noqa: PLC0415

    try:
        renewed = replan(place, entering.load, order, renewal.papers_of, plan_first=plan_first)
    except Rejected as rejected:
        return say_rejected(rejected, as_json)
    _warn_of_earlier(place, order.now, renewed)
    renewal.note_renewal(recording, renewed)
    if renewed.version is not None:
        write_tables(place, renewed.version, renewed.bureau, renewed.made.roster)
    elif not order.dry_run:
        refresh_tables(place)
    renewal.say_renewal(renewed, as_json)
    return renewal.code_of(renewed)


def _warn_of_earlier(place: State, now: datetime, renewed: Renewed) -> None:
    """A roster for next month may be current already: then what happens today is repaired nowhere."""
    today, first = renewed.bureau.clock.local(now).date(), renewed.made.roster.horizon.first
    horizons = [(one.number, horizon_of(one)) for one in reversed(place.versions())]
    number = next((number for number, horizon in horizons if horizon and today in horizon), None)
    if today < first and number is not None:
        click.echo(
            f"warning: what is current begins on {first}; {today} is in version {number}, which was not "
            "repaired",
            err=True,
        )
