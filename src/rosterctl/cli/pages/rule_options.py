"""The options of rules as the user writes them."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from pydantic.fields import FieldInfo

from rosterctl.intake.text.scalars import read_hours
from rosterctl.rulekit.registry import rule_modules


def manual(module: ModuleType) -> str:
    """What the rule demands and why: the docstring of its file."""
    return (module.__doc__ or "").strip()


def written_default(field: FieldInfo) -> str:
    """What an option is unless the user says otherwise; hours are kept in minutes inside."""
    value = field.get_default(call_default_factory=True)
    if any(getattr(part, "func", None) is read_hours for part in field.metadata):
        return f"{value / 60:g}"
    if isinstance(value, tuple | list | frozenset):
        return f"[{', '.join(str(one) for one in value)}]"
    return str(value)


def with_rules(schema: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of a file that has `rules`, with the options of every rule."""
    rules = {}
    definitions = dict(schema.get("$defs", {}))
    for name, module in rule_modules().items():
        options = module.Options.model_json_schema()
        definitions.update(options.pop("$defs", {}))
        for key, field in module.Options.model_fields.items():
            options["properties"][key]["default"] = written_default(field)
        rules[name] = {**options, "description": manual(module).partition("\n")[0]}
    properties = {
        **schema["properties"],
        "rules": {"type": "object", "properties": rules, "additionalProperties": False},
    }
    return {**schema, "$defs": definitions, "properties": properties}
