"""List the rules, or print the manual and the options of one."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import click
from pydantic.fields import FieldInfo

from rosterctl.cli.arguments import json_option
from rosterctl.cli.render import table
from rosterctl.intake.mistakes import did_you_mean
from rosterctl.intake.scalars import read_hours
from rosterctl.rules.registry import rule_modules


@click.command(help=__doc__)
@click.argument("rule", required=False)
@json_option
def command(rule: str | None, as_json: bool) -> None:
    modules = rule_modules()
    if rule is not None and rule not in modules:
        raise click.UsageError(f"no rule '{rule}'{did_you_mean(rule, modules)}; `rosterctl rules` lists them")
    if as_json:
        chosen = {rule: modules[rule]} if rule is not None else modules
        click.echo(json.dumps([_described(name, one) for name, one in chosen.items()], indent=2))
    elif rule is None:
        click.echo(
            table(
                [(name, _manual(one).partition("\n")[0]) for name, one in modules.items()], ["rule", "what"]
            )
        )
    else:
        click.echo(_page(rule, modules[rule]))


def _manual(module: ModuleType) -> str:
    return (module.__doc__ or "").strip()


def _page(name: str, module: ModuleType) -> str:
    rows = [(key, _default(field)) for key, field in module.Options.model_fields.items()]
    severities = ", ".join(module.Options.ALLOWED)
    options = table(rows, ["option", "unless you say otherwise"])
    return f"{name}\n\n{_manual(module)}\n\n{options}\n\nseverity may be: {severities}"


def _described(name: str, module: ModuleType) -> dict[str, Any]:
    fields = module.Options.model_fields.items()
    return {
        "rule": name,
        "manual": _manual(module),
        "severities": list(module.Options.ALLOWED),
        "options": {key: _default(field) for key, field in fields},
    }


def _default(field: FieldInfo) -> str:
    """As the user would write it: hours are kept in minutes inside."""
    value = field.get_default(call_default_factory=True)
    if any(getattr(part, "func", None) is read_hours for part in field.metadata):
        return f"{value / 60:g}"
    if isinstance(value, tuple | list | frozenset):
        return f"[{', '.join(str(one) for one in value)}]"
    return str(value)
