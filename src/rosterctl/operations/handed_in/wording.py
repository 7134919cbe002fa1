"""The sentences about what was handed in from Excel and cannot be taken."""

from __future__ import annotations

THERE_ALREADY = (
    "this file is there already",
    "--replace puts the list in its place and keeps the old file in replaced/; --to names another file",
)
NO_LINE_TAKEN = ("there is nobody in the list below the headings", "name the file in which the list is")
OUTSIDE_THE_BUREAU = (
    "this leads out of the bureau's folder",
    "name a file inside it, such as officers/S01.csv",
)
SEVERAL_FILES = ("several files belong here: {files}", "say which one is meant, such as --to {first}")
READ_FROM_GBK = (
    "the file is GBK, as Excel saves CSV; it was read as such, and what writes to it makes it UTF-8"
)
