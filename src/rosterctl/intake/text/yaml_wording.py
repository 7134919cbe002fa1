"""What libyaml says about a file that is not YAML, in a planner's words: what is wrong, and what to do."""

from __future__ import annotations

from rosterctl.intake.text.mistakes import Sentence
from rosterctl.wording import say

NO_TOKEN = (
    "this character cannot stand here",
    "indent with spaces, not tabs; put quotes around a text that starts with @, `, % or *",
)
COLON_TOO_MANY = (
    "a ':' stands where none is expected",
    "align the keys of one item exactly; put quotes around a text that has ': ' in it",
)
COLON_MISSING = ("a ':' is missing", "write `key: value`")
KEY_OUT_OF_LINE = (
    "the indentation does not fit the lines above",
    "align the keys of one item exactly under each other",
)
DASH_OUT_OF_LINE = (
    "the indentation does not fit the lines above",
    "align the dashes of one list, and the keys of one item, exactly under each other",
)
BRACE_NEVER_CLOSED = (
    "after this '{{' a ',' or the closing '}}' is missing",
    "close what was opened",
)
BRACKET_NEVER_CLOSED = (
    "after this '[' a ',' or the closing ']' is missing",
    "close what was opened",
)
QUOTE_NEVER_CLOSED = ("this quoted text never ends", "close the quotation mark")
NOT_WELL_FORMED = ("this is not well-formed YAML: {said}", "compare with the lines above")
"""`said` is libyaml's own sentence, for which there is none here."""
NOT_YAML = "this is not YAML"


def not_yaml(said: str) -> Sentence:
    """`said` is libyaml's own sentence, empty if it has none."""
    match said:
        case "found character that cannot start any token":
            return say(NO_TOKEN)
        case "mapping values are not allowed in this context":
            return say(COLON_TOO_MANY)
        case "could not find expected ':'":
            return say(COLON_MISSING)
        case "did not find expected key":
            return say(KEY_OUT_OF_LINE)
        case "did not find expected '-' indicator":
            return say(DASH_OUT_OF_LINE)
        case "did not find expected ',' or '}'":
            return say(BRACE_NEVER_CLOSED)
        case "did not find expected ',' or ']'":
            return say(BRACKET_NEVER_CLOSED)
        case "found unexpected end of stream":
            return say(QUOTE_NEVER_CLOSED)
        case _:
            return say(NOT_WELL_FORMED, said=said or say(NOT_YAML))


def is_never_closed(said: str) -> bool:
    """Then the place where it was opened helps more than the place where the parser gave up."""
    return said in (
        "did not find expected ',' or '}'",
        "did not find expected ',' or ']'",
        "found unexpected end of stream",
    )


TAB = ("a tab stands here", "indent with spaces, not tabs")
