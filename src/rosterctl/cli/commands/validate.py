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

from rosterctl.cli.options import bureau_argument, first_option, json_option, next_first
from rosterctl.cli.pages.mistakes import problem_fields, warnings_text
from rosterctl.cli.session.now import now_option, today_in
from rosterctl.domain.bureau import Bureau
from rosterctl.export.plain_text import clean, counted
from rosterctl.insight.calendar_ends import ends_near
from rosterctl.insight.plain_rotation.breaches import TRIED_DAYS
from rosterctl.intake.build.channels import examine_channels
from rosterctl.intake.unread import unread_files
from rosterctl.operations.load import load_bureau, warnings_of
from rosterctl.problems import NOWHERE, BadInput, Problem
from rosterctl.timeline.horizon import Horizon


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
    counts = ", ".join(counted(number, noun) for noun, number in _counts(bureau).items())
    warned = f", {counted(len(warnings), 'warning')}" if warnings else ""
    return clean(f"{bureau.name}: {counts}; no mistakes{warned}")


def _as_json(bureau: Bureau, warnings: Sequence[Problem]) -> str:
    counts = {f"{noun}s": number for noun, number in _counts(bureau).items()}
    head = {"bureau": bureau.id, "name": bureau.name, "fingerprint": bureau.fingerprint}
    told = {"problems": [], "warnings": list(map(problem_fields, warnings))}
    return json.dumps({**head, **counts, **told}, ensure_ascii=False, indent=2)
