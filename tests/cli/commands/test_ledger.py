"""rosterctl ledger on the station: what was borne, the fair share, time off in lieu entry by entry."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from wcwidth import wcswidth

from rosterctl.cli.main import run
from rosterctl.domain.roster import Duty, Roster
from rosterctl.intake.load import read_bureau
from rosterctl.operations.accounts.ledger import carried_into
from rosterctl.storage.roster.folder import files_on_disk, read_roster, write_roster
from rosterctl.storage.state.state import Deed, State
from tests.support.bureaus import duty, plain_roster
from tests.support.folders import input_files
from tests.support.station_roster import FIRST, STATION

HEADER = "officer_id,date,entry,hours,note\n"


def publish(state: Path, roster: Path) -> None:
    place = State(state)
    with place.lock():
        place.settle()
        place.publish(
            Deed("publish", "me", datetime(2026, 12, 1, tzinfo=UTC), None, ""), files_on_disk(roster)
        )


def make(bureau: Path, out: Path, first: date, days: int, *recalled: tuple[str, date]) -> Roster:
    """The plain rotation, with two hours and a half at the gate for those who are recalled."""
    found = read_bureau(bureau)
    plain = plain_roster(found, first, days)
    extra: list[Duty] = [duty(found, who, day, "gate-evening", recall=True) for who, day in recalled]
    write_roster(out, replace(plain, duties=(*plain.duties, *extra)), input_files(bureau))
    return read_roster(out)


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """Two weeks are published; P003 brings 12 h, is recalled on the 9th, takes a night off on the 16th."""
    bureau = Path(shutil.copytree(STATION, tmp_path / "station"))
    (bureau / "lieu.csv").write_text(f"{HEADER}P003,2026-11-30,init,12,old list\n")
    with (bureau / "bureau.yaml").open("a", encoding="utf-8") as head:
        head.write("\nlieu: lieu.csv\n")
    with (bureau / "absences.csv").open("a", encoding="utf-8") as absences:
        absences.write("P003,2026-12-16,2026-12-16,lieu\n")
    make(bureau, tmp_path / "roster", FIRST, 14, ("P003", date(2026, 12, 9)))
    publish(bureau / "state", tmp_path / "roster")
    return bureau


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    capsys.readouterr()
    assert run(["ledger", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def fields(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    return json.loads(told(capsys, *arguments, "--json"))


@pytest.mark.parametrize(
    ("now", "until"),
    [("2026-12-10T23:59+08:00", "2026-12-09"), ("2026-12-11T00:00+08:00", "2026-12-10")],
)
def test_yesterday_is_the_bureaus_whatever_zone_the_machine_is_in(
    station: Path, capsys: pytest.CaptureFixture[str], now: str, until: str
) -> None:
    assert fields(capsys, station, "--now", now)["until"] == until


def test_every_officer_has_a_row_beside_the_fair_share(
    station: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = told(capsys, station, "--until", "2026-12-20").splitlines()
    assert lines[0] == "人民路警务站: borne / fair share by 2026-12-20; time off in lieu in hours"
    rows = [line for line in lines if line.startswith("S01 ")]
    assert len(rows) == 24
    assert [row.split()[1:3] for row in rows] == sorted(row.split()[1:3] for row in rows)
    (mine,) = (row for row in rows if " P003 " in row)
    assert " 1 / 1 " in mine
    assert mine.split()[-6:] == ["12", "2.5", "12", "0", "2.5", "0"]


def test_columns_stand_straight_with_chinese_in_them(
    station: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = told(capsys, station, "--until", "2026-12-20").splitlines()
    assert len({wcswidth(line) for line in lines if line.startswith(("S01 ", "---"))}) == 1


def test_every_entry_of_an_officer(station: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = fields(capsys, station, "--officer", "P003", "--until", "2027-12-10")
    assert [(one["date"], one["entry"], one["minutes"], one["balance"]) for one in found["entries"]] == [
        ("2026-11-30", "init", 720, 720),
        ("2026-12-09", "earn", 150, 870),
        ("2026-12-16", "spend", -720, 150),
        ("2027-12-09", "expire", -150, 0),
    ]
    assert found["entries"][1]["from"] == "recall gate-evening 16:30-19:00 in S01"
    assert found["entries"][2]["from"].startswith("absence 2026-12-16 to 2026-12-16, ")
    text = told(capsys, station, "--officer", "P003", "--until", "2026-12-20")
    assert text.startswith("叶子 (P003), sworn, S01 team A: by 2026-12-20")
    assert "time off in lieu left: 2.5 hours, of which 2.5 expire on 2027-12-09" in text


def test_what_is_not_there_is_named(station: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (station / "lieu.csv").write_text(HEADER)
    text = told(capsys, station, "--until", "2026-12-20")
    assert "overdrawn: 叶子 (P003), 2026-12-16: 9.5 of 12 hours were not there." in text
    found = fields(capsys, station, "--until", "2026-12-20")["officers"]
    assert {one["officer"]: one["overdrawn"] for one in found if one["overdrawn"]} == {
        "P003": [{"date": "2026-12-16", "hours": 9.5}]
    }
    assert "overdrawn:" in told(capsys, station, "--officer", "P003", "--until", "2026-12-20")
    assert "overdrawn:" not in told(capsys, station, "--until", "2026-12-15")


def test_a_second_period_goes_on_from_what_was_carried(
    station: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the first version's files in its bureau it counts alone; without them both are read."""
    second = date(2026, 12, 21)
    bureau = Path(shutil.copytree(station, tmp_path / "next", ignore=shutil.ignore_patterns("state")))
    make(bureau, tmp_path / "plain", second, 7, ("P009", second))
    (bureau / "carried").mkdir()
    for name, data in carried_into(State(station / "state"), second).items():
        (bureau / name).write_bytes(data)
    make(bureau, tmp_path / "carried", second, 7, ("P009", second))
    for draft in ("plain", "carried"):
        shutil.copytree(station / "state", tmp_path / f"state-{draft}")
        publish(tmp_path / f"state-{draft}", tmp_path / draft)
    pages = [
        fields(capsys, station, "--state", tmp_path / f"state-{draft}", "--until", "2026-12-27")
        for draft in ("plain", "carried")
    ]
    assert pages[0] == pages[1]
    recalls = {one["officer"]: one["borne"]["recalls"] for one in pages[0]["officers"]}
    assert (recalls["P003"], recalls["P009"], sum(recalls.values())) == (1, 1, 2)


