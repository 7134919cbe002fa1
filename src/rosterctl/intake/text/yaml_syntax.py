"""What libyaml says about a file that is not YAML, in a planner's words."""

from __future__ import annotations

import yaml

from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.problems import Place

PLAIN_WORDS = {
    "found character that cannot start any token": (
        "this character cannot stand here",
        "indent with spaces, not tabs; put quotes around a text that starts with @, `, % or *",
    ),
    "mapping values are not allowed in this context": (
        "a ':' stands where none is expected",
        "align the keys of one item exactly; put quotes around a text that has ': ' in it",
    ),
    "could not find expected ':'": ("a ':' is missing", "write `key: value`"),
    "did not find expected key": (
        "the indentation does not fit the lines above",
        "align the keys of one item exactly under each other",
    ),
    "did not find expected '-' indicator": (
        "the indentation does not fit the lines above",
        "align the dashes of one list, and the keys of one item, exactly under each other",
    ),
}
NEVER_CLOSED = {
    "did not find expected ',' or '}'": (
        "after this '{' a ',' or the closing '}' is missing",
        "close what was opened",
    ),
    "did not find expected ',' or ']'": (
        "after this '[' a ',' or the closing ']' is missing",
        "close what was opened",
    ),
    "found unexpected end of stream": ("this quoted text never ends", "close the quotation mark"),
}
"""Here the place where it was opened helps more than the place where the parser gave up."""


def tell_syntax(name: str, text: str, error: yaml.YAMLError, mistakes: Mistakes) -> None:
    """A mistake where libyaml gave up, or where what it missed was opened."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or "this is not YAML")
    if said in NEVER_CLOSED:
        mark = getattr(error, "context_mark", None) or mark
    message, hint = (PLAIN_WORDS | NEVER_CLOSED).get(
        said, (f"this is not well-formed YAML: {said}", "compare with the lines above")
    )
    if mark is None:
        mistakes.add(Place(name), message, hint)
        return
    line, column = mark.line + 1, mark.column + 1
    lines = text.split("\n")
    if line <= len(lines) and lines[line - 1][column - 1 : column] == "\t":
        message, hint = "a tab stands here", "indent with spaces, not tabs"
    elif line > len(lines) or (line == len(lines) and not lines[-1]):
        while line > 1 and (line > len(lines) or not lines[line - 1].strip()):
            line -= 1
        column = len(lines[line - 1]) + 1
    mistakes.add(Place(name, line, column), message, hint)
