"""Adds a swap or substitution to a bureau's file of exchanges."""

from __future__ import annotations

from pathlib import Path

from rosterctl.domain.exchange import Exchange
from rosterctl.intake.shapes.csv_columns import ExchangeRow, columns_of
from rosterctl.storage.bureau_files.added_rows import replace_known, with_rows


def append_exchange(file: Path, exchange: Exchange, known: bytes | None) -> None:
    """The file with one row more; it is made if there is none.

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
