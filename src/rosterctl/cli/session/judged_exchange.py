"""What `swap` and `substitute` have in common: judge the exchange, say what came of it, enter it."""

from __future__ import annotations

from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import named
from rosterctl.cli.pages.exchange import exchange_json, exchange_text
from rosterctl.domain.people.exchange import Exchange
from rosterctl.export.plain_text import clean
from rosterctl.intake.bureau_yaml import file_for
from rosterctl.operations.load import load_bureau
from rosterctl.storage.bureau_files.added_rows import held
from rosterctl.storage.roster.folder import ROSTER, check_ids, open_roster
from rosterctl.wording import say


def judge_and_enter(bureau: Path, roster: Path, exchange: Exchange, dry_run: bool, as_json: bool) -> ExitCode:
    """Judge the exchange on the roster and enter it in the bureau's file when it is lawful.

    The file is looked at before the bureau is read, so that what another run enters meanwhile is noticed.
    """
    from rosterctl.operations.swap import enter, exchange_duties, up_to_date  # noqa: PLC0415 (slow)

    known = held(bureau / file_for(bureau, "exchanges"))
    found, _ = load_bureau(bureau)
    for id in (exchange.officer, exchange.with_officer):
        named("officer", id, found.officers)
    made_from, read = open_roster(roster)
    if made_from.id != found.id:
        raise click.UsageError(
            say(wording.ROSTER_OF_ANOTHER, roster=roster, of=made_from.id, bureau=found.id)
        )
    check_ids(found, read, str(roster / ROSTER))
    current = up_to_date(found, made_from, read)
    for note in current.notes[len(read.notes) :]:
        click.echo(clean(str(note)), err=True)
    result = exchange_duties(found, current, exchange)
    file = enter(bureau, exchange, known) if result.lawful and not dry_run else None
    click.echo(exchange_json(result, file) if as_json else exchange_text(result))
    if file is not None:
        click.echo(clean(f"entered in {file}"), err=True)
    return ExitCode.FINE if result.lawful else ExitCode.AUDIT_REJECTED
