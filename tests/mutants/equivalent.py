"""Mutations that change nothing anybody can see, by module, each with the reason."""

from __future__ import annotations

EQUIVALENT: dict[str, dict[str, str]] = {
    "intake.text.mistakes": {"1 -> 2": "of the close matches only the first is looked at"},
    "intake.text.yaml_items": {
        "True -> False": "a type variable's variance, and two lists that are equally long",
        "False -> True": "the address of pydantic's manual stands in no sentence",
    },
}
"""`{module: {"old -> new": reason}}`, the key as the driver prints it."""
