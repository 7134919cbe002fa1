"""rosterctl solve: what it is asked, the same bytes twice, and exchanges that were agreed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.roster import NoteKind, Origin
from rosterctl.planning.params import PARAMS
from rosterctl.storage.roster.folder import open_roster
from tests.support.station_roster import STATION
from tests.support.tuned import tuned_blocks

pytestmark = pytest.mark.slow

Said = pytest.CaptureFixture[str]


@pytest.fixture
def station(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STATION, tmp_path / "station"))


def keep_header(*files: Path) -> None:
    for file in files:
        file.write_text(file.read_text().splitlines()[0] + "\n")


def test_without_officers_every_post_is_a_shortage(station: Path, tmp_path: Path) -> None:
    keep_header(*(station / "officers").iterdir(), station / "absences.csv", station / "requests.csv")
    out = tmp_path / "roster"
    assert run(["solve", str(station), "--from", "2026-12-01", "--days", "2", "--out", str(out)]) == 6
    assert run(["audit", str(out)]) == 0


@pytest.mark.parametrize("command", ["solve", "capacity"])
@pytest.mark.parametrize("first", ["2026-02-30", "0001-01-01", "9999-12-31", "tomorrow"])
def test_a_date_is_one_that_the_files_could_have(
    station: Path, capsys: Said, command: str, first: str
) -> None:
    assert run([command, str(station), "--from", first]) == 2
    assert f"--from': '{first}'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("first", "warned"),
    [("2026-10-31", ""), ("2026-11-01", "until 2026-12-31 only"), ("2019-12-31", "before 2020-01-01")],
)
def test_warns_of_years_that_nobody_has_announced(
    station: Path, capsys: Said, first: str, warned: str
) -> None:
    assert run(["capacity", str(station), "--from", first, "--days", "2"]) == 0
    err = capsys.readouterr().err
    assert bool(err) is bool(warned)
    assert warned in err


@pytest.mark.parametrize(("instant", "first"), [("15:59", "2026-12-01"), ("16:00", "2027-01-01")])
@pytest.mark.parametrize("command", ["solve", "capacity"])
def test_the_next_first_is_counted_from_today_at_the_bureau(
    station: Path, tmp_path: Path, capsys: Said, command: str, instant: str, first: str
) -> None:
    """At 16:00 UTC of 2026-11-30 December begins in Shanghai, so the next 1st is January's."""
    keep_header(*(station / "officers").iterdir(), station / "absences.csv", station / "requests.csv")
    out = ["--out", str(tmp_path / "roster")] if command == "solve" else []
    now = f"2026-11-30T{instant}+00:00"
    assert run([command, str(station), "--days", "1", "--json", "--now", now, *out]) in (0, 6)
    told = json.loads(capsys.readouterr().out)
    assert (told["horizon"] if command == "capacity" else told)["from"] == first


# --reproducible: the same bytes twice, with one process or two, and on a cluster


