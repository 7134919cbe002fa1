"""What libyaml says, in a planner's words and where the planner will look."""

from __future__ import annotations

import pytest

from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.intake.text.yaml_documents import read_document
from rosterctl.intake.text.yaml_wording import not_yaml


def told(text: str) -> list[tuple[str, str]]:
    mistakes = Mistakes()
    assert read_document("f.yaml", text, mistakes) is None
    return [(str(one.place), one.message) for one in mistakes.problems]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: 1\nb: @x\n", "f.yaml:2:4", "this character cannot stand here"),
        ("a: 1\nb: c: 2\n", "f.yaml:2:5", "a ':' stands where none is expected"),
        ("a: 1\n  b: 2\n", "f.yaml:2:4", "a ':' stands where none is expected"),
        ("- a: 1\n b: 2\n", "f.yaml:2:2", "the indentation does not fit the lines above"),
        ("a:\n\t- 1\n", "f.yaml:2:1", "a tab stands here"),
        # Where it was opened helps more than where the file ends.
        ("a: 1\nb: [1, 2\nc: 3\n", "f.yaml:2:4", "after this '[' a ',' or the closing ']' is missing"),
        ("a: 1\nb: {x: 1\nc: 3\n", "f.yaml:2:4", "after this '{' a ',' or the closing '}' is missing"),
        ("a: 1\nb: 'x\nc: 3\n", "f.yaml:2:4", "this quoted text never ends"),
    ],
)
def test_where_and_what(text: str, place: str, message: str) -> None:
    assert told(text) == [(place, message)]


def test_behind_the_last_line_the_end_of_what_is_written_is_meant() -> None:
    # libyaml gives up in line 4, which is empty, as line 3 is: what is missing is missing after `b`.
    assert told("a: 1\nb\n\n") == [("f.yaml:2:2", "a ':' is missing")]


def test_what_libyaml_has_no_other_words_for_is_told_as_it_says_it() -> None:
    assert not_yaml("found a strange thing") == (
        "this is not well-formed YAML: found a strange thing",
        "compare with the lines above",
    )
    assert not_yaml("")[0] == "this is not well-formed YAML: this is not YAML"
