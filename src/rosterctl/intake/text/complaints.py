"""What pydantic says against a shape, as mistakes at their places in a planner's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from rosterctl.intake.text import value_wording, wording
from rosterctl.intake.text.mistakes import Mistakes, Sentence, nearest
from rosterctl.intake.text.yaml_nodes import Node, Path, key_place, place_of
from rosterctl.problems import Place
from rosterctl.wording import say

EXPECTED = re.compile(r"'([^']*)'")


def tell_complaints(
    kind: type[BaseModel], node: Node, details: Sequence[ErrorDetails], mistakes: Mistakes
) -> None:
    """A mistake for each complaint about a node that was held against its shape."""
    for detail in _told(kind, details):
        place, message, hint = explain(kind, node, detail)
        mistakes.add(place, message, hint)


def _told(kind: type[BaseModel], details: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """A key that is missing because it was misspelt is told once, as misspelt."""
    extra = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    meant = {(*loc[:-1], nearest(str(loc[-1]), keys_at(kind, loc[:-1]))) for loc in extra}
    return (detail for detail in details if detail["type"] != "missing" or detail["loc"] not in meant)


def explain(kind: type[BaseModel], node: Node, detail: ErrorDetails) -> tuple[Place, str, str]:
    """Place, message and hint of one complaint."""
    path = detail["loc"]
    key = next((str(step) for step in reversed(path) if isinstance(step, str) and step != "[key]"), "")
    if detail["type"] == "missing":
        return place_of(node, path[:-1]), *say(wording.MISSING_KEY, key=key)
    if detail["type"] == "extra_forbidden":
        known = keys_at(kind, path[:-1])
        return key_place(node, path), *wording.unknown_key(key, known)
    message, hint = worded(detail)
    whole = not key or (isinstance(detail["input"], dict) and detail["type"] == "value_error")
    return place_of(node, path), *wording.keyed("" if whole else key, message, hint)


def worded(detail: ErrorDetails) -> Sentence:
    """What is wrong with a value, in a planner's words, and what to do."""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "enum" | "literal_error":
            allowed = EXPECTED.findall(str(context["expected"]))
            return wording.unknown_word(str(detail["input"]), allowed)
        case "list_type" | "tuple_type":
            return say(value_wording.NOT_A_LIST)
        case "dict_type" | "model_type" | "model_attributes_type":
            return say(value_wording.NOT_A_MAPPING_HERE)
        case "too_short":
            return say(value_wording.EMPTY_LIST)
        case "greater_than_equal":
            return say(value_wording.AT_LEAST, least=context["ge"])
        case "less_than_equal":
            return say(value_wording.AT_MOST, most=context["le"])
        case "string_type":
            return say(value_wording.NOT_A_TEXT)
        case _:
            text = detail["msg"].removeprefix("Value error, ")
            return text, ""


def keys_at(kind: type[BaseModel], path: Path) -> list[str]:
    """The keys that the shape knows at a path."""
    here: Any = kind
    for step in path:
        if isinstance(step, str):
            field = keyed_fields(here).get(step)
            here = _model_in(field.annotation) if field is not None else None
        if here is None:
            return []
    return list(keyed_fields(here))


def keyed_fields(kind: type[BaseModel]) -> dict[str, Any]:
    """The fields of a shape by the key the user writes."""
    return {field.alias or name: field for name, field in kind.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _model_in(part)
        if found is not None:
            return found
    return None
