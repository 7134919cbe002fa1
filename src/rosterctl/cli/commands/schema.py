"""Print the JSON Schema of a file, for editors that check while you type."""

from __future__ import annotations

import json

import click

from rosterctl.cli.arguments import json_option
from rosterctl.intake.schemas import SCHEMAS, schema


@click.command(help=__doc__)
@click.argument("kind", required=False, type=click.Choice(list(SCHEMAS)))
@json_option
def command(kind: str | None, as_json: bool) -> None:
    if kind is not None:
        click.echo(json.dumps(schema(kind), ensure_ascii=False, indent=2))
    elif as_json:
        click.echo(json.dumps(list(SCHEMAS)))
    else:
        click.echo("\n".join(SCHEMAS))
