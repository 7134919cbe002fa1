"""Check every file of a bureau and list all mistakes with their places."""

from __future__ import annotations

import json
from pathlib import Path

import click

from rosterctl.cli.options import bureau_argument, json_option
from rosterctl.domain.bureau import Bureau
from rosterctl.export.plain_text import clean, counted
from rosterctl.intake.build.channels import examine_channels
from rosterctl.operations.load import load_bureau
from rosterctl.problems import BadInput


@click.command(help=__doc__)
@bureau_argument
@json_option
def command(bureau: Path, as_json: bool) -> None:
    found = _read(bureau)
    click.echo(_as_json(found) if as_json else _as_text(found))


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


def _as_json(bureau: Bureau) -> str:
    counts = {f"{noun}s": number for noun, number in _counts(bureau).items()}
    head = {"bureau": bureau.id, "name": bureau.name, "fingerprint": bureau.fingerprint}
    return json.dumps({**head, **counts, "problems": []}, ensure_ascii=False, indent=2)
