"""The rules of a bureau's rulebook in a table: what each forbids or costs, by law or by assumption."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any

from pydantic.fields import FieldInfo

from rosterctl.domain.rulebook import Basis, Rulebook
from rosterctl.export.plain_text import clean, columns, table
from rosterctl.export.report import wording
from rosterctl.intake.text.scalars import read_hours
from rosterctl.rulekit.registry import Rule, rules_in_force
from rosterctl.wording import english, say

SAID_OF_ANY_RULE = ("severity", "weight")
BASES = {
    Basis.LAW: wording.BY_LAW,
    Basis.ASSUMED: wording.BY_ASSUMPTION,
    Basis.OWN: wording.BY_THE_BUREAU,
}


class _Breach(Enum):
    """What comes of a breach."""

    PASSED_OVER = 0
    FORBIDDEN = 1
    COSTS = 2


BREACHES_OF_RULES = {
    _Breach.PASSED_OVER: wording.IS_NOT_LOOKED_AT,
    _Breach.FORBIDDEN: wording.IS_FORBIDDEN,
    _Breach.COSTS: wording.IT_COSTS,
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """`does` is what comes of a breach; `options` are as the user writes them, each with its value."""

    rule: str
    does: str
    basis: str
    options: str
    source: str


def rules_text(rulebook: Rulebook) -> str:
    """Every rule of the rulebook in its order, those that are off too."""
    rows = [tuple(asdict(row).values()) for row in said_rows(rulebook)]
    return table(rows, columns(say(wording.RULES_COLUMNS)))


def rule_rows(rulebook: Rulebook) -> Iterator[RuleRow]:
    """For programs, in English. BadInput with every unknown rule or wrong option."""
    for rule, breach, basis, options, source in _rows(rulebook):
        yield RuleRow(rule, english(BREACHES_OF_RULES[breach]), english(BASES[basis]), options, source)


def said_rows(rulebook: Rulebook) -> Iterator[RuleRow]:
    """The same in the language spoken."""
    for rule, breach, basis, options, source in _rows(rulebook):
        yield RuleRow(rule, say(BREACHES_OF_RULES[breach]), basis_text(basis), options, source)


def basis_text(basis: Basis) -> str:
    """What a limit rests on, for people."""
    return say(BASES[basis])


def _rows(rulebook: Rulebook) -> Iterator[tuple[str, _Breach, Basis, str, str]]:
    in_force = {rule.id: rule for rule in rules_in_force(rulebook)}
    for setting in rulebook.settings.values():
        rule = in_force.get(setting.rule)
        if rule is None:
            yield setting.rule, _Breach.PASSED_OVER, setting.basis, "", clean(setting.source)
        else:
            breach = _Breach.FORBIDDEN if rule.forbids else _Breach.COSTS
            yield rule.id, breach, setting.basis, _options(rule), clean(setting.source)


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
