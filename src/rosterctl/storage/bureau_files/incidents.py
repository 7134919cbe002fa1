"""Adds what has happened to a bureau's file of incidents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rosterctl.storage.bureau_files.added_rows import with_rows

INCIDENTS_COLUMNS = ("kind", "id", "first", "last", "note")


@dataclass(frozen=True)
class Incident:
    """A row: `kind` is a word of the file, `id` an officer's or a vehicle's; `last` None is one date."""

    kind: str
    id: str
    first: date
    last: date | None = None
    note: str = ""


def with_incidents(file: Path, known: bytes | None, incidents: Sequence[Incident]) -> bytes:
    """What the file would hold with these rows more. BadInput when it lacks a column for something said."""
    rows = [
        {
            "kind": one.kind,
            "id": one.id,
            "first": one.first.isoformat(),
            "last": one.last.isoformat() if one.last else "",
            "note": one.note,
        }
        for one in incidents
    ]
    return with_rows(file, known, INCIDENTS_COLUMNS, rows)
