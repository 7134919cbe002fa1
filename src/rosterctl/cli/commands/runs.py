"""List what was published and what ran, newest first; --verify checks that nothing was changed since.

--verify follows the journal's chain of hashes and hashes every file of every version. Exit 9 when anything
is wrong; the next run that writes sets it aside and goes on with the last good version.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import bureau_argument, json_option
from rosterctl.cli.pages.run_list import run_list
from rosterctl.cli.session.failures import warn
from rosterctl.cli.session.state import state_of, state_option
from rosterctl.export.plain_text import clean
from rosterctl.storage.state.state import State
from rosterctl.wording import numbered, say


@click.command(help=__doc__)
@bureau_argument
@state_option
@click.option("--verify", is_flag=True, help="Check every hash.")
@json_option
def command(bureau: Path, state: Path | None, verify: bool, as_json: bool) -> ExitCode:
    place = state_of(bureau, state)
    if verify:
        return _verify(place, as_json)
    page, trouble = run_list(place)
    click.echo(json.dumps(page.fields, ensure_ascii=False, indent=1) if as_json else page.text)
    for sentence in trouble:
        warn(sentence)
    return ExitCode.FINE


def _verify(place: State, as_json: bool) -> ExitCode:
    wrong = place.verify()
    versions = numbered(len(place.versions()), wording.ONE_VERSION_INTACT, wording.VERSIONS_INTACT)
    if as_json:
        click.echo(json.dumps({"intact": not wrong, "wrong": list(wrong)}, ensure_ascii=False, indent=1))
    elif wrong:
        click.echo("\n".join(map(clean, wrong)))
    else:
        click.echo(say(wording.ALL_INTACT, versions=versions))
    return ExitCode.AUDIT_REJECTED if wrong else ExitCode.FINE
