"""One YAML file as nodes, read from libyaml's events: no type is guessed, nothing is expanded.

Refused are anchors, aliases, tags, merge keys, a second document, a repeated key and nesting beyond `DEPTH`:
a roster needs none of them, and each can make a small file mean something nobody wrote.
"""

from __future__ import annotations

import unicodedata
from typing import Any

import yaml

from rosterctl.intake.text import wording, yaml_wording
from rosterctl.intake.text.mistakes import Mistakes, Sentence
from rosterctl.intake.text.yaml_nodes import ListNode, Mapped, Node, Scalar
from rosterctl.problems import Place
from rosterctl.wording import say

DEPTH = 32
EMPTY_WORDS = ("", "~", "null", "Null", "NULL")


class Refused(Exception):
    """The file cannot be read further."""

    def __init__(self, place: Place, sentence: Sentence) -> None:
        self.place, self.sentence = place, sentence


def read_document(name: str, text: str, mistakes: Mistakes) -> Mapped | None:
    """The mapping that a YAML text consists of; None, and a mistake, when it is not one."""
    try:
        root = _Composer(name, text, mistakes).document()
    except Refused as refused:
        mistakes.add(refused.place, *refused.sentence)
        return None
    except yaml.YAMLError as error:
        mistakes.add(*_syntax(name, text, error))
        return None
    if isinstance(root, Mapped):
        return root
    place = root.place if root is not None else Place(name, 1, 1)
    mistakes.add(place, *wording.not_a_mapping(is_empty=root is None))
    return None


def _syntax(name: str, text: str, error: yaml.YAMLError) -> tuple[Place, str, str]:
    """Where libyaml gave up, or where what it missed was opened, and what is wrong there."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or "")
    if yaml_wording.is_never_closed(said):
        mark = getattr(error, "context_mark", None) or mark
    sentence = yaml_wording.not_yaml(said)
    if mark is None:
        return Place(name), *sentence
    line, column = mark.line + 1, mark.column + 1
    lines = text.split("\n")
    if line <= len(lines) and lines[line - 1][column - 1 : column] == "\t":
        sentence = say(yaml_wording.TAB)
    elif line > len(lines) or (line == len(lines) and not lines[-1]):
        # The file ends too early: what is missing is missing after the last line that says something.
        while line > 1 and (line > len(lines) or not lines[line - 1].strip()):
            line -= 1
        column = len(lines[line - 1]) + 1
    return Place(name, line, column), *sentence


class _Composer:
    """Nodes from libyaml's events, one event after the other."""

    def __init__(self, name: str, text: str, mistakes: Mistakes) -> None:
        self.name = name
        self.mistakes = mistakes
        self.events = yaml.parse(text, Loader=yaml.CLoader)
        self.depth = 0

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise Refused(
                        self.place(event),
                        say(wording.SECOND_DOCUMENT),
                    )
                root = self.node(next(self.events))
        return root

    def place(self, event: Any) -> Place:
        return Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def node(self, event: Any) -> Node:
        place = self.place(event)
        self.refuse_tricks(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(place, event.value, not event.style)
        self.depth += 1
        if self.depth > DEPTH:
            raise Refused(place, say(wording.NESTED_TOO_DEEP, most=DEPTH))
        found = self.listing(place) if isinstance(event, yaml.SequenceStartEvent) else self.mapped(place)
        self.depth -= 1
        return found

    def refuse_tricks(self, event: Any, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise Refused(place, say(wording.YAML_ALIAS, name=str(event.anchor)))
        if getattr(event, "anchor", None):
            raise Refused(place, say(wording.YAML_ANCHOR, name=event.anchor))
        if getattr(event, "tag", None):
            raise Refused(place, say(wording.YAML_TAG, name=event.tag))

    def listing(self, place: Place) -> ListNode:
        found = ListNode(place)
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            item = self.node(event)
            if self.says_something(item):
                found.items.append(item)
        return found

    def mapped(self, place: Place) -> Mapped:
        found = Mapped(place)
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(event)
            value = self.node(next(self.events))
            first = found.keys.get(key.text)
            if first is not None:
                self.mistakes.add(
                    key.place,
                    *say(wording.KEY_TWICE, key=key.text, first=first),
                )
            else:
                found.keys[key.text] = key.place
                if self.says_something(value, key):
                    found.values[key.text] = value
        return found

    def key(self, event: Any) -> Scalar:
        key = self.node(event)
        if not isinstance(key, Scalar):
            raise Refused(key.place, say(wording.KEY_NOT_A_WORD))
        if key.text == "<<" and key.bare:
            raise Refused(key.place, say(wording.MERGE_KEY))
        key.text = unicodedata.normalize("NFKC", key.text)
        return key

    def says_something(self, node: Node, key: Scalar | None = None) -> bool:
        """False, and a mistake, when nothing is written after a key, or after a dash without one."""
        if not (isinstance(node, Scalar) and node.bare and node.text in EMPTY_WORDS):
            return True
        place = node.place if key is None else key.place
        self.mistakes.add(place, *wording.nothing_written("" if key is None else key.text))
        return False
