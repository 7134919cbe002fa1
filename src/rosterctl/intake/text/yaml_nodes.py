"""What a YAML file says, with the place of every word: scalars stay text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rosterctl.problems import Place

KEY = "[key]"
"""The last step of a path that means the key itself, not its value."""


@dataclass(slots=True)
class Scalar:
    """One word or text, as written; `bare` when it stands without quotes."""

    place: Place
    text: str
    bare: bool = True


@dataclass(slots=True)
class ListNode:
    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapped:
    """Values by key in the order of the file, and the place of each key."""

    place: Place
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)


Node = Scalar | ListNode | Mapped
Path = Sequence[str | int]


def plain(node: Node) -> Any:
    """The same as texts, lists and dicts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.values.items()}


def find(node: Node, path: Path) -> Node | None:
    """The node at the end of the path, or None when the path leads nowhere."""
    here: Node | None = node
    for step in path:
        if isinstance(here, Mapped):
            here = here.values.get(str(step))
        elif isinstance(here, ListNode) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
        else:
            return None
    return here


def place_of(node: Node, path: Path) -> Place:
    """The place of what the path leads to; of the nearest thing around it when that is missing."""
    if path and path[-1] == KEY:
        return key_place(node, path[:-1])
    for length in range(len(path), 0, -1):
        found = find(node, path[:length])
        if found is not None:
            return found.place
    return node.place


def key_place(node: Node, path: Path) -> Place:
    """The place of the key that the path ends with."""
    around = find(node, path[:-1])
    if isinstance(around, Mapped) and str(path[-1]) in around.keys:
        return around.keys[str(path[-1])]
    return place_of(node, path[:-1])
