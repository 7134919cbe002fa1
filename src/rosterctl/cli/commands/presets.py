"""List the rotations, shifts, rulebooks and calendars that a bureau may name.

KIND is rotations, shifts, rulebooks or calendars; without it all are listed. With --bureau the bureau's own
ones too: those in its presets/ folder and in its bureau.yaml.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from rosterctl.cli.options import json_option
from rosterctl.cli.pages.lists.presets import PRESETS, presets_page
from rosterctl.intake.preset_shelf import preset_shelf


@click.command(help=__doc__)
@click.argument("kind", required=False, type=click.Choice([*PRESETS]), metavar="[KIND]")
@click.option("--bureau", type=click.Path(path_type=Path), help="List those of this bureau too.")
@json_option
def command(kind: str | None, bureau: Path | None, as_json: bool) -> None:
    page = presets_page(preset_shelf(bureau), [*PRESETS] if kind is None else [kind])
    click.echo(json.dumps(page.fields, ensure_ascii=False, indent=1) if as_json else page.text)
