"""Docstrings: there is one where everybody reads, and none takes an officer for a man."""

from __future__ import annotations

import ast
import re
from collections import Counter

import pytest

from tests.support.known import off_the_list
from tests.support.source import docstrings, modules, place, public_names, room

READ_BY_ALL = ("audit", "domain", "planning", "rulekit")
"""Rooms in which every public function and class says what it is."""

HE = re.compile(r"\b(?<!he or )(he|his|him|himself)\b(?! or (she|hers?))", re.IGNORECASE)


def docstrings_that_say_he() -> dict[str, int]:
    """How many docstrings of each module speak of an officer as a man."""
    counts = Counter(place(path) for path in modules() for text in docstrings(path) if HE.search(text))
    return dict(sorted(counts.items()))


def undescribed_by_room() -> dict[str, int]:
    """How many public functions and classes of each room have no docstring."""
    counts = Counter(
        room(path)
        for path in modules()
        if room(path) in READ_BY_ALL
        for _, node in public_names(path)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        if ast.get_docstring(node) is None
    )
    return dict(sorted(counts.items()))


def test_every_module_says_what_it_is_for() -> None:
    assert [place(path) for path in modules() if not path.read_text().startswith('"""')] == []


def test_every_public_function_and_class_of_these_rooms_says_what_it_is() -> None:
    assert off_the_list("undescribed_by_room", undescribed_by_room()) == {}


def test_no_docstring_takes_an_officer_for_a_man() -> None:
    assert off_the_list("docstrings_that_say_he", docstrings_that_say_he()) == {}


@pytest.mark.parametrize("text", ["where he stood", "His duty.", "given to him", "replaces himself"])
def test_a_man_is_seen(text: str) -> None:
    assert HE.search(text)


@pytest.mark.parametrize(
    "text", ["where they stood", "she rests", "the others", "history", "he or she is on leave"]
)
def test_an_officer_is_none(text: str) -> None:
    assert not HE.search(text)
