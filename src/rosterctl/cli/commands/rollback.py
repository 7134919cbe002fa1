"""Go back to an old version: its duties count again from now on, in a new version.

VERSION is a number that `rosterctl runs` lists. It is audited first: exit 9 when anything is found. A date
of which a duty has begun stays as it is published; from the next one on the duties of VERSION count. They
are carried on in the bureau as it is now: who is sick or has left by now stays away. Dates after the last
one of VERSION stay as they are published; --drop-later takes them away. Duties that begin within the next
72 hours change only for a reason: name it with --because. Every published duty that changes is told, and
stands in the changes.csv of the new version. Exit 6 when posts are short.
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
from rosterctl.operations.publish import Publication
from rosterctl.operations.rollback import roll_back


@click.command(help=__doc__)
@click.argument("version", type=click.IntRange(1))
@bureau_argument
@state_option
@click.option("--because", default="", metavar="TEXT", help="Why; it is kept with the version.")
@click.option("--drop-later", is_flag=True, help="Take published dates away that are after VERSION's last.")
@click.option("--dry-run", is_flag=True, help="Do everything but publish.")
@now_option
@json_option
def command(
    version: int,
    bureau: Path,
    state: Path | None,
    because: str,
    drop_later: bool,
    dry_run: bool,
    now: datetime,
    as_json: bool,
) -> ExitCode:
    order = Publication(login_name(), now, because.strip(), dry_run=dry_run)
    session = Session("rollback", bureau, state_of(bureau, state), order)
    with at_work(session) as recording:
        outcome = roll_back(session.state, version, order, bureau, drop_later=drop_later)
        recording.note(outcome)
        click.echo((publication_json if as_json else publication_text)(outcome, dry_run))
    return recording.code