def test_nothing_is_carried_while_nothing_is_published(tmp_path: Path) -> None:
    assert carried_into(State(tmp_path / "state"), FIRST) == {}


def test_a_version_that_is_damaged_is_named(station: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster = State(station / "state").versions()[0].folder / "roster.json"
    roster.chmod(0o600)
    roster.write_text("{")
    assert run(["ledger", str(station), "--until", "2026-12-20"]) == 3
    assert "000001/roster.json" in capsys.readouterr().err


def test_a_unit(station: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(fields(capsys, station, "--unit", "S01")["officers"]) == 24


def test_before_anything_is_published(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ledger", str(STATION), "--until", "2026-12-20"]) == 0
    out, err = capsys.readouterr()
    assert err.startswith("nothing is published yet")
    assert " 0 / - " in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--officer", "P00l"], "there is no officer 'P00l' (did you mean 'P00"),
        (["--unit", "S1"], "there is no unit 'S1' (did you mean 'S01'?)"),
        (["--officer", "P001", "--unit", "S01"], "--officer stands alone"),
        (["--until", "2026-02-30"], "'2026-02-30' is not a date that exists"),
    ],
)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert run(["ledger", str(STATION), *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_state_that_does_not_know_that_far_back(
    station: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (station / "carried").mkdir()
    (station / "carried/ledger.csv").write_text("officer_id,nights\nP001,3\n")
    make(station, tmp_path / "later", FIRST, 7)
    publish(tmp_path / "alone", tmp_path / "later")
    arguments = ["ledger", str(station), "--state", str(tmp_path / "alone"), "--until", "2026-12-05"]
    assert run(arguments) == 3
    assert "ask for 2026-12-06 or later" in capsys.readouterr().err
