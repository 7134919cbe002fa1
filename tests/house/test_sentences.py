"""Sentences for people stand where translators look for them, not between the lines of a model."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.support.source import is_docstring, lies_in, modules, place, room, tree

MAY_STAND = {
    "words/*": "the catalogues",
    "*/params.py": "what each tuning number means, beside the number",
    "*/count_params.py": "the same of the counts",
    "*/repair_params.py": "the same of repairs",
    "*wording.py": "the sentences of one room",
}
"""Where sentences may stand. The help of a command or option stands at the command."""

WORDS = 4
WORD = re.compile(r"[\"'`(]*[A-Za-z][a-z'’-]*[\"'`).,;:!?]*")
"""A word of a sentence; paths, patterns and ids are none."""

SQL = re.compile(r"\s*(CREATE|DELETE|INSERT|PRAGMA|SELECT|UPDATE)\b")

HELP = {"help", "short_help", "epilog"}
OUR_OWN_FAULTS = {
    "AssertionError",
    "KeyError",
    "LookupError",
    "NotImplementedError",
    "RuntimeError",
    "TypeError",
}
"""Errors that only a developer sees; their texts stand where they are raised."""


def sentences(node: ast.AST) -> Iterator[str]:
    """Texts of four words and more under a node, but for docstrings, help and our own faults."""
    if isinstance(node, ast.Assert) or is_docstring(node) or is_our_own_fault(node):
        return
    if isinstance(node, ast.keyword) and node.arg in HELP:
        return
    text = written(node)
    if text is None:
        for child in ast.iter_child_nodes(node):
            yield from sentences(child)
    elif not SQL.match(text) and sum(WORD.fullmatch(word) is not None for word in text.split()) >= WORDS:
        yield text


def written(node: ast.AST) -> str | None:
    """A text as it stands in the source, with a dash for what is filled in; None if the node is no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "–" for part in node.values)
    return None


def is_our_own_fault(node: ast.AST) -> bool:
    if not isinstance(node, ast.Raise) or not isinstance(node.exc, ast.Call):
        return False
    return getattr(node.exc.func, "id", "") in OUR_OWN_FAULTS


def sentences_by_room() -> dict[str, int]:
    """How many sentences each room has outside the places where they may stand."""
    elsewhere = [path for path in modules() if not lies_in(place(path), MAY_STAND)]
    counts = Counter({room(path): 0 for path in elsewhere})
    counts.update(room(path) for path in elsewhere for _ in sentences(tree(path)))
    return {name: count for name, count in sorted(counts.items()) if count}


def test_no_room_has_sentences_between_its_lines() -> None:
    assert sentences_by_room() == {}


@pytest.mark.parametrize(
    "source",
    [
        'print("the unit has no team")',
        'hint = f"name {one} of these two files"',
        'raise ValueError("this is not a date")',
        'table = {"key": "what is short is listed"}',
    ],
)
def test_a_text_of_four_words_is_a_sentence(source: str) -> None:
    assert len(list(sentences(ast.parse(source)))) == 1


@pytest.mark.parametrize(
    "source",
    [
        'print("post plan short")',  # three words may be the head of a column
        '"""A docstring has as many words as it likes."""',
        'raise RuntimeError("this cannot happen at all, really")',
        'assert one == other, "these two are the same thing"',
        'option("--out", help="the folder for the new roster")',
        'run("UPDATE run SET ended = ?, version = ?, facts = ? WHERE number = ?")',
        'glob("usr/lib/systemd/system/*.wants etc/*.d var/x y/z")',
        'rule = "duty-days-in-a-row"',
    ],
)
def test_what_no_person_reads_is_none(source: str) -> None:
    assert list(sentences(ast.parse(source))) == []
