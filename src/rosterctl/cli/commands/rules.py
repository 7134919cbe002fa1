"""List the rules, or print the manual and the options of one.

With --bureau: what the bureau's rulebook makes of them. A breach of each is forbidden or costs, by law, by
assumption or by the bureau's own word; with the options in force and the article of the law.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from rosterctl.cli import wording
from rosterctl.cli.options import json_option
from rosterctl.cli.pages.rule_options import manual, written_defaults
from rosterctl.domain.rulebook import Rulebook
from rosterctl.export.plain_text import clean, table
from rosterctl.export.report.rules import RuleRow, rule_rows, rules_text, said_rows
from rosterctl.intake.text.mistakes import did_you_mean
from rosterctl.operations.load import load_bureau
from rosterctl.rulekit.registry import rule_modules
from rosterctl.wording import say


@click.command(help=__doc__)
@click.argument("rule", required=False)
@click.option(
    "--bureau", type=click.Path(path_type=Path), help="What the rulebook of this bureau makes of them."
)
@json_option
def command(rule: str | None, bureau: Path | None, as_json: bool) -> None:
    modules = rule_modules()
    if rule is not None and rule not in modules:
        raise click.UsageError(say(wording.NO_RULE, name=rule, hint=did_you_mean(rule, modules)))
    book = load_bureau(bureau)[0].rulebook if bureau is not None else None
    read = rule_rows if as_json else said_rows
    rows = {} if book is None else {row.rule: row for row in read(book)}
    if as_json:
        chosen = {rule: modules[rule]} if rule is not None else modules
        told = [_described(name, one, rows.get(name)) for name, one in chosen.items()]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif rule is None and book is not None:
        click.echo(_of_rulebook(book))
    elif rule is None:
        click.echo(
            table([(name, manual(one).partition("\n")[0]) for name, one in modules.items()], ["rule", "what"])
        )
    else:
        click.echo(_page(rule, modules[rule], rows.get(rule)))


def _of_rulebook(book: Rulebook) -> str:
    head = clean(f"{book.name} ({book.id})" + (f": {book.source.strip()}" if book.source else ""))
    return f"{head}\n\n{rules_text(book)}"


def _page(name: str, module: ModuleType, row: RuleRow | None) -> str:
    severities = ", ".join(module.Options.ALLOWED)
    options = table(written_defaults(module).items(), ["option", say(wording.DEFAULT_OF_OPTION)])
    parts = [name, manual(module), options, say(wording.SEVERITIES, severities=severities)]
    if row is not None:
        parts.append(
            say(
                wording.RULE_IN_THE_BUREAU,
                does=row.does,
                basis=row.basis,
                options=row.options,
                source=row.source,
            )
        )
    return "\n\n".join(parts)


def _described(name: str, module: ModuleType, row: RuleRow | None) -> dict[str, Any]:
    return {
        "rule": name,
        "manual": manual(module),
        "severities": list(module.Options.ALLOWED),
        "options": written_defaults(module),
        **({} if row is None else {"in_the_bureau": asdict(row)}),
    }
