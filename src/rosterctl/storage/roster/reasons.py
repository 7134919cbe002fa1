"""Reads the reasons of changes back from the `changes.csv` in a roster folder.

`nightly` and `replan` keep that file with the version they publish (see `export.changes_csv`): a row for each
officer and date whose duty is another than before. Of its columns only `officer_id`, `date` and `reason` are
read; what the duty was and is now, the rosters themselves say.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage import wording
from rosterctl.wording import say

CHANGES = "changes.csv"
"""The file's name in a roster folder; a roster that carries none on has no such file."""


def read_reasons(folder: Path) -> Mapping[tuple[str, date], str]:
    """By officer and date why there is a change; empty without the file, BadInput when it is damaged."""
    file = folder / CHANGES
    if not file.is_file():
        return {}
    try:
        return dict(_reasons(file.read_text(encoding="utf-8-sig")))
    except (KeyError, ValueError, csv.Error):
        raise BadInput([Problem(Place(str(file)), *say(wording.FILE_EDITED))]) from None


def _reasons(text: str) -> Iterator[tuple[tuple[str, date], str]]:
    """The apostrophe that keeps a spreadsheet from seeing a formula is taken off again."""
    for row in csv.DictReader(io.StringIO(text, newline=""), strict=True):
        cells = [row[column] for column in ("officer_id", "date", "reason")]
        if None in cells:
            raise ValueError(say(wording.ROW_TOO_SHORT))
        officer, day, reason = (cell.removeprefix("'") for cell in cells)
        yield (officer, date.fromisoformat(day)), reason
