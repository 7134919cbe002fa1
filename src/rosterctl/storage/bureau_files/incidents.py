"""Adds what has happened to a bureau's file of incidents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rosterctl.domain.incident import Incident
from rosterctl.intake.shapes.csv_columns import IncidentRow, columns_of
from rosterctl.storage.bureau_files.added_rows import with_rows


def with_incidents(file: Path, known: bytes | None, incidents: Sequence[Incident]) -> bytes:
    """What the file would hold with these rows more. BadInput when it lacks a column for something said."""
    rows = [
        {
            "kind": one.kind.value,
            "id": one.id,
            "first": one.first.isoformat(),
            "last": one.last.isoformat() if one.last else "",
            "note": one.note,
        }
        for one in incidents
    ]
    return with_rows(file, known, columns_of(IncidentRow), rows)
