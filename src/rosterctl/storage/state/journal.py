"""The journal: one line a deed, each with the hash of the line before it. What stands here is true."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rosterctl.storage import wording
from rosterctl.storage.disk.atomic import FILE_MODE, sync
from rosterctl.storage.state.deeds import Deed, deed_fields, line, object_of, read_deed, text, whole_number
from rosterctl.wording import say

BEGIN = "0" * 64
"""Stands for the hash of the line before the first."""


@dataclass(frozen=True)
class JournalEntry:
    """A deed and the version it published, set aside or pruned; None if it touched no version.

    `sha256` is the published version's; empty otherwise. `replaces` stands in the first line of a chain that
    was begun anew: the hash of the last line that the pointer knew of the chain before.
    """

    deed: Deed
    version: int | None = None
    sha256: str = ""
    replaces: str = ""


@dataclass(frozen=True)
class JournalChain:
    """The lines of a journal that hold together, with the hash of each and their length in bytes.

    `torn` when a line without an end follows, as a killed writer leaves it; `damage` says what is wrong with
    the first line that does not hold; `beyond` are entries after it that can still be read.
    """

    entries: tuple[JournalEntry, ...] = ()
    hashes: tuple[str, ...] = ()
    length: int = 0
    torn: bool = False
    damage: str = ""
    beyond: tuple[JournalEntry, ...] = ()

    @property
    def last(self) -> str:
        return self.hashes[-1] if self.hashes else BEGIN


def read_chain(data: bytes) -> JournalChain:
    """Every line up to the first that was edited, and what can be read beyond it."""
    entries: list[JournalEntry] = []
    hashes: list[str] = []
    length = 0
    lines = data.split(b"\n")
    for n, raw in enumerate(lines[:-1], 1):
        try:
            entries.append(_entry(raw, hashes[-1] if hashes else BEGIN))
        except ValueError as wrong:
            damage = say(wording.LINE_DOES_NOT_HOLD, number=n, wrong=wrong)
            return JournalChain(
                tuple(entries), tuple(hashes), length, False, damage, _readable(lines[n - 1 :])
            )
        hashes.append(hashlib.sha256(raw).hexdigest())
        length += len(raw) + 1
    return JournalChain(tuple(entries), tuple(hashes), length, bool(lines[-1]))


def encoded(entries: Iterable[JournalEntry], last: str = BEGIN) -> bytes:
    """The entries as lines that follow the line whose hash is `last`."""
    whole = bytearray()
    for entry in entries:
        fields = {**deed_fields(entry.deed), "version": entry.version, "sha256": entry.sha256, "before": last}
        if entry.replaces:
            fields["replaces"] = entry.replaces
        raw = line(fields)
        last = hashlib.sha256(raw).hexdigest()
        whole += raw + b"\n"
    return bytes(whole)


def append(file: Path, chain: JournalChain, entries: Iterable[JournalEntry]) -> None:
    """Add entries after the chain that the file holds; on disk when this returns.

    When it fails the file is cut back to what it was, as far as the disk lets it: the caller reads it again
    to see whether the entries stand.
    """
    handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, FILE_MODE)
    try:
        write(handle, encoded(entries, chain.last))
        if not chain.length:
            sync(file.parent)
    except BaseException:
        with suppress(OSError):
            os.ftruncate(handle, chain.length)
            os.fsync(handle)
        raise
    finally:
        os.close(handle)


def cut_off(file: Path, length: int) -> None:
    """Take off a torn end."""
    handle = os.open(file, os.O_WRONLY)
    try:
        os.ftruncate(handle, length)
        os.fsync(handle)
    finally:
        os.close(handle)


def write(handle: int, data: bytes) -> None:
    """All of it, forced to disk."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


def _entry(raw: bytes, before: str | None) -> JournalEntry:
    """ValueError unless the line is as it was written after the line with that hash (None: any)."""
    fields = object_of(raw)
    if line(fields) != raw:
        raise ValueError(say(wording.NOT_OUR_SPELLING))
    if before is not None and text(fields, "before") != before:
        raise ValueError(say(wording.DOES_NOT_FOLLOW))
    replaces = text(fields, "replaces") if "replaces" in fields else ""
    return JournalEntry(read_deed(fields), whole_number(fields, "version"), text(fields, "sha256"), replaces)


def _readable(lines: Iterable[bytes]) -> tuple[JournalEntry, ...]:
    found = []
    for raw in lines:
        with suppress(ValueError):
            found.append(_entry(raw, None))
    return tuple(found)
