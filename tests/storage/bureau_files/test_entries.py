"""A row more in exchanges.csv or incidents.csv: in the file's own columns, whole or not at all."""

from __future__ import annotations

import stat
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.people.incident import Incident, IncidentKind
from rosterctl.problems import BadInput
from rosterctl.storage.bureau_files.added_rows import held
from rosterctl.storage.bureau_files.entries import append_exchange, with_incidents

SWAP = Exchange("P1", date(2026, 12, 7), "P2", date(2026, 12, 9), ExchangeKind.SWAP, 'a "note", long')
STEP_IN = Exchange("P1", date(2026, 12, 7), "P2", None, ExchangeKind.SUBSTITUTION)
HEAD = "officer_id,date,with_officer,with_date,kind,note\n"
SWAP_ROW = 'P1,2026-12-07,P2,2026-12-09,swap,"a ""note"", long"\n'


def after(tmp_path: Path, before: bytes | None, exchange: Exchange) -> bytes:
    file = tmp_path / "exchanges.csv"
    if before is not None:
        file.write_bytes(before)
    append_exchange(file, exchange, held(file))
    return file.read_bytes()


def test_a_new_file_is_private(tmp_path: Path) -> None:
    assert after(tmp_path, None, SWAP).decode() == HEAD + SWAP_ROW
    assert stat.S_IMODE((tmp_path / "exchanges.csv").stat().st_mode) == 0o600


def test_what_stood_there_stays(tmp_path: Path) -> None:
    assert after(tmp_path, (HEAD + SWAP_ROW).encode(), STEP_IN).decode() == (
        HEAD + SWAP_ROW + "P1,2026-12-07,P2,,substitution,\n"
    )


def test_the_last_line_may_lack_its_end(tmp_path: Path) -> None:
    told = after(tmp_path, (HEAD + SWAP_ROW).rstrip("\n").encode(), STEP_IN)
    assert told.decode().splitlines()[-1] == "P1,2026-12-07,P2,,substitution,"
    assert len(told.decode().splitlines()) == 3


def test_columns_order_mark_and_line_ends_are_the_files_own(tmp_path: Path) -> None:
    before = "\ufeffkind, with_officer,officer_id,date\r\n".encode()
    told = after(tmp_path, before, STEP_IN)
    assert told == before + b"substitution,P2,P1,2026-12-07\r\n"


@pytest.mark.parametrize("blank", ["", "\n", "\ufeff", "\ufeff \r\n"])
def test_a_blank_file_is_begun_anew(tmp_path: Path, blank: str) -> None:
    assert after(tmp_path, blank.encode(), SWAP).decode() == HEAD + SWAP_ROW


def test_a_file_in_gbk_becomes_utf_8_that_excel_knows(tmp_path: Path) -> None:
    before = HEAD + "P1,2026-12-07,P2,2026-12-09,swap,换班\n"
    found = after(tmp_path, before.encode("gbk"), STEP_IN)
    assert found.startswith(b"\xef\xbb\xbf" + before.encode())
    assert found == b"\xef\xbb\xbf" + after(tmp_path, before.encode(), STEP_IN)


def test_a_file_that_is_no_text_stays_as_it_is(tmp_path: Path) -> None:
    before = HEAD.encode() + b"P1,2026-12-07,P2,2026-12-09,swap,\xff\xff\xff\n"
    with pytest.raises(BadInput) as mistakes:
        after(tmp_path, before, STEP_IN)
    (problem,) = mistakes.value.problems
    assert (problem.message, problem.hint) == ("this is not UTF-8 text", "save it as UTF-8")
    assert (tmp_path / "exchanges.csv").read_bytes() == before


def test_what_has_no_column_cannot_be_said(tmp_path: Path) -> None:
    before = b"officer_id,date,with_officer,kind\n"
    with pytest.raises(BadInput) as mistakes:
        after(tmp_path, before, SWAP)
    (problem,) = mistakes.value.problems
    assert problem.message == "there is no column 'with_date'"
    assert (tmp_path / "exchanges.csv").read_bytes() == before


def test_nothing_is_entered_when_the_file_has_changed_meanwhile(tmp_path: Path) -> None:
    file = tmp_path / "exchanges.csv"
    file.write_text(HEAD)
    with pytest.raises(BadInput):
        append_exchange(file, SWAP, None)
    assert file.read_text() == HEAD


def test_of_many_at_once_each_is_entered_or_told_to_try_again(tmp_path: Path) -> None:
    """Eight processes add a row each, again and again until it is in: no row is lost, none is there twice."""
    script = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from rosterctl.domain.people.exchange import Exchange, ExchangeKind\n"
        "from rosterctl.problems import BadInput\n"
        "from rosterctl.storage.bureau_files.added_rows import held\n"
        "from rosterctl.storage.bureau_files.entries import append_exchange\n"
        "file = Path(sys.argv[1])\n"
        "for n in range(5):\n"
        "    one = Exchange(sys.argv[2], date(2026, 12, 1 + n), 'X', None, ExchangeKind.SUBSTITUTION)\n"
        "    while True:\n"
        "        try:\n"
        "            append_exchange(file, one, held(file))\n"
        "            break\n"
        "        except BadInput:\n"
        "            continue\n"
    )
    file = tmp_path / "exchanges.csv"
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(file), f"P{n}"], stderr=subprocess.PIPE)
        for n in range(8)
    ]
    for process in running:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    rows = file.read_text().splitlines()
    assert rows[0] + "\n" == HEAD
    assert sorted(rows[1:]) == sorted(
        f"P{n},2026-12-0{day},X,,substitution," for n in range(8) for day in range(1, 6)
    )


def test_incidents_are_rows_of_their_file_and_nothing_is_written_yet(tmp_path: Path) -> None:
    """One date has no `last`; a lasting kind has none either."""
    file = tmp_path / "incidents.csv"
    sick = Incident(IncidentKind.SICK, "P1", date(2026, 12, 7), date(2026, 12, 9), "flu")
    back = Incident(IncidentKind.VEHICLE_BACK, "C1", date(2026, 12, 8))
    data = with_incidents(file, None, [sick, back])
    assert data.decode() == (
        "kind,id,first,last,note,at\nsick,P1,2026-12-07,2026-12-09,flu,\nvehicle-back,C1,2026-12-08,,,\n"
    )
    assert not file.exists()


def test_an_incident_needs_a_column_only_for_what_it_says(tmp_path: Path) -> None:
    known = b"kind,id,first,last\n"
    silent = Incident(IncidentKind.SICK, "P1", date(2026, 12, 7))
    file = tmp_path / "incidents.csv"
    assert with_incidents(file, known, [silent]) == known + b"sick,P1,2026-12-07,\n"
    with pytest.raises(BadInput) as wrong:
        with_incidents(file, known, [replace(silent, note="flu")])
    assert [one.message for one in wrong.value.problems] == ["there is no column 'note'"]


def test_a_file_of_incidents_that_is_there_keeps_its_rows_and_the_order_of_its_columns() -> None:
    known = b"id,kind,first\nP001,back,2026-12-01\n"
    found = with_incidents(
        Path("incidents.csv"), known, [Incident(IncidentKind.SICK, "P003", date(2026, 12, 7))]
    )
    assert found == known + b"P003,sick,2026-12-07\n"
