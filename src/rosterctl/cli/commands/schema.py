"""Print the JSON Schema of a file, for editors that check while you type."""

from __future__ import annotations

import json

import click

from rosterctl.cli.options import json_option
from rosterctl.cli.pages.rule_options import with_rules
from rosterctl.intake.schemas import SCHEMAS, schema


@click.command(help=__doc__)
@click.argument("kind", required=False, type=click.Choice(list(SCHEMAS)))
@json_option
def command(kind: str | None, as_json: bool) -> None:
    if kind is not None:
        found = schema(kind)
        if "rules" in found["properties"]:
            found = with_rules(found)
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    elif as_json:
        click.echo(json.dumps(list(SCHEMAS)))
    else:
        click.echo("\n".join(SCHEMAS))
