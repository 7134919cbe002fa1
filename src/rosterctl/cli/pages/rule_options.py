"""The options of rules as the user writes them."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from pydantic.fields import FieldInfo

from rosterctl.domain.rulebook import Basis
from rosterctl.export.report.rules import written_value
from rosterctl.rulekit.registry import rule_modules

SAID_OF_A_RULE: dict[str, Any] = {
    "basis": {
        "enum": [basis.value for basis in Basis],
        "description": "whether its limits are law, assumed, or the bureau's own",
    },
    "source": {"type": "string", "description": "the article of the law, or what was assumed and why"},
}
"""Keys that stand beside the options of any rule."""


def manual(module: ModuleType) -> str:
    """What the rule demands and why: the docstring of its file."""
    return (module.__doc__ or "").strip()


def written_default(field: FieldInfo) -> str:
    """What an option is unless the user says otherwise."""
    return written_value(field, field.get_default(call_default_factory=True))


def written_defaults(module: ModuleType) -> dict[str, str]:
    """By option as the user writes it."""
    fields = module.Options.model_fields.items()
    return {field.alias or name: written_default(field) for name, field in fields}


def with_rules(schema: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of a file that has `rules`, with the options of every rule."""
    rules = {}
    definitions = dict(schema.get("$defs", {}))
    for name, module in rule_modules().items():
        options = module.Options.model_json_schema()
        definitions.update(options.pop("$defs", {}))
        for key, default in written_defaults(module).items():
            options["properties"][key]["default"] = default
        options["properties"] |= SAID_OF_A_RULE
        rules[name] = {**options, "description": manual(module).partition("\n")[0]}
    properties = {
        **schema["properties"],
        "rules": {"type": "object", "properties": rules, "additionalProperties": False},
    }
    return {**schema, "$defs": definitions, "properties": properties}
