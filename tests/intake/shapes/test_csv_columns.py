"""The columns of each CSV file stand once: what is written is read back in the same columns."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.people.incident import Incident, IncidentKind
from rosterctl.export.ledger_csv import ledger_csv
from rosterctl.export.roster_csv import roster_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.intake.shapes.csv_columns import (
    LIEU_COLUMNS,
    ROSTER_COLUMNS,
    UNREAD,
    AbsenceRow,
    CarriedLieuRow,
    ExchangeRow,
    HistoryRow,
    IncidentRow,
    LedgerRow,
    LieuRow,
    OfficerRow,
    RequestRow,
    TransferRow,
    VehicleRow,
    columns_of,
    read_outages,
    read_skills,
)
from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text.csv_rows import read_rows
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.operations.accounts.ledger import carried_ledger_csv, lieu_csv
from rosterctl.storage.bureau_files.entries import append_exchange, with_incidents
from tests.support.bureaus import MONDAY, duty, roster_of, small_bureau

ROWS: tuple[type[Shape], ...] = (
    *(OfficerRow, TransferRow, AbsenceRow, IncidentRow, RequestRow, ExchangeRow, VehicleRow, LedgerRow),
    *(LieuRow, CarriedLieuRow, HistoryRow),
)


def header(data: bytes) -> tuple[str, ...]:
    return tuple(next(csv.reader(io.StringIO(data.decode("utf-8-sig")))))


def read_back(folder: Path, data: bytes, kind: type[Shape]) -> list[Shape | None]:
    (folder / "f.csv").write_bytes(data)
    desk = Folder(folder, Mistakes())
    rows = list(read_rows(desk, "f.csv", kind, UNREAD.get(kind, frozenset())) or ())
    assert desk.mistakes.problems == []
    return [row.shape for row in rows]


@pytest.mark.parametrize("kind", ROWS)
def test_no_file_names_a_column_by_another_word_than_its_field(kind: type[Shape]) -> None:
    """An alias would be a second name for the same column."""
    assert [field for field, one in kind.model_fields.items() if one.alias] == []
    assert columns_of(kind) == tuple(kind.model_fields)


def test_exchanges_are_read_back(tmp_path: Path) -> None:
    file = tmp_path / "exchanges.csv"
    append_exchange(file, Exchange("a", MONDAY, "b", MONDAY, ExchangeKind.SWAP, "why"), None)
    assert header(file.read_bytes()) == columns_of(ExchangeRow)
    (one,) = read_back(tmp_path, file.read_bytes(), ExchangeRow)
    assert one == ExchangeRow(
        officer_id="a", date=MONDAY, with_officer="b", with_date=MONDAY, kind=ExchangeKind.SWAP, note="why"
    )


@pytest.mark.parametrize("kind", IncidentKind)
def test_incidents_of_every_kind_are_read_back(tmp_path: Path, kind: IncidentKind) -> None:
    data = with_incidents(tmp_path / "i.csv", None, [Incident(kind, "a", MONDAY, None, "why")])
    assert header(data) == columns_of(IncidentRow)
    (one,) = read_back(tmp_path, data, IncidentRow)
    assert one == IncidentRow(kind=kind, id="a", first=MONDAY, note="why")


def test_carried_burdens_and_entries_are_read_back(tmp_path: Path) -> None:
    data = carried_ledger_csv({"a": Tally(1, 2, 3, 4, 5, 90)}, {})
    assert header(data) == columns_of(LedgerRow)
    ledger = read_back(tmp_path, data, LedgerRow)
    assert ledger == [
        LedgerRow(officer_id="a", nights=1, weekends=2, holidays=3, eves=4, recalls=5, overtime_hours=90)
    ]
    data = lieu_csv([Entry("a", MONDAY, EntryKind.SPEND, 150, "why")])
    assert header(data) == columns_of(CarriedLieuRow)
    lieu = read_back(tmp_path, data, CarriedLieuRow)
    assert lieu == [CarriedLieuRow(officer_id="a", date=MONDAY, entry=EntryKind.SPEND, hours=150, note="why")]


def test_an_exported_ledger_is_read_without_the_hours_in_lieu(tmp_path: Path) -> None:
    bureau = small_bureau()
    data = ledger_csv(bureau, roster_of(bureau, MONDAY, 1, ()), Sheet(raw=True))
    assert header(data) == (*columns_of(LedgerRow), *LIEU_COLUMNS)
    assert len(read_back(tmp_path, data, LedgerRow)) == len(bureau.officers)
    assert UNREAD[LedgerRow] == frozenset(LIEU_COLUMNS)


def test_an_exported_roster_is_read_as_a_history(tmp_path: Path) -> None:
    bureau = small_bureau()
    roster = roster_of(bureau, MONDAY, 1, [duty(bureau, "a", MONDAY, "day")])
    data = roster_csv(bureau, roster, Sheet(raw=True))
    assert header(data) == ROSTER_COLUMNS
    rows = read_back(tmp_path, data, HistoryRow)
    assert [(row.officer_id, row.date, row.shift) for row in rows if isinstance(row, HistoryRow)] == [
        ("a", MONDAY, "day")
    ]


def test_what_is_read_of_a_roster_and_what_is_not_are_all_its_columns() -> None:
    assert set(columns_of(HistoryRow)) | UNREAD[HistoryRow] == set(ROSTER_COLUMNS)
    assert not set(columns_of(HistoryRow)) & UNREAD[HistoryRow]


def test_skills_and_outages_are_separated_by_spaces() -> None:
    assert read_skills(" rider  patrol ") == {"rider", "patrol"}
    assert read_skills("") == frozenset()
    first, second = date(2026, 12, 1), date(2026, 12, 5)
    assert read_outages("2026-12-01..2026-12-05 2026-12-05..2026-12-05") == (
        (first, second),
        (second, second),
    )
    assert read_outages("") == ()
    with pytest.raises(ValueError, match=r"^'2026-12-01' is not a stretch of dates"):
        read_outages("2026-12-01")
    with pytest.raises(ValueError, match="is not a date that exists"):
        read_outages("2026-12-01..2026-12-32")
