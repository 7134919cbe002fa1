"""The rules of a bureau's rulebook in a table: what each forbids or costs, by law or by assumption."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any

from pydantic.fields import FieldInfo

from rosterctl.domain.rulebook import Basis, Rulebook
from rosterctl.export.plain_text import clean, table
from rosterctl.intake.text.scalars import read_hours
from rosterctl.rulekit.registry import Rule, rules_in_force

SAID_OF_ANY_RULE = ("severity", "weight")
BASES = {Basis.LAW: "law", Basis.ASSUMED: "assumed", Basis.OWN: "the bureau's own"}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """`does` is forbids, costs or off; `options` are as the user writes them, each with its value."""

    rule: str
    does: str
    basis: str
    options: str
    source: str


def rules_text(rulebook: Rulebook) -> str:
    """Every rule of the rulebook in its order, those that are off too."""
    rows = [tuple(asdict(row).values()) for row in rule_rows(rulebook)]
    return table(rows, ("rule", "a breach", "by", "options", "source"))


def rule_rows(rulebook: Rulebook) -> Iterator[RuleRow]:
    """BadInput with every unknown rule or wrong option."""
    in_force = {rule.id: rule for rule in rules_in_force(rulebook)}
    for setting in rulebook.settings.values():
        rule = in_force.get(setting.rule)
        if rule is None:
            yield RuleRow(setting.rule, "is not looked at", BASES[setting.basis], "", clean(setting.source))
        else:
            does = "is forbidden" if rule.forbids else "costs"
            yield RuleRow(rule.id, does, BASES[setting.basis], _options(rule), clean(setting.source))


def _options(rule: Rule) -> str:
    fields = type(rule.options).model_fields.items()
    said = {field.alias or name: (field, getattr(rule.options, name)) for name, field in fields}
    mine = {key: one for key, one in said.items() if rule.soft or key not in SAID_OF_ANY_RULE}
    return ", ".join(f"{key} {written_value(*one)}" for key, one in mine.items() if key != "severity")


def written_value(field: FieldInfo, value: Any) -> str:
    """An option's value as a user writes it; hours are kept in minutes inside."""
    if any(getattr(part, "func", None) is read_hours for part in field.metadata):
        return f"{round(value / 60, 2):g}"
    if isinstance(value, tuple | list | frozenset):
        return f"[{', '.join(str(written_value(field, one)) for one in value)}]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value if isinstance(value, Enum) else value)
