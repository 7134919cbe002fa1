"""The pointer: a small file that names the current version, for whoever looks into a state without asking us.

It is a cache of the journal. Beside the version it holds how far the journal was when it was written, and so
bears witness when the journal is cut short or its last line edited.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from rosterctl.storage import wording
from rosterctl.storage.state.deeds import line, object_of, text, whole_number
from rosterctl.wording import say


@dataclass(frozen=True)
class Pointer:
    """`lines` of the journal, the last with the hash `chain`; `version` is None when none is left."""

    version: int | None
    sha256: str
    lines: int
    chain: str


def pointer_text(pointer: Pointer) -> bytes:
    fields = {
        "version": pointer.version,
        "sha256": pointer.sha256,
        "lines": pointer.lines,
        "chain": pointer.chain,
    }
    return line({**fields, "check": _check(pointer)}) + b"\n"


def read_pointer(data: bytes) -> Pointer:
    """ValueError when it was damaged or edited."""
    fields = object_of(data)
    lines = whole_number(fields, "lines")
    pointer = Pointer(
        whole_number(fields, "version"), text(fields, "sha256"), lines or 0, text(fields, "chain")
    )
    if pointer_text(pointer) != data:
        raise ValueError(say(wording.POINTER_EDITED))
    return pointer


def _check(pointer: Pointer) -> str:
    """Tells an edited pointer from one that the writer wrote; no protection against forgery."""
    whole = f"{pointer.version} {pointer.sha256} {pointer.lines} {pointer.chain}"
    return hashlib.sha256(whole.encode()).hexdigest()
