"""The sentences about files, YAML, CSV and single values: what is wrong, and what to do about it.

A value is read without knowing its key, so its sentences have no hint; `keyed` puts the key before them.
"""

from __future__ import annotations

from collections.abc import Sequence

from rosterctl.intake.text.mistakes import Sentence, did_you_mean, listed


def keyed(key: str, message: str, hint: str) -> Sentence:
    """What is wrong with the value of a key or column; without a key it is the whole that is wrong."""
    return f"{key}: {message}" if key else message, hint


# Files

PATH_LEADS_OUT = (
    "'{pattern}' leads out of the bureau's folder",
    "write the path from the folder of bureau.yaml",
)


def no_file_fits(pattern: str, missing_folder: str) -> Sentence:
    """`missing_folder` is where such files would lie, if there is no such folder."""
    hint = f"there is no folder '{missing_folder}'" if missing_folder else "delete the entry"
    return f"no file fits '{pattern}'", hint


LINK_LEADS_OUT = ("'{name}' is a link that leads out of the bureau's folder", "copy the file into the folder")
FOLDER_NOT_FILE = ("'{name}' is a folder, not a file", "to name all files in it: {name}/*")


def no_such_file(name: str, neighbours: Sequence[str]) -> Sentence:
    return f"there is no file '{name}'{did_you_mean(name, neighbours)}", "delete the entry if none is meant"


NOT_ORDINARY = ("'{name}' is not an ordinary file", "name a text file")
WITHHELD_FILE = (
    "'{name}' is for notifications only: it may hold secrets and is never copied into rosters",
    "name another file",
)
FILE_TWICE = ("'{name}' is named twice", "it is named already in {first}; keep one")
TOO_MANY_FILES = ("more than {most} files", "join small files into larger ones")


def too_large(most_bytes: int) -> Sentence:
    return f"larger than {most_bytes // 1024 // 1024} MiB", "split it into several files"


UTF_16 = ("looks like UTF-16", "save it as UTF-8")


def not_utf_8(*, is_gbk: bool) -> Sentence:
    return "looks like GBK" if is_gbk else "is not UTF-8 text", "save it as UTF-8"


def invisible(mark: str) -> Sentence:
    return f"an invisible character (U+{ord(mark):04X})", "delete it, or type the line anew"


PRESET_TWICE = ("'{name}' is named twice", "keep one")


def unknown_preset(noun: str, name: str, known: Sequence[str], own: str) -> Sentence:
    """`own` is where a preset of this name could lie in the bureau's folder."""
    hint = f"known: {listed(known)}; a file of your own goes to {own}"
    return f"unknown {noun} '{name}'{did_you_mean(name, known)}", hint


# YAML


def not_a_mapping(*, is_empty: bool) -> Sentence:
    message = "the file is empty" if is_empty else "the file does not consist of `key: value` lines"
    return message, "the files under `rosterctl init` show how it should look"


SECOND_DOCUMENT = ("a second document starts here", "one file, one document: delete `---`")
NESTED_TOO_DEEP = ("nested more than {most} levels deep", "no file of a bureau needs that")
YAML_ALIAS = ("an alias (*{name}) is not allowed", "write the value out")
YAML_ANCHOR = ("an anchor (&{name}) is not allowed", "delete it and write the value out where it is used")
YAML_TAG = ("a tag ({name}) is not allowed", "delete it; every value is read by its key")
KEY_TWICE = ("'{key}' is written twice", "it stands already in line {first.line}; keep one")
KEY_NOT_A_WORD = ("a key must be a single word", "put quotes around a text with {{ or [ in it")
MERGE_KEY = ("a merge key (<<) is not allowed", "write the keys out")


def nothing_written(key: str) -> Sentence:
    """Nothing stands after the key, or after a dash where there is no key."""
    where = f"'{key}:'" if key else "this dash"
    return f"nothing is written after {where}", "write a value, or delete the line"


MISSING_KEY = ("'{key}' is missing", "add a line `{key}: …`")


def unknown_key(key: str, known: Sequence[str]) -> Sentence:
    return f"unknown key '{key}'{did_you_mean(key, known)}", f"known here: {listed(known, 30)}"


# CSV

NO_COMMAS = ("the columns are not separated by commas", "save it as CSV with commas")
COLUMN_TWICE = ("column '{column}' is there twice", "keep one")


def unknown_column(column: str, known: Sequence[str]) -> Sentence:
    return f"unknown column '{column}'{did_you_mean(column, known)}", f"known here: {', '.join(known)}"


def missing_columns(columns: Sequence[str]) -> Sentence:
    wanted = " and ".join(f"'{column}'" for column in columns)
    return f"no column {wanted}", "the first line names the columns, separated by commas"


EMPTY_CELL = ("the cell is empty", "every row needs a value for '{column}'")
WRONG_NUMBER_OF_CELLS = (
    "the row has {cells} cells, the first line has {columns}",
    "a comma too many or too few? put quotes around a text with a comma in it",
)
NOT_CSV = ("this is not well-formed CSV: {error}", "look for a quotation mark that is not closed")
