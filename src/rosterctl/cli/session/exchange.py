"""What `swap` and `substitute` have in common: judge the exchange, say what came of it, enter it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import a_note, named
from rosterctl.cli.pages.difference import officers_page, person
from rosterctl.cli.pages.render import clean
from rosterctl.cli.session.load import load_bureau
from rosterctl.domain.exchange import Exchange
from rosterctl.intake.bureau_yaml import file_for
from rosterctl.storage.bureau_files.added_rows import held
from rosterctl.storage.roster.folder import ROSTER, check_ids, open_roster
from rosterctl.timeline.clock import clock_text

if TYPE_CHECKING:
    from rosterctl.operations.swap import Exchanged


roster_option = click.option(
    "--roster",
    type=click.Path(path_type=Path),
    default=Path("roster"),
    show_default=True,
    help="The roster folder in which the duties stand.",
)
note_option = click.option("--note", default="", callback=a_note, help="Why, for the file.")
dry_run_option = click.option("--dry-run", is_flag=True, help="Judge only; enter nothing.")


def exchange_on(bureau: Path, roster: Path, exchange: Exchange, dry_run: bool, as_json: bool) -> ExitCode:
    """Judge the exchange on the roster and enter it in the bureau's file when it is lawful."""
    from rosterctl.operations.swap import enter, exchange_duties, up_to_date  # noqa: PLC0415 (slow)

    known = held(bureau / file_for(bureau, "exchanges"))
    found, _ = load_bureau(bureau)
    for id in (exchange.officer, exchange.with_officer):
        named("officer", id, found.officers)
    made_from, read = open_roster(roster)
    if made_from.id != found.id:
        raise click.UsageError(f"{roster} is a roster of bureau '{made_from.id}', this is '{found.id}'")
    check_ids(found, read, str(roster / ROSTER))
    current = up_to_date(found, made_from, read)
    for note in current.notes[len(read.notes) :]:
        click.echo(clean(note), err=True)
    result = exchange_duties(found, current, exchange)
    file = enter(bureau, exchange, known) if result.lawful and not dry_run else None
    click.echo(_json(result, file) if as_json else "\n".join(_text(result)))
    if file is not None:
        click.echo(clean(f"entered in {file}"), err=True)
    return ExitCode.FINE if result.lawful else ExitCode.AUDIT_REJECTED


def _text(result: Exchanged) -> Iterator[str]:
    bureau = result.bureau
    if result.lawful:
        yield clean(f"yes: {result.exchange} breaks no rule")
        yield ""
        yield officers_page(bureau, result.changes).text
        return
    yield clean(f"no: {result.exchange} would break")
    for found in result.harm.breaches:
        who = person(bureau, found.officer) if found.officer else found.post or found.unit
        day = f"{found.day} " if found.day else ""
        yield clean(f"- {found.rule}: {day}{who}: {found.message}")
    for cost in result.harm.shortfalls:
        window = f"{cost.day} {clock_text(cost.start)}-{clock_text(cost.end)}"
        short = f"{cost.heads} short of the legal minimum"
        yield clean(f"- {cost.rule}: {window} {cost.what} of {cost.unit}: {short}")


def _json(result: Exchanged, file: Path | None) -> str:
    exchange = result.exchange
    fields: dict[str, Any] = {
        "lawful": result.lawful,
        "exchange": {
            "officer_id": exchange.officer,
            "date": exchange.day.isoformat(),
            "with_officer": exchange.with_officer,
            "with_date": exchange.with_day.isoformat() if exchange.with_day else None,
            "kind": exchange.kind.value,
            "note": exchange.note,
        },
        "findings": [
            {
                "rule": found.rule,
                "message": found.message,
                "unit": found.unit,
                "officer": found.officer,
                "post": found.post,
                "date": found.day.isoformat() if found.day else None,
            }
            for found in result.harm.breaches
        ],
        "short": [
            {
                "rule": cost.rule,
                "what": cost.what,
                "unit": cost.unit,
                "date": cost.day.isoformat() if cost.day else None,
                "start": cost.start,
                "end": cost.end,
                "heads": cost.heads,
            }
            for cost in result.harm.shortfalls
        ],
        **officers_page(result.bureau, result.changes).fields,
        "entered": str(file) if file else None,
    }
    return json.dumps(fields, ensure_ascii=False, indent=1)
