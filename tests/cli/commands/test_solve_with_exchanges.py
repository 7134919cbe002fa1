"""Exchanges that were agreed are kept by every roster that is made later."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.roster import NoteKind, Origin
from rosterctl.storage.roster.folder import open_roster
from tests.support.station_roster import STATION

pytestmark = pytest.mark.slow

ROWS = """\
officer_id,date,with_officer,with_date,kind,note
P002,2026-12-07,P020,2026-12-09,swap,
P003,2026-12-08,P009,,substitution,comes from the night of the 7th
P004,2026-12-02,P010,,substitution,team A is off on the 2nd
P001,2027-02-01,P007,,substitution,another roster's
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("exchanges")
    shutil.copytree(STATION, place / "station")
    (place / "station/exchanges.csv").write_text(ROWS)
    arguments = ["--from", "2026-12-01", "--days", "14", "--quiet", "--reproducible"]
    assert run(["solve", str(place / "station"), *arguments, "--out", str(place / "roster")]) in (0, 6)
    return place / "roster"


def test_the_lawful_swap_is_made_and_no_other(made: Path) -> None:
    _, roster = open_roster(made)
    taken = {(one.officer, str(one.day)) for one in roster.duties if one.origin is Origin.EXCHANGE}
    assert taken == {("P020", "2026-12-07"), ("P002", "2026-12-09")}


def test_what_is_left_out_is_named_in_the_notes_and_the_report(made: Path) -> None:
    _, roster = open_roster(made)
    left = roster.notes_of(NoteKind.LEFT_OUT)
    assert [note.what for note in left] == [
        "substitution of P009 for P003 on 2026-12-08",
        "substitution of P010 for P004 on 2026-12-02",
    ]
    assert left[0].why.startswith("it breaks ")
    assert left[1].why == "P004 has no duty on 2026-12-02 (leave)"
    _, told = (made / "report.md").read_text().split("## Exchanges that are left out\n\n")
    assert told.split("\n\n")[0].splitlines() == [f"- {note}" for note in left]


def test_the_audit_finds_the_roster_clean_with_its_own_sums(made: Path) -> None:
    assert run(["audit", str(made)]) == 0


def test_a_duty_that_is_said_to_be_by_exchange_must_stand_in_the_file(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "tables"
    assert run(["export", "csv", str(made), "--out", str(table), "--raw"]) == 0
    file = table / "roster.csv"
    text = file.read_text(encoding="utf-8")
    assert text.count(",exchange,") >= 2
    assert run(["audit", str(file), "--of", str(made)]) == 0
    lines = text.splitlines()
    stranger = next(
        number
        for number, line in enumerate(lines)
        if line.startswith("2026-12-03,") and ",P001," in line and ",rotation," in line
    )
    lines[stranger] = lines[stranger].replace(",rotation,", ",exchange,")
    file.write_text("\r\n".join([*lines, ""]), encoding="utf-8")
    capsys.readouterr()
    code = run(["audit", str(file), "--of", str(made)])
    assert code == 9
    assert "but no exchange gives it to the officer" in capsys.readouterr().out


def test_the_day_sheet_and_the_officers_line_show_it(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", str(made), "--unit", "S01", "--date", "2026-12-07"]) == 0
    assert "[leader by exchange]" in capsys.readouterr().out
    assert run(["show", str(made), "--officer", "P002"]) == 0
    assert "12-09 夜换" in capsys.readouterr().out
