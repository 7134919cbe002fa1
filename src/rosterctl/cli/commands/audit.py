"""Judge a roster again from its files: every rule, every cost.

ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then. Or it is a
roster.csv that was edited by hand: then name --of or --bureau too.
Exit 0 when the roster is clean, 9 when anything was found.
"""

from __future__ import annotations

from pathlib import Path

import click

from rosterctl.audit.audit import audit
from rosterctl.cli import wording
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import a_roster, is_csv, json_option, roster_argument
from rosterctl.cli.pages.audit import audit_text
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.audit_json import audit_json
from rosterctl.intake.load import read_bureau
from rosterctl.storage.collector import keep_for_good
from rosterctl.storage.roster.csv_reader import read_roster_csv
from rosterctl.storage.roster.folder import ROSTER, open_for_audit, open_roster
from rosterctl.wording import say

_FOLDER = click.Path(path_type=Path)


@click.command(help=__doc__)
@roster_argument
@click.option("--bureau", type=_FOLDER, help="The bureau's folder, if not the copy in the roster folder.")
@click.option(
    "--of", type=_FOLDER, callback=a_roster, help="The ROSTER from which an edited roster.csv was exported."
)
@json_option
def command(roster: Path, bureau: Path | None, of: Path | None, as_json: bool) -> ExitCode:
    judged, found = _csv(roster, bureau, of) if is_csv(roster) else open_for_audit(roster, bureau)
    keep_for_good()
    report = audit(judged, found)
    click.echo(audit_json(found, report) if as_json else audit_text(judged, found, report))
    return ExitCode.FINE if report.clean else ExitCode.AUDIT_REJECTED


def _csv(file: Path, bureau: Path | None, of: Path | None) -> tuple[Bureau, Roster]:
    if of is None and (file.parent / ROSTER).is_file():
        of = file.parent
    if of is not None:
        judged, exported = open_roster(of, bureau)
        return judged, read_roster_csv(file, judged, exported)
    if bureau is None:
        raise click.UsageError(say(wording.OF_OR_BUREAU))
    judged = read_bureau(bureau)
    return judged, read_roster_csv(file, judged)
