"""Adds rows to a CSV file of the bureau, whole or not at all."""

from __future__ import annotations

import csv
import fcntl
import io
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rosterctl.intake.text.charsets import decoded
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage import wording
from rosterctl.storage.disk.atomic import write_file
from rosterctl.wording import say

Cells = Mapping[str, str]


def held(file: Path) -> bytes | None:
    """What the file holds; None when there is none."""
    return file.read_bytes() if file.exists() else None


def with_rows(
    file: Path,
    known: bytes | None,
    columns: Sequence[str],
    rows: Sequence[Cells],
    new: Collection[str] = (),
) -> bytes:
    """What the file would hold with these rows more, in its own columns and line ends.

    `columns` are those of a file that is not there yet, or blank; one without a column in `new` gets it where
    something stands there. BadInput when it has no column for something else that must be said, or is no
    text.
    """
    text, is_gbk = _text(file, known or b"")
    if is_gbk:
        known = text.encode("utf-8-sig")
    for column in new:
        if text.strip() and any(cells.get(column) for cells in rows):
            text = _with_column(text, column)
            known = text.encode()
    if not text.strip():
        text, known = "", None
    end = "\r\n" if "\r\n" in text else "\n"
    names = [column.strip() for column in next(csv.reader(io.StringIO(text)), columns)]
    for column in (column for cells in rows for column, cell in cells.items() if cell):
        if column not in names:
            raise BadInput([Problem(Place(str(file), 1, 1), *say(wording.NO_COLUMN, column=column))])
    added = "" if known else _line(columns, end)
    if known and not text.endswith(("\n", "\r")):
        added = end
    lines = (_line([cells.get(name, "") for name in names], end) for cells in rows)
    return (known or b"") + (added + "".join(lines)).encode()


def replace_known(file: Path, known: bytes | None, data: bytes) -> None:
    """Write the file if it still holds what was `known` of it.

    BadInput when it does not; OSError when it cannot be written.
    """
    with _alone(file.parent):
        if held(file) != known:
            raise BadInput([Problem(Place(str(file)), *say(wording.CHANGED_MEANWHILE))])
        write_file(file, data)


def _text(file: Path, known: bytes) -> tuple[str, bool]:
    """What stands in the file, and whether Excel saved it as GBK: it is written anew in UTF-8 then."""
    found = decoded(known)
    if found is None:
        raise BadInput([Problem(Place(str(file)), *say(wording.NOT_UTF8))])
    return found


def _with_column(text: str, column: str) -> str:
    """The rows with one more column, empty in all of them, unless they have it."""
    end = "\r\n" if "\r\n" in text else "\n"
    head, *rows = csv.reader(io.StringIO(text))
    if column in [name.strip() for name in head]:
        return text
    blank = [""] * (len(head) + 1)
    return "".join(
        _line(cells, end)
        for cells in ([*head, column], *((row + blank)[: len(blank)] for row in rows if row))
    )


def _line(cells: Sequence[str], end: str) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator=end).writerow(cells)
    return text.getvalue()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One at a time: whoever comes second waits, and then sees what the first has written."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
