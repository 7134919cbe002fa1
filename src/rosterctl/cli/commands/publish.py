"""Publish a roster: audited again, kept as a version for ever, and current from now on.

ROSTER is a folder that `solve --out` wrote. Duties that begin within the next 72 hours, or have begun,
change only for a reason: name it with --because. Exit 9 when the audit finds anything, 7 when another run is
at work, 6 when the roster was published but leaves posts short.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import bureau_argument, json_option, roster_argument
from rosterctl.cli.pages.publication import note_publication, say_frozen, say_publication, say_rejected
from rosterctl.cli.session.record import Recording, recorded
from rosterctl.cli.session.state import login_name, now_option, state_of, state_option
from rosterctl.operations.publish import Frozen, Publication, Rejected, publish
from rosterctl.storage.state.state import State


@click.command(help=__doc__)
@roster_argument
@bureau_argument
@state_option
@click.option("--because", default="", metavar="TEXT", help="Why duties that begin soon are changed.")
@click.option(
    "--frozen-hours", type=click.FloatRange(0), default=72, show_default=True, help="How soon is soon."
)
@click.option("--dry-run", is_flag=True, help="Do everything but publish.")
@now_option
@json_option
def command(
    roster: Path,
    bureau: Path,
    state: Path | None,
    because: str,
    frozen_hours: float,
    dry_run: bool,
    now: datetime,
    as_json: bool,
) -> ExitCode:
    order = Publication(login_name(), now, because.strip(), frozen_hours, dry_run)
    place = state_of(bureau, state)
    if dry_run:
        return _publish(place, roster, order, as_json, Recording())
    with place.lock(), recorded(place, "publish", now) as recording:
        recording.code = _publish(place, roster, order, as_json, recording)
        return recording.code


def _publish(place: State, roster: Path, order: Publication, as_json: bool, recording: Recording) -> ExitCode:
    try:
        outcome = publish(place, roster, order)
    except Rejected as rejected:
        return say_rejected(rejected, as_json)
    except Frozen as frozen:
        return say_frozen(frozen, order.frozen_hours, as_json)
    note_publication(recording, outcome)
    return say_publication(outcome, order.dry_run, as_json)
