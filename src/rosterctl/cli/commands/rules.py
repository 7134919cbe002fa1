"""List the rules, or print the manual and the options of one."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import click

from rosterctl.cli import wording
from rosterctl.cli.options import json_option
from rosterctl.cli.pages.rule_options import manual, written_default
from rosterctl.export.plain_text import table
from rosterctl.intake.text.mistakes import did_you_mean
from rosterctl.rulekit.registry import rule_modules
from rosterctl.wording import say


@click.command(help=__doc__)
@click.argument("rule", required=False)
@json_option
def command(rule: str | None, as_json: bool) -> None:
    modules = rule_modules()
    if rule is not None and rule not in modules:
        raise click.UsageError(say(wording.NO_RULE, name=rule, hint=did_you_mean(rule, modules)))
    if as_json:
        chosen = {rule: modules[rule]} if rule is not None else modules
        click.echo(json.dumps([_described(name, one) for name, one in chosen.items()], indent=2))
    elif rule is None:
        click.echo(
            table([(name, manual(one).partition("\n")[0]) for name, one in modules.items()], ["rule", "what"])
        )
    else:
        click.echo(_page(rule, modules[rule]))


def _page(name: str, module: ModuleType) -> str:
    rows = [(key, written_default(field)) for key, field in module.Options.model_fields.items()]
    severities = ", ".join(module.Options.ALLOWED)
    options = table(rows, ["option", wording.DEFAULT_OF_OPTION])
    return f"{name}\n\n{manual(module)}\n\n{options}\n\nseverity may be: {severities}"


def _described(name: str, module: ModuleType) -> dict[str, Any]:
    fields = module.Options.model_fields.items()
    return {
        "rule": name,
        "manual": manual(module),
        "severities": list(module.Options.ALLOWED),
        "options": {key: written_default(field) for key, field in fields},
    }
