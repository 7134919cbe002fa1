"""The items of a YAML file in their shapes: each knows where every key of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from rosterctl.intake.text.complaints import tell_complaints
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.intake.text.yaml_nodes import ListNode, Mapped, Path, key_place, place_of, plain
from rosterctl.problems import Place

S = TypeVar("S", bound=BaseModel)
T_co = TypeVar("T_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True, slots=True)
class Item(Generic[T_co]):
    """A shape and the node it was made from, which knows where everything stands."""

    shape: T_co
    node: Mapped

    @property
    def place(self) -> Place:
        return self.node.place

    def at(self, *path: str | int) -> Place:
        return place_of(self.node, path)

    def key(self, *path: str | int) -> Place:
        return key_place(self.node, path)


def items(shapes: Sequence[T_co], node: Mapped, key: str) -> Iterator[Item[T_co]]:
    """The items of a top-level list, each with its node."""
    listing = node.values.get(key)
    if isinstance(listing, ListNode):
        for one, item in zip(shapes, listing.items, strict=True):
            if isinstance(item, Mapped):
                yield Item(one, item)


def check_shape(
    kind: type[S], node: Mapped, mistakes: Mistakes, stand_ins: dict[str, Any] | None = None
) -> tuple[S | None, frozenset[str]]:
    """The shape of a node, and the top-level keys that were wrong.

    Wrong items of a top-level list are left out, of `node` too; a wrong or missing value is replaced by its
    stand-in if it has one. So the rest of the file is still checked. None when nothing can be saved.
    """
    try:
        return kind.model_validate(plain(node)), frozenset()
    except ValidationError as error:
        details = error.errors(include_url=False)
    tell_complaints(kind, node, details, mistakes)
    paths = [detail["loc"] for detail in details]
    saved = _without(node, paths)
    wrong = frozenset(str(path[0]) for path in paths if len(path) == 1)
    data = plain(saved)
    data.update({key: (stand_ins or {})[key] for key in wrong & (stand_ins or {}).keys()})
    try:
        return kind.model_validate(data), wrong
    except ValidationError:
        return None, wrong


def _without(node: Mapped, paths: Sequence[Path]) -> Mapped:
    """Take the wrong items out of the node's lists, and its wrong values."""
    spoilt: dict[str, set[int]] = {}
    for path in paths:
        value = node.values.get(str(path[0])) if path else None
        if isinstance(value, ListNode) and len(path) > 1 and isinstance(path[1], int):
            spoilt.setdefault(str(path[0]), set()).add(path[1])
        elif path:
            node.values.pop(str(path[0]), None)
    for key, numbers in spoilt.items():
        value = node.values.get(key)
        if isinstance(value, ListNode):
            value.items = [item for number, item in enumerate(value.items) if number not in numbers]
    return node
