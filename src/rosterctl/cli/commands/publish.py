"""Publish a roster: audited again, kept as a version for ever, and current from now on.

ROSTER is a folder that `solve --out` wrote. It may have other dates than the current roster, next month's for
example: on dates that both have it counts, on all others that are not over the current one stands, and all is
one version in the bureau as it is now. What does not fit where they meet is taken off and told. A date of
which a duty has begun stays as it is published; `replan` repairs it. Duties that begin within the next 72
hours change only for a reason: name it with --because. Exit 9 when the audit finds anything, 7 when another
run is at work, 6 when the roster was published but leaves posts short.

ROSTER may also be a roster.csv that `export csv` wrote and somebody edited: --of says which roster it was.
A name typed over another gives the duty to that officer; what contradicts itself is a mistake with its row.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import a_roster, bureau_argument, is_csv, json_option
from rosterctl.cli.pages.handed_in import wording as of_lists
from rosterctl.cli.pages.publish import publication_json, publication_text
from rosterctl.cli.session.at_work import Session, at_work
from rosterctl.cli.session.now import now_option
from rosterctl.cli.session.state import login_name, state_in, state_of, state_option
from rosterctl.export.plain_text import clean
from rosterctl.operations.handed_in.edited_roster import edited_roster
from rosterctl.operations.publish import Publication, publish
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.roster.folder import ROSTER
from rosterctl.wording import say


@click.command(help=__doc__)
@click.argument("roster", type=click.Path(path_type=Path))
@bureau_argument
@click.option(
    "--of",
    type=click.Path(path_type=Path),
    callback=a_roster,
    help="The ROSTER from which an edited roster.csv was exported.",
)
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
    of: Path | None,
    state: Path | None,
    because: str,
    frozen_hours: float,
    dry_run: bool,
    now: datetime,
    as_json: bool,
) -> ExitCode:
    if state_in(roster) is not None:
        raise BadInput([Problem(Place(str(roster)), *say(wording.NOTHING_TO_PUBLISH))])
    order = Publication(login_name(), now, because.strip(), frozen_hours, dry_run)
    session = Session("publish", bureau, state_of(bureau, state), order)
    with at_work(session) as recording, _folder(roster, of) as folder:
        outcome = publish(session.state, folder, order, bureau)
        recording.note(outcome)
        click.echo((publication_json if as_json else publication_text)(outcome, dry_run))
    return recording.code


@contextmanager
def _folder(roster: Path, of: Path | None) -> Iterator[Path]:
    """The roster's folder; of an edited file one that is made for as long as it takes."""
    if not is_csv(roster):
        if of is not None:
            raise click.UsageError(say(of_lists.OF_IS_FOR_CSV))
        yield roster
        return
    if of is None and (roster.parent / ROSTER).is_file():
        of = roster.parent
    if of is None:
        raise click.UsageError(say(of_lists.OF_WHICH))
    with edited_roster(roster, of) as edited:
        told = say(of_lists.EDITED, file=roster, gone=edited.gone, new=edited.new)
        click.echo(clean(told), err=True)
        yield edited.folder
