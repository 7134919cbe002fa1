"""What libyaml says about a file that is not YAML, in a planner's words: what is wrong, and what to do."""

from __future__ import annotations

from rosterctl.intake.text.mistakes import Sentence

PLAIN_WORDS: dict[str, Sentence] = {
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
NEVER_CLOSED: dict[str, Sentence] = {
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


def not_yaml(said: str) -> Sentence:
    """`said` is libyaml's own sentence, empty if it has none."""
    known = PLAIN_WORDS | NEVER_CLOSED
    said = said or "this is not YAML"
    return known.get(said, (f"this is not well-formed YAML: {said}", "compare with the lines above"))


TAB = ("a tab stands here", "indent with spaces, not tabs")
