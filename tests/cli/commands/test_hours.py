"""rosterctl hours on the station: a month on the terminal, for programs and for a spreadsheet."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from wcwidth import wcswidth

from rosterctl.cli.main import run
from tests.cli.commands.test_ledger import make, publish
from tests.support.station_roster import FIRST, STATION

Said = pytest.CaptureFixture[str]
LATER = ["--now", "2027-01-10T09:00+08:00"]


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """From the 7th to the 31st of December everybody works the rotation; P003 is called in on the 9th."""
    place = tmp_path_factory.mktemp("hours")
    bureau = Path(shutil.copytree(STATION, place / "station"))
    make(bureau, place / "roster", FIRST, 25, ("P003", date(2026, 12, 9)))
    publish(bureau / "state", place / "roster")
    return bureau


def told(capsys: Said, *words: object) -> str:
    assert run(["hours", *map(str, words)]) == 0
    return capsys.readouterr().out


def fields(capsys: Said, *words: object) -> Any:
    return json.loads(told(capsys, *words, "--json"))


def test_a_month_has_everybody(station: Path, capsys: Said) -> None:
    found = fields(capsys, station, "--month", "2026-12", *LATER)
    assert (found["from"], found["until"]) == ("2026-12-01", "2026-12-31")
    assert found["unpublished"] == [f"2026-12-0{day}" for day in range(1, 7)]
    assert len(found["officers"]) == 24
    called = next(one for one in found["officers"] if one["officer"] == "P003")
    assert called["hours"] == 12 * (called["duties"] - 1) + 2.5
    assert (called["overtime_rest_days"], called["overtime_duty_days"]) == (2.5, 0)
    assert (called["lieu_earned"], called["lieu_spent"], called["lieu_left"]) == (2.5, 0, 2.5)


def test_it_agrees_with_the_ledger(station: Path, capsys: Said) -> None:
    """Everything that is published lies in December."""
    assert run(["ledger", str(station), "--until", "2026-12-31", "--json"]) == 0
    borne = {one["officer"]: one["borne"] for one in json.loads(capsys.readouterr().out)["officers"]}
    for one in fields(capsys, station, "--month", "2026-12", *LATER)["officers"]:
        kinds = ("overtime_duty_days", "overtime_rest_days", "overtime_holidays")
        assert sum(one[kind] for kind in kinds) == borne[one["officer"]]["overtime_hours"]
        assert one["nights"] == borne[one["officer"]]["nights"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_fits_the_terminal(station: Path, capsys: Said, language: str) -> None:
    text = told(capsys, station, "--month", "2026-12", "--lang", language, *LATER)
    assert [line for line in text.splitlines() if wcswidth(line) > 80] == []
    assert ("2026-12-01 to 2026-12-06" in text) is (language == "en")
    assert ("2026-12-01至2026-12-06" in text) is (language == "zh")


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ([], ("2027-01-01", "2027-01-09")),  # of yesterday, so far
        (["--month", "2026/12"], ("2026-12-01", "2026-12-31")),
        (["--month", "2026年12月", "--until", "2026-12-15"], ("2026-12-01", "2026-12-15")),
        (["--until", "2026-12-15"], ("2026-12-01", "2026-12-15")),
        (["--until", "2027-01-31"], ("2027-01-01", "2027-01-31")),  # what is published counts
    ],
)
def test_which_dates_count(station: Path, capsys: Said, words: list[str], dates: tuple[str, str]) -> None:
    found = fields(capsys, station, *words, *LATER)
    assert (found["from"], found["until"]) == dates


def test_on_the_first_of_a_month_it_is_the_one_before(station: Path, capsys: Said) -> None:
    found = fields(capsys, station, "--now", "2027-01-01T05:00+08:00")
    assert (found["from"], found["until"]) == ("2026-12-01", "2026-12-31")


def test_of_one_unit_or_one_officer(station: Path, capsys: Said) -> None:
    assert len(fields(capsys, station, "--unit", "人民路警务站", *LATER)["officers"]) == 24
    (one,) = fields(capsys, station, "--officer", "叶子", *LATER)["officers"]
    assert one["officer"] == "P003"


def test_a_file_for_a_spreadsheet(station: Path, tmp_path: Path, capsys: Said) -> None:
    file = tmp_path / "十二月.csv"
    told(capsys, station, "--month", "2026-12", "--csv", file, "--lang", "zh", *LATER)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 24
    called = next(row for row in rows if row["编号"] == "P003")
    assert (called["月份"], called["姓名"], called["身份"]) == ("2026-12", "叶子", "民警")
    assert (called["休息日加班"], called["新增调休"], called["剩余调休"]) == ("2.5", "2.5", "2.5")
    assert None not in called and None not in called.values()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--month", "December"], "'December' is not a month such as 2026-12"),
        (["--month", "2026-13"], "'2026-13' is not a month such as 2026-12"),
        (["--month", "2027-02"], "nothing of 2027-02 is over yet; with --until DATE"),
        (["--month", "2026-12", "--until", "2027-01-02"], "--until 2027-01-02 is no date of 2026-12"),
        (["--officer", "P003", "--unit", "S01"], "--officer stands alone"),
        (["--officer", "P00l"], "there is no officer 'P00l' (did you mean 'P001'?)"),
    ],
)
def test_wrong_usage(station: Path, capsys: Said, words: list[str], message: str) -> None:
    assert run(["hours", str(station), *words, *LATER]) == 2
    assert message in capsys.readouterr().err
