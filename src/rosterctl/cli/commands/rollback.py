"""Publish an old version again, as a new version; no version is ever changed or taken back.

VERSION is a number that `rosterctl runs` lists. It is audited again first: exit 9 when anything is found.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import bureau_argument, json_option
from rosterctl.cli.pages.publish import publication_json, publication_text
from rosterctl.cli.session.at_work import Session, at_work
from rosterctl.cli.session.now import now_option
from rosterctl.cli.session.state import login_name, state_of, state_option
from rosterctl.operations.publish import Publication, roll_back


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
    session = Session("rollback", bureau, state_of(bureau, state), order)
    with at_work(session) as recording:
        outcome = roll_back(session.state, version, order)
        recording.note(outcome)
        click.echo((publication_json if as_json else publication_text)(outcome, dry_run))
    return recording.code
