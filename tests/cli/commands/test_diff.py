"""rosterctl diff: per officer and per post, as text and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.roster import Roster, Slice
from rosterctl.export.changes_csv import changes_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.insight.difference import changes
from rosterctl.intake.load import read_bureau
from rosterctl.timeline.horizon import Horizon
from tests.support.edited_shift import KEY, edited_station
from tests.support.station_roster import FIRST, STATION, lawful_roster, without, write_station

RESERVE = ["day", "S01:", "07:00", "reserve"]
DESK = ["day", "S01:", "07:00", "S01-desk"]


def moved(roster: Roster) -> Roster:
    """P001 drops out of the first date, P002 goes to the desk."""
    gone = next(duty for duty in roster.duties if (duty.officer, duty.day) == ("P001", FIRST))
    at_desk = next(duty for duty in roster.duties if (duty.officer, duty.day) == ("P002", FIRST))
    posted = replace(at_desk, slices=(Slice(420, 1140, "S01-desk"),))
    left = without(roster, [gone, at_desk])
    return replace(left, duties=(*left.duties, posted))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    place, before = tmp_path_factory.mktemp("diff"), lawful_roster()
    after = moved(before)
    found = changes(before, after, FIRST, {("P001", FIRST): "sick"})
    write_station(place / "before", before)
    write_station(place / "after", after)
    (place / "after/changes.csv").write_bytes(changes_csv(read_bureau(STATION), found, Sheet()))
    return str(place / "before"), str(place / "after")


def fields(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert run(["diff", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_table_with_reasons(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *folders]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2 changes for 2 officers: 1 dropped, 1 other post"
    assert [line.split() for line in lines[4:]] == [
        ["2026-12-07", "朱旭杰", "(P001)", "白班", "07:00-19:00", "S01", "off", "dropped", "sick"],
        ["2026-12-07", "蒋娟军", "(P002)", *RESERVE, *DESK, "other", "post"],
    ]


def test_for_programs(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    first, second = fields(capsys, *folders)["changes"]
    assert (first["officer"], first["after"], first["reason"]) == ("P001", None, "sick")
    assert second["after"]["slices"] == [[420, 1140, "S01-desk", ""]]


def test_the_other_way_round_nobody_knows_the_reasons(
    folders: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = fields(capsys, *reversed(folders))["changes"]
    assert [(one["kind"], one["reason"]) for one in found] == [("added", ""), ("other post", "")]


@pytest.mark.parametrize(
    ("asked", "officers"),
    [
        (["--officer", "P001"], ["P001"]),
        (["--officer", "P003"], []),
        (["--date", "2026-12-07"], ["P001", "P002"]),
        (["--date", "2026-12-08"], []),
        (["--unit", "S01"], ["P001", "P002"]),
    ],
)
def test_only_what_is_asked_for(
    folders: tuple[str, str], asked: list[str], officers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert [one["officer"] for one in fields(capsys, *folders, *asked)["changes"]] == officers


def test_who_stood_at_a_post_and_who_does(
    folders: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert fields(capsys, *folders, "--post", "S01-desk")["posts"] == [
        {
            **{"date": "2026-12-07", "start": 420, "end": 1140, "post": "S01-desk", "unit": "S01"},
            **{"before": [], "after": ["P002"]},
        }
    ]
    assert run(["diff", *folders, "--post", "S01-desk"]) == 0
    assert capsys.readouterr().out.splitlines()[2].split() == [
        *("2026-12-07", "07:00-19:00", "站内值班台", "(S01-desk)", "nobody", "蒋娟军", "(P002)")
    ]


def test_equal_rosters(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", folders[0], folders[0]]) == 0
    assert capsys.readouterr().out == "no changes\n"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (["--officer", "P0O1"], "there is no officer 'P0O1' (did you mean 'P001'?)"),
        (["--unit", "S02"], "there is no unit 'S02'"),
        (["--post", "S01-desc"], "there is no post 'S01-desc' (did you mean 'S01-desk'?)"),
        (["--post", "S01-desk", "--officer", "P001"], "not for both"),
    ],
)
def test_wrong_usage(
    folders: tuple[str, str], asked: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", *folders, *asked]) == 2
    assert message in capsys.readouterr().err


def test_rosters_without_a_common_date(
    folders: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    early = replace(lawful_roster(), horizon=Horizon(date_before(FIRST), lawful_roster().horizon.days))
    other = write_station(tmp_path / "early", replace(early, duties=()))
    assert run(["diff", folders[0], str(other)]) == 2
    assert "the rosters share no date" in capsys.readouterr().err


def date_before(day: Any) -> Any:
    return day.replace(day=1)


def test_an_edited_shift_changes_no_duty_that_had_begun(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Until the first date the day is as it was; on the next it ends at 19:30."""
    before, after = str(write_station(tmp_path / "before")), str(edited_station(tmp_path / "after"))
    for pair in ((before, after), (after, before)):
        found = fields(capsys, *pair)["changes"]
        assert {one["kind"] for one in found} == {"other end"}
        assert {one["date"] for one in found} == {"2026-12-08", "2026-12-09", "2026-12-10"}
    assert fields(capsys, after, after)["changes"] == []
    assert run(["diff", before, after]) == 0
    text = capsys.readouterr().out
    assert "白班 07:00-19:00 S01  白班 07:00-19:30 S01  other end" in text
    assert KEY not in text
