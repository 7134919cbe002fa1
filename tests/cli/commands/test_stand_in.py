"""rosterctl stand-in: the ranking and the reasons, as text and as JSON."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.roster import Slice
from rosterctl.intake.load import read_bureau
from tests.support.station_roster import FIRST, STATION, at_44_hours, lawful_roster, write_station

DATE = ["--date", FIRST.isoformat()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two weeks in reserve, but P001 and P002 stand at the desk and on patrol on the first date."""
    roster = lawful_roster(14)
    posts = {"P001": "S01-desk", "P003": "S01-gate"}
    duties = tuple(
        replace(duty, slices=(Slice(420, 1140, posts[duty.officer]),))
        if duty.day == FIRST and duty.officer in posts
        else duty
        for duty in roster.duties
    )
    return str(write_station(tmp_path_factory.mktemp("stand") / "out", replace(roster, duties=duties)))


def fields(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert run(["stand-in", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def everybody(told: Any) -> list[str]:
    return sorted(one["officer"] for one in (*told["can_come"], *told["cannot"]))


def test_for_an_officer(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """P002 leads and is in reserve; P003 is at the gate, and the auxiliaries of the team cannot be sworn."""
    told = fields(capsys, folder, "--officer", "P001", *DATE)
    assert (told["instead_of"], told["posts"], told["start"], told["end"]) == (
        "P001",
        ["S01-desk"],
        420,
        1140,
    )
    assert (told["can_come"][0]["officer"], told["can_come"][0]["comes"]) == ("P002", "reserve")
    assert everybody(told) == [f"P{n:03}" for n in range(2, 25)]
    why = {one["officer"]: [reason["rule"] for reason in one["why"]] for one in told["cannot"]}
    assert why["P003"] == ["posts"]
    assert why["P005"][:2] == ["crews", "auxiliaries"]


def test_a_time_after_midnight_may_be_named_by_its_own_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The desk is empty in the first night; 03:00 of it is on the second date, and is found by either."""
    roster, second = lawful_roster(14), FIRST + timedelta(days=1)
    nights = (one for one in roster.duties if one.day == second and one.shift == "night")
    at_desk = next(one for one in nights if one.officer in ("P001", "P007", "P013", "P019"))
    manned = replace(at_desk, slices=(Slice(1140, 1860, "S01-desk"),))
    duties = tuple(manned if one == at_desk else one for one in roster.duties)
    out = str(write_station(tmp_path / "out", replace(roster, duties=duties)))
    for day in (FIRST, second):
        told = fields(capsys, out, "--post", "S01-desk", "--date", day.isoformat(), "--time", "03:00")
        assert (told["date"], told["start"], told["end"]) == (FIRST.isoformat(), 1140, 1860)
    third = (second + timedelta(days=1)).isoformat()
    told = fields(capsys, out, "--post", "S01-desk", "--date", third, "--time", "03:00")
    assert told["date"] == third  # that night is empty too


def test_for_a_post_at_a_time(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """03:00 is in the night that the date begins, when team B is there."""
    told = fields(capsys, folder, "--post", "S01-desk", *DATE, "--time", "03:00")
    assert (told["start"], told["end"], told["open"]) == (1140, 1860, ["sworn"])
    assert {one["officer"] for one in told["can_come"]} <= {"P007", "P008", "P009"}


def test_for_a_post_if_an_officer_does_not_come(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stand-in", folder, "--post", "S01-desk", *DATE, "--time", "12:00"]) == 2
    assert "lacks nobody then" in capsys.readouterr().err
    told = fields(capsys, folder, "--post", "S01-desk", "--officer", "P001", *DATE, "--time", "12:00")
    assert told["can_come"][0]["officer"] == "P002"
    assert "P001" not in everybody(told)


def test_the_others_are_grouped_and_counted_or_all_listed(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = fields(capsys, folder, "--officer", "P001", *DATE)
    assert run(["stand-in", folder, "--officer", "P001", *DATE]) == 0
    text = capsys.readouterr().out
    assert text.startswith("in place of 朱旭杰 (P001), S01, 2026-12-07 07:00-19:00: 站内值班台 (S01-desk)\n")
    groups = [line for line in text.splitlines() if line.startswith("- ")]
    counts = [int(line.split(": ")[1].split(",")[0]) for line in groups]
    assert sum(counts) == len(told["cannot"])
    assert counts == sorted(counts, reverse=True)
    assert run(["stand-in", folder, "--officer", "P001", *DATE, "--all"]) == 0
    every = [line for line in capsys.readouterr().out.splitlines() if line.startswith("- ")]
    assert len(every) == len(told["cannot"])
    assert all(") : " not in line and ": " in line for line in every)


def test_two_come_where_nobody_does_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """P001 and P003 walk the patrol, P002 has the desk: without P001 it takes two of the auxiliaries."""
    roster = lawful_roster(14)
    posts = {"P001": "S01-patrol", "P002": "S01-desk", "P003": "S01-patrol"}
    duties = tuple(
        replace(duty, slices=(Slice(420, 1140, posts[duty.officer]),))
        if duty.day == FIRST and duty.officer in posts
        else duty
        for duty in roster.duties
    )
    files = at_44_hours(Path(shutil.copytree(STATION, tmp_path / "station")))
    made = replace(roster, duties=duties, fingerprint=read_bureau(files).fingerprint)
    out = str(write_station(tmp_path / "out", made, files))
    for asked in (["--officer", "P001"], ["--officer", "P001", "--post", "S01-patrol"]):
        told = fields(capsys, out, *asked, *DATE)
        assert told["can_come"] == []
        pairs = {tuple(sorted(one["officer"] for one in pair)) for pair in told["pairs"]}
        assert pairs == {("P004", "P005"), ("P004", "P006"), ("P005", "P006")}
        assert {one["comes"] for pair in told["pairs"] for one in pair} == {"reserve"}
    assert run(["stand-in", out, "--officer", "P001", *DATE]) == 0
    text = capsys.readouterr().out
    assert "nobody can lawfully come alone\n\n3 pairs can come together:\n" in text


def test_phones_are_not_shown(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stand-in", folder, "--officer", "P001", *DATE, "--all"]) == 0
    assert "8010" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (DATE, "say --post or --officer"),
        (["--officer", "P001", "--time", "12:00", *DATE], "--time is a time of --post"),
        (["--officer", "P999", *DATE], "there is no officer 'P999'"),
        (["--officer", "P013", *DATE], "officer 'P013' has no duty on 2026-12-07"),
        (["--post", "S01-dest", *DATE], "there is no post 'S01-dest' (did you mean 'S01-desk'?)"),
        (["--officer", "P001", "--date", "2027-01-01"], "the roster runs from 2026-12-07 to 2026-12-20"),
        (["--post", "S01-desk", *DATE, "--time", "25:00"], "'25:00' is not a time"),
    ],
)
def test_wrong_usage(folder: str, asked: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stand-in", folder, *asked]) == 2
    assert message in capsys.readouterr().err
