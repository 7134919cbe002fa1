"""What `swap` and `substitute` have in common: judge the exchange, say what came of it, enter it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.pages.exchange import exchange_json, exchange_text
from rosterctl.cli.session.state import current_version, state_of
from rosterctl.domain.people.exchange import Exchange
from rosterctl.export.plain_text import clean
from rosterctl.insight.typed_names import officer_meant
from rosterctl.intake.bureau_yaml import file_for
from rosterctl.operations.load import load_bureau
from rosterctl.operations.retired_shifts import retired_files
from rosterctl.operations.versions.gone import gone_files
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.bureau_files.added_rows import held
from rosterctl.storage.roster.folder import ROSTER, check_ids, open_roster
from rosterctl.wording import say

UNPUBLISHED = Path("roster")
"""Where the README has the roster that is not published yet."""


@dataclass(frozen=True)
class RosterToJudge:
    """A roster folder; `version` is its number if it is the published one that is current, else None.

    `sentence` says which roster it is, because an exchange that is lawful on one may not be so on another.
    """

    folder: Path
    version: int | None
    sentence: str


def roster_to_judge(bureau: Path, state: Path | None, roster: Path | None) -> RosterToJudge:
    """What the planner named; else what is published; else, before the first publication, ./roster.

    BadInput when there is none of them.
    """
    version = current_version(state_of(bureau, state))
    if version is not None and roster in (None, version.folder):
        told = say(wording.JUDGED_ON_VERSION, version=version.number)
        return RosterToJudge(version.folder, version.number, told)
    if roster is not None and version is not None:
        told = say(wording.JUDGED_ON_ANOTHER, roster=roster, version=version.number)
        return RosterToJudge(roster, None, told)
    if roster is None and not (UNPUBLISHED / ROSTER).is_file():
        why = say(wording.NOTHING_TO_JUDGE_ON, roster=UNPUBLISHED)
        raise BadInput([Problem(Place(str(bureau)), *why)])
    folder = UNPUBLISHED if roster is None else roster
    return RosterToJudge(folder, None, say(wording.JUDGED_ON_FOLDER, roster=folder))


def judge_and_enter(
    bureau: Path, judged: RosterToJudge, exchange: Exchange, dry_run: bool, as_json: bool
) -> ExitCode:
    """Judge the exchange on the roster and enter it in the bureau's file when it is lawful.

    The file is looked at before the bureau is read, so that what another run enters meanwhile is noticed.
    """
    from rosterctl.operations.swap import enter, exchange_duties, up_to_date  # noqa: PLC0415 (slow)

    known = held(bureau / file_for(bureau, "exchanges"))
    found, files = load_bureau(bureau)
    exchange = replace(
        exchange,
        officer=officer_meant(found, exchange.officer, exchange.day).id,
        with_officer=officer_meant(found, exchange.with_officer, exchange.with_day or exchange.day).id,
    )
    roster = judged.folder
    made_from, read = open_roster(roster)
    if made_from.id != found.id:
        raise click.UsageError(
            say(wording.ROSTER_OF_ANOTHER, roster=roster, of=made_from.id, bureau=found.id)
        )
    worked = [(made_from, read)]
    if no_more := {**retired_files(found, worked), **gone_files(found, worked)}:
        found, _ = load_bureau(bureau, {**files, **no_more})
    check_ids(found, read, str(roster / ROSTER))
    click.echo(clean(judged.sentence), err=True)
    current = up_to_date(found, made_from, read)
    for note in current.notes[len(read.notes) :]:
        click.echo(clean(str(note)), err=True)
    result = exchange_duties(found, current, exchange)
    file = enter(bureau, exchange, known) if result.lawful and not dry_run else None
    click.echo(exchange_json(result, judged.version, file) if as_json else exchange_text(result))
    if file is not None:
        click.echo(clean(say(wording.ENTERED_IN, file=file)), err=True)
    return ExitCode.FINE if result.lawful else ExitCode.AUDIT_REJECTED
