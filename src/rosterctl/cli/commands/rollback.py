"""Publish an old version again, as a new version; no version is ever changed or taken back.

VERSION is a number that `rosterctl runs` lists. It is audited again first: exit 9 when anything is found.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import bureau_argument, json_option
from rosterctl.cli.pages.publication import note_publication, say_publication, say_rejected
from rosterctl.cli.session.record import Recording, recorded
from rosterctl.cli.session.state import login_name, now_option, state_of, state_option
from rosterctl.operations.publish import Publication, Rejected, roll_back
from rosterctl.storage.state.state import State


@click.command(help=__doc__)
@click.argument("version", type=click.IntRange(1))
@bureau_argument
@state_option
@click.option("--because", default="", metavar="TEXT", help="Why; it is kept with the version.")
@click.option("--dry-run", is_flag=True, help="Do everything but publish.")
@now_option
@json_option
def command(
    version: int, bureau: Path, state: Path | None, because: str, dry_run: bool, now: datetime, as_json: bool
) -> ExitCode:
    order = Publication(login_name(), now, because.strip(), dry_run=dry_run)
    place = state_of(bureau, state)
    if dry_run:
        return _roll_back(place, version, order, as_json, Recording())
    with place.lock(), recorded(place, "rollback", now) as recording:
        recording.code = _roll_back(place, version, order, as_json, recording)
        return recording.code


def _roll_back(
    place: State, number: int, order: Publication, as_json: bool, recording: Recording
) -> ExitCode:
    try:
        outcome = roll_back(place, number, order)
    except Rejected as rejected:
        return say_rejected(rejected, as_json)
    note_publication(recording, outcome)
    return say_publication(outcome, order.dry_run, as_json)
