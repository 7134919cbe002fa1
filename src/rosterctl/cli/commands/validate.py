"""Check every file of a bureau and list all mistakes with their places.

Warns from 60 days before the calendar ends: that is no mistake, but what comes after has to be entered.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from rosterctl.cli.options import bureau_argument, json_option
from rosterctl.cli.session.failures import warn
from rosterctl.cli.session.now import now_option, today_in
from rosterctl.domain.bureau import Bureau
from rosterctl.export.plain_text import clean, counted
from rosterctl.insight.calendar_ends import ends_near
from rosterctl.intake.build.channels import examine_channels
from rosterctl.operations.load import load_bureau
from rosterctl.problems import BadInput
from rosterctl.timeline.horizon import Horizon


@click.command(help=__doc__)
@bureau_argument
@now_option
@json_option
def command(bureau: Path, now: datetime, as_json: bool) -> None:
    found = _read(bureau)
    warnings = ends_near(found, Horizon(today_in(found.clock.zone, now), 1))
    click.echo(_as_json(found, warnings) if as_json else _as_text(found))
    for sentence in warnings:
        warn(sentence)


def _read(folder: Path) -> Bureau:
    """BadInput with the mistakes of the bureau and of its notify.yaml together."""
    _, wrong = examine_channels(folder)
    try:
        found, _ = load_bureau(folder)
    except BadInput as mistakes:
        raise BadInput((*mistakes.problems, *wrong)) from None
    if wrong:
        raise BadInput(wrong)
    return found


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


def _as_text(bureau: Bureau) -> str:
    counts = ", ".join(counted(number, noun) for noun, number in _counts(bureau).items())
    return clean(f"{bureau.name}: {counts}; no mistakes")


def _as_json(bureau: Bureau, warnings: Sequence[str]) -> str:
    counts = {f"{noun}s": number for noun, number in _counts(bureau).items()}
    head = {"bureau": bureau.id, "name": bureau.name, "fingerprint": bureau.fingerprint}
    whole = {**head, **counts, "problems": [], "warnings": list(warnings)}
    return json.dumps(whole, ensure_ascii=False, indent=2)
