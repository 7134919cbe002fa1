"""What rosterctl enters in the bureau's own files: exchanges of duties, and what has happened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rosterctl.domain.people.exchange import Exchange
from rosterctl.domain.people.incident import Incident
from rosterctl.intake.shapes.csv_columns import ExchangeRow, IncidentRow, columns_of
from rosterctl.storage.bureau_files.added_rows import replace_known, with_rows
from rosterctl.timeline.clock import clock_text


def append_exchange(file: Path, exchange: Exchange, known: bytes | None) -> None:
    """The file of exchanges with one row more; it is made if there is none.

    BadInput when the file does not hold what was `known` of it, or has no column for something that must be
    said; OSError when it cannot be written.
    """
    cells = {
        "officer_id": exchange.officer,
        "date": exchange.day.isoformat(),
        "with_officer": exchange.with_officer,
        "with_date": exchange.with_day.isoformat() if exchange.with_day else "",
        "kind": exchange.kind.value,
        "note": exchange.note,
    }
    replace_known(file, known, with_rows(file, known, columns_of(ExchangeRow), [cells]))


def with_incidents(file: Path, known: bytes | None, incidents: Sequence[Incident]) -> bytes:
    """What the file of incidents would hold with these rows more; nothing is written yet.

    The bureau is read with it first, because a row that makes no sense must not be entered. BadInput when it
    lacks a column for something that must be said.
    """
    rows = [
        {
            "kind": one.kind.value,
            "id": one.id,
            "first": one.first.isoformat(),
            "last": one.last.isoformat() if one.last else "",
            "note": one.note,
            "at": "" if one.at is None else clock_text(one.at),
        }
        for one in incidents
    ]
    return with_rows(file, known, columns_of(IncidentRow), rows, new=("at",))