def files(folder: Path) -> dict[str, bytes]:
    """What must not differ: all but `run.json`, which keeps the seconds."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "run.json")
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def solved(bureau: Path, days: int, out: Path, *options: str) -> dict[str, bytes]:
    order = ["solve", str(bureau), "--from", "2026-12-01", "--days", str(days), "--out", str(out)]
    assert run([*order, "--quiet", "--reproducible", "--seed", "5", *options]) in (0, 6)
    return files(out)


@pytest.mark.parametrize("most", [PARAMS.counts.joint_officers, 0])
def test_one_process_or_two_give_the_same_bytes(tmp_path: Path, most: int) -> None:
    """The brigade is one model; solved unit by unit, as the whole city is, it comes out as surely."""
    bureau = STATION.parent / "brigade"
    with tuned_blocks(joint_officers=most):
        one = solved(bureau, 4, tmp_path / "one", "--processes", "1")
        assert solved(bureau, 4, tmp_path / "two", "--processes", "2") == one
        assert solved(bureau, 4, tmp_path / "again", "--processes", "2") == one


def test_a_cluster_gives_the_same_bytes(tmp_path: Path) -> None:
    here = solved(STATION, 7, tmp_path / "here")
    assert solved(STATION, 7, tmp_path / "there", "--cluster", "local") == here


def test_a_cluster_that_does_not_answer_is_a_usage_error(tmp_path: Path, capsys: Said) -> None:
    out = tmp_path / "roster"
    order = ["solve", str(STATION), "--from", "2026-12-01", "--out", str(out)]
    assert run([*order, "--cluster", "127.0.0.1:no-port"]) == 2
    assert "--cluster 127.0.0.1:no-port" in capsys.readouterr().err
    assert not out.exists()


# Exchanges that were agreed are kept by every roster that is made later

ROWS = """\
officer_id,date,with_officer,with_date,kind,note
P002,2026-12-07,P020,2026-12-09,swap,
P003,2026-12-08,P009,,substitution,comes from the night of the 7th
P004,2026-12-02,P010,,substitution,team A is off on the 2nd
P001,2027-02-01,P007,,substitution,another roster's
"""


@pytest.fixture(scope="module")
def exchanged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("exchanges")
    shutil.copytree(STATION, place / "station")
    (place / "station/exchanges.csv").write_text(ROWS)
    arguments = ["--from", "2026-12-01", "--days", "14", "--quiet", "--reproducible"]
    assert run(["solve", str(place / "station"), *arguments, "--out", str(place / "roster")]) in (0, 6)
    return place / "roster"


def test_the_lawful_swap_is_made_and_no_other(exchanged: Path) -> None:
    _, roster = open_roster(exchanged)
    taken = {(one.officer, str(one.day)) for one in roster.duties if one.origin is Origin.EXCHANGE}
    assert taken == {("P020", "2026-12-07"), ("P002", "2026-12-09")}


def test_what_is_left_out_is_named_in_the_notes_and_the_report(exchanged: Path) -> None:
    _, roster = open_roster(exchanged)
    left = roster.notes_of(NoteKind.LEFT_OUT)
    assert [note.what for note in left] == [
        "substitution of P009 for P003 on 2026-12-08",
        "substitution of P010 for P004 on 2026-12-02",
    ]
    assert left[0].why.startswith("it breaks ")
    assert left[1].why == "P004 has no duty on 2026-12-02 (leave)"
    _, told = (exchanged / "report.md").read_text().split("## Exchanges that are left out\n\n")
    assert told.split("\n\n")[0].splitlines() == [f"- {note}" for note in left]


def test_the_audit_finds_the_roster_clean_with_its_own_sums(exchanged: Path) -> None:
    assert run(["audit", str(exchanged)]) == 0


def test_a_duty_that_is_said_to_be_by_exchange_must_stand_in_the_file(
    exchanged: Path, tmp_path: Path, capsys: Said
) -> None:
    table = tmp_path / "tables"
    assert run(["export", "csv", str(exchanged), "--out", str(table), "--raw"]) == 0
    file = table / "roster.csv"
    text = file.read_text(encoding="utf-8")
    assert text.count(",exchange,") >= 2
    assert run(["audit", str(file), "--of", str(exchanged)]) == 0
    lines = text.splitlines()
    stranger = next(
        number
        for number, line in enumerate(lines)
        if line.startswith("2026-12-03,") and ",P001," in line and ",rotation," in line
    )
    lines[stranger] = lines[stranger].replace(",rotation,", ",exchange,")
    file.write_text("\r\n".join([*lines, ""]), encoding="utf-8")
    capsys.readouterr()
    code = run(["audit", str(file), "--of", str(exchanged)])
    assert code == 9
    assert "but no exchange gives it to the officer" in capsys.readouterr().out


def test_the_day_sheet_and_the_officers_line_show_it(exchanged: Path, capsys: Said) -> None:
    assert run(["show", str(exchanged), "--unit", "S01", "--date", "2026-12-07"]) == 0
    assert "[leader by exchange]" in capsys.readouterr().out
    assert run(["show", str(exchanged), "--officer", "P002"]) == 0
    assert "12-09 夜换" in capsys.readouterr().out


def test_a_search_may_end_early_and_the_roster_is_a_whole_one(station: Path, tmp_path: Path) -> None:
    out, week = tmp_path / "roster", ["--from", "2026-12-01", "--days", "7"]
    ends = ["--gap", "5", "--stop-after-stall", "0.001"]
    assert run(["solve", str(station), *week, *ends, "--out", str(out), "--quiet"]) == 0
    assert run(["audit", str(out)]) == 0


@pytest.mark.parametrize("wrong", [["--gap", "-1"], ["--gap", "101"], ["--stop-after-stall", "0"]])
def test_what_is_good_enough_is_a_share_and_a_time(station: Path, capsys: Said, wrong: list[str]) -> None:
    assert run(["solve", str(station), *wrong]) == 2
    assert f"'{wrong[0]}'" in capsys.readouterr().err
