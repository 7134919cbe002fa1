"""Check every file of a bureau and list all mistakes with their places.

Warns from 60 days before the calendar ends: that is no mistake, but what comes after has to be entered.
Warns of files in the folder that are not read, because nothing names them.

Warns of rotations that break a rule of the rulebook by themselves, tried by arithmetic with nobody absent on
28 dates from --from and beyond: such duties will be let off. A warning is no mistake, so the exit code is 0.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.cli.options import bureau_argument, first_option, json_option, next_first
from rosterctl.cli.pages.mistakes import problem_fields, warnings_text
from rosterctl.cli.session.now import now_option, today_in
from rosterctl.domain.bureau import Bureau
from rosterctl.export.plain_text import clean
from rosterctl.insight.calendar_ends import ends_near
from rosterctl.insight.plain_rotation.breaches import TRIED_DAYS
from rosterctl.intake.build.channels import examine_channels
from rosterctl.intake.unread import unread_files
from rosterctl.operations.load import load_bureau, warnings_of
from rosterctl.problems import NOWHERE, BadInput, Problem
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import LISTED, numbered, say


@click.command(help=__doc__)
@bureau_argument
@first_option
@now_option
@json_option
def command(bureau: Path, first: date | None, now: datetime, as_json: bool) -> None:
    found, files = _read(bureau)
    horizon = Horizon(first or next_first(today_in(found.clock.zone, now)), TRIED_DAYS)
    today = Horizon(today_in(found.clock.zone, now), 1)
    ends = (Problem(NOWHERE, sentence) for sentence in ends_near(found, today))
    warnings = (*ends, *unread_files(bureau, files), *warnings_of(found, files, horizon))
    click.echo(_as_json(found, warnings) if as_json else _as_text(found, warnings))
    if warnings:
        click.echo(warnings_text(warnings), err=True)


def _read(folder: Path) -> tuple[Bureau, Mapping[str, bytes]]:
    """BadInput with the mistakes of the bureau and of its notify.yaml together."""
    _, wrong = examine_channels(folder)
    try:
        found, files = load_bureau(folder)
    except BadInput as mistakes:
        raise BadInput((*mistakes.problems, *wrong)) from None
    if wrong:
        raise BadInput(wrong)
    return found, files


def _counts(bureau: Bureau) -> dict[str, int]:
    return {
        "unit": len(bureau.units),
        "team": sum(
            len({team.id for model in unit.models for team in model.teams}) for unit in bureau.units.values()
        ),
        "officer": len(bureau.officers),
        "post": len(bureau.posts),
        "vehicle": len(bureau.vehicles),
    }


def _as_text(bureau: Bureau, warnings: Sequence[Problem]) -> str:
    number = _counts(bureau)
    counts = (
        numbered(number["unit"], wording.ONE_UNIT_READ, wording.UNITS_READ),
        numbered(number["team"], wording.ONE_TEAM_READ, wording.TEAMS_READ),
        numbered(number["officer"], wording.ONE_OFFICER_READ, wording.OFFICERS_READ),
        numbered(number["post"], wording.ONE_POST_READ, wording.POSTS_READ),
        numbered(number["vehicle"], wording.ONE_VEHICLE_READ, wording.VEHICLES_READ),
    )
    told = say(LISTED).join(counts)
    if not warnings:
        return clean(say(wording.READ_WITHOUT_MISTAKES, name=bureau.name, counts=told))
    warned = numbered(len(warnings), wording.ONE_WARNING, wording.SEVERAL_WARNINGS)
    return clean(say(wording.READ_WITH_WARNINGS, name=bureau.name, counts=told, warnings=warned))


def _as_json(bureau: Bureau, warnings: Sequence[Problem]) -> str:
    counts = {f"{noun}s": number for noun, number in _counts(bureau).items()}
    head = {"bureau": bureau.id, "name": bureau.name, "fingerprint": bureau.fingerprint}
    told = {"problems": [], "warnings": list(map(problem_fields, warnings))}
    return json.dumps({**head, **counts, **told}, ensure_ascii=False, indent=2)
