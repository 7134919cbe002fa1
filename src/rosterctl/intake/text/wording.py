"""The sentences about files, YAML, CSV and single values: what is wrong, and what to do about it.

A value is read without knowing its key, so its sentences have no hint; `keyed` puts the key before them.
A `hint` in a message is "did you mean …", or empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from rosterctl.intake.text.mistakes import Sentence, did_you_mean, listed
from rosterctl.intake.text.synonyms import offered, spellings
from rosterctl.wording import say

KEYED = "{key}: {message}"


def keyed(key: str, message: str, hint: str) -> Sentence:
    """What is wrong with the value of a key or column; without a key it is the whole that is wrong."""
    return say(KEYED, key=key, message=message) if key else message, hint


UNKNOWN_WORD = ("unknown word '{word}'{hint}", "write one of: {allowed}")


def unknown_word(word: str, allowed: Sequence[str]) -> Sentence:
    """`allowed` are English words; whoever wrote another language is offered what stands for them in it."""
    known = listed(offered(word, allowed), len(allowed))
    return say(UNKNOWN_WORD, word=word, hint=did_you_mean(word, spellings(allowed)), allowed=known)


# Files

PATH_LEADS_OUT = (
    "'{pattern}' leads out of the bureau's folder",
    "write the path from the folder of bureau.yaml",
)
NO_FILE_FITS = ("no file fits '{pattern}'", "delete the entry")
NO_FOLDER_OF_FILES = ("no file fits '{pattern}'", "there is no folder '{folder}'")


def no_file_fits(pattern: str, missing_folder: str) -> Sentence:
    """`missing_folder` is where such files would lie, if there is no such folder."""
    if missing_folder:
        return say(NO_FOLDER_OF_FILES, pattern=pattern, folder=missing_folder)
    return say(NO_FILE_FITS, pattern=pattern)


LINK_LEADS_OUT = ("'{name}' is a link that leads out of the bureau's folder", "copy the file into the folder")
FOLDER_NOT_FILE = ("'{name}' is a folder, not a file", "to name all files in it: {name}/*")
NO_SUCH_FILE = ("there is no file '{name}'{hint}", "delete the entry if none is meant")


def no_such_file(name: str, neighbours: Sequence[str]) -> Sentence:
    return say(NO_SUCH_FILE, name=name, hint=did_you_mean(name, neighbours))


NOT_ORDINARY = ("'{name}' is not an ordinary file", "name a text file")
WITHHELD_FILE = (
    "'{name}' is for notifications only: it may hold secrets and is never copied into rosters",
    "name another file",
)
FILE_TWICE = ("'{name}' is named twice", "it is named already in {first}; keep one")
TOO_MANY_FILES = ("more than {most} files", "join small files into larger ones")
TOO_LARGE = ("larger than {mebibytes} MiB", "split it into several files")


def too_large(most_bytes: int) -> Sentence:
    return say(TOO_LARGE, mebibytes=most_bytes // 1024 // 1024)


UTF_16 = ("looks like UTF-16", "save it as UTF-8")
GBK = ("looks like GBK", "save it as UTF-8")
NOT_UTF_8 = ("is not UTF-8 text", "save it as UTF-8")


def not_utf_8(*, is_gbk: bool) -> Sentence:
    return say(GBK if is_gbk else NOT_UTF_8)


INVISIBLE_MARK = ("an invisible character ({code})", "delete it, or type the line anew")


def invisible(mark: str) -> Sentence:
    return say(INVISIBLE_MARK, code=f"U+{ord(mark):04X}")


PRESET_TWICE = ("'{name}' is named twice", "keep one")
UNKNOWN_CALENDAR = "unknown calendar '{name}'{hint}"
UNKNOWN_FILE_OF_ROTATIONS = "unknown file of rotations '{name}'{hint}"
UNKNOWN_FILE_OF_SHIFTS = "unknown file of shifts '{name}'{hint}"
UNKNOWN_RULEBOOK = "unknown rulebook '{name}'{hint}"
KNOWN_PRESETS = "known: {known}; a file of your own goes to {own}"
"""`own` is where a preset of this name could lie in the bureau's folder."""

# YAML

FILE_EMPTY = ("the file is empty", "the files under `rosterctl init` show how it should look")
NO_KEYS = (
    "the file does not consist of `key: value` lines",
    "the files under `rosterctl init` show how it should look",
)


def not_a_mapping(*, is_empty: bool) -> Sentence:
    return say(FILE_EMPTY if is_empty else NO_KEYS)


SECOND_DOCUMENT = ("a second document starts here", "one file, one document: delete `---`")
NESTED_TOO_DEEP = ("nested more than {most} levels deep", "no file of a bureau needs that")
YAML_ALIAS = ("an alias (*{name}) is not allowed", "write the value out")
YAML_ANCHOR = ("an anchor (&{name}) is not allowed", "delete it and write the value out where it is used")
YAML_TAG = ("a tag ({name}) is not allowed", "delete it; every value is read by its key")
KEY_TWICE = ("'{key}' is written twice", "it stands already in line {first.line}; keep one")
KEY_NOT_A_WORD = ("a key must be a single word", "put quotes around a text with {{ or [ in it")
MERGE_KEY = ("a merge key (<<) is not allowed", "write the keys out")
NOTHING_AFTER_KEY = ("nothing is written after '{key}:'", "write a value, or delete the line")
NOTHING_AFTER_DASH = ("nothing is written after this dash", "write a value, or delete the line")


def nothing_written(key: str) -> Sentence:
    """Nothing stands after the key, or after a dash where there is no key."""
    return say(NOTHING_AFTER_KEY, key=key) if key else say(NOTHING_AFTER_DASH)


MISSING_KEY = ("'{key}' is missing", "add a line `{key}: …`")
UNKNOWN_KEY = ("unknown key '{key}'{hint}", "known here: {known}")


def unknown_key(key: str, known: Sequence[str]) -> Sentence:
    return say(UNKNOWN_KEY, key=key, hint=did_you_mean(key, known), known=listed(known, 30))


# CSV

NO_COMMAS = ("the columns are not separated by commas", "save it as CSV with commas")
COLUMN_TWICE = ("column '{column}' is there twice", "keep one")
UNKNOWN_COLUMN = ("unknown column '{column}'{hint}", "known here: {known}")


def unknown_column(column: str, known: Sequence[str]) -> Sentence:
    hint = did_you_mean(column, known)
    return say(UNKNOWN_COLUMN, column=column, hint=hint, known=listed(known, len(known)))


NO_COLUMNS = ("no column '{columns}'", "the first line names the columns, separated by commas")
BETWEEN_COLUMNS = "' and '"


def missing_columns(columns: Sequence[str]) -> Sentence:
    return say(NO_COLUMNS, columns=say(BETWEEN_COLUMNS).join(columns))


EMPTY_CELL = ("the cell is empty", "every row needs a value for '{column}'")
WRONG_NUMBER_OF_CELLS = (
    "the row has {cells} cells, the first line has {columns}",
    "a comma too many or too few? put quotes around a text with a comma in it",
)
NOT_CSV = ("this is not well-formed CSV: {error}", "look for a quotation mark that is not closed")
CUT_OFF_IN_QUOTES = "unexpected end of data"
TEXT_AFTER_QUOTES = "',' expected after '\"'"


def not_csv(said: str) -> Sentence:
    """`said` is what Python's reader says."""
    if said == "unexpected end of data":
        said = say(CUT_OFF_IN_QUOTES)
    elif said.startswith("',' expected after"):
        said = say(TEXT_AFTER_QUOTES)
    return say(NOT_CSV, error=said)
