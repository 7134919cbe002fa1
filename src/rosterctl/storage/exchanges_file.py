"""Adds a row to a bureau's file of exchanges, whole or not at all."""

from __future__ import annotations

import csv
import fcntl
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rosterctl.domain.exchange import Exchange
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.atomic import write_file

COLUMNS = ("officer_id", "date", "with_officer", "with_date", "kind", "note")


def held(file: Path) -> bytes | None:
    """What the file holds; None when there is none."""
    return file.read_bytes() if file.exists() else None


def append_exchange(file: Path, exchange: Exchange, known: bytes | None) -> None:
    """The file with one row more, in its own columns and line ends; it is made if there is none.

    BadInput when the file does not hold what was `known` of it, or has no column for something that must be
    said; OSError when it cannot be written.
    """
    with _alone(file.parent):
        if held(file) != known:
            message = "the file has changed while the exchange was judged"
            raise BadInput([Problem(Place(str(file)), message, "nothing was entered; try again")])
        write_file(file, _longer(file, known or b"", exchange))


def _longer(file: Path, known: bytes, exchange: Exchange) -> bytes:
    text = known.decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\n"
    columns = next(csv.reader(io.StringIO(text)), None) or list(COLUMNS)
    cells = {
        "officer_id": exchange.officer,
        "date": exchange.day.isoformat(),
        "with_officer": exchange.with_officer,
        "with_date": exchange.with_day.isoformat() if exchange.with_day else "",
        "kind": exchange.kind.value,
        "note": exchange.note,
    }
    names = [column.strip() for column in columns]
    for column, cell in cells.items():
        if cell and column not in names:
            message = f"there is no column '{column}'"
            raise BadInput([Problem(Place(str(file), 1, 1), message, f"add {column} to the first line")])
    added = "" if known else _line(COLUMNS, end)
    if known and not text.endswith(("\n", "\r")):
        added = end
    return known + (added + _line([cells.get(name, "") for name in names], end)).encode()


def _line(cells: list[str] | tuple[str, ...], end: str) -> str:
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
