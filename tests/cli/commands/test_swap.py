"""rosterctl swap and substitute: yes or every rule, and what is entered."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.roster import Duty
from rosterctl.intake.load import read_bureau
from tests.support.folders import change
from tests.support.station_roster import STATION, at_44_hours, lawful_roster, without, write_station

GOOD = ("P001", "2026-12-07", "P019", "2026-12-09")
"""P001 works the day of the 7th and the night of the 8th, P019 those of the 8th and the 9th."""
LATER = ("P002", "2026-12-15", "P020", "2026-12-17")
"""Of the same teams a cycle later."""
TIRING = ("P001", "2026-12-07", "P013", "2026-12-09")
"""P013 comes from the night of the 6th; P001 leaves the night of the 8th at 07:00, when P013's day begins."""


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bureau in `st`, its roster of two weeks in `roster`; the working folder is above them."""
    shutil.copytree(STATION, tmp_path / "st")
    write_station(tmp_path / "roster", lawful_roster(14))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def entered(places: Path) -> list[str]:
    file = places / "st" / "exchanges.csv"
    return file.read_text().splitlines()[1:] if file.exists() else []


def told(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> Any:
    assert run([*arguments, "--json"]) == code
    return json.loads(capsys.readouterr().out)


def test_a_lawful_swap_is_entered(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["swap", *GOOD, "st", "--note", "family"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("yes: swap of P001 on 2026-12-07 with P019 on 2026-12-09 breaks no rule\n")
    assert "4 changes for 2 officers: 2 added, 2 dropped" in out
    assert err.splitlines() == [
        "judged on roster; nothing is published yet",
        "entered in st/exchanges.csv",
    ]
    assert entered(places) == ["P001,2026-12-07,P019,2026-12-09,swap,family"]
    assert stat.S_IMODE((places / "st/exchanges.csv").stat().st_mode) == 0o600
    assert len(read_bureau(places / "st").exchanges) == 1


def test_a_swap_that_breaks_rules_names_them_all_and_enters_nothing(
    places: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fields = told(capsys, 9, "swap", *TIRING, "st")
    assert fields["lawful"] is False
    assert {(one["rule"], one["officer"], one["date"]) for one in fields["findings"]} == {
        ("rest", "P001", "2026-12-09"),
        ("post-night", "P001", "2026-12-09"),
        ("rest", "P013", "2026-12-07"),
        ("post-night", "P013", "2026-12-07"),
    }
    assert entered(places) == []
    assert run(["swap", *TIRING, "st"]) == 9
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "no: swap of P001 on 2026-12-07 with P013 on 2026-12-09 would break"
    assert len(lines) == 5


def test_what_is_published_is_judged_and_not_the_folder_it_came_from(
    places: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In what is published P001 is off on the 7th; in ./roster, which is older, they still work."""
    newer = without(lawful_roster(14), [one for one in lawful_roster(14).duties if _is_given(one)])
    write_station(places / "newer", newer)
    assert run(["publish", "newer", "st", "--now", "2026-11-01T00:00+08:00"]) == 0
    capsys.readouterr()
    assert run(["swap", *GOOD, "st"]) == 3
    told_on_stderr = capsys.readouterr().err
    assert told_on_stderr.startswith("judged on version 1, which is current\n")
    assert "P001 has no duty on 2026-12-07" in told_on_stderr
    assert told(capsys, 3, "swap", *GOOD, "st", "--roster", "st")["problems"], "the same, by its name"
    assert run(["swap", *GOOD, "st", "--roster", "roster", "--dry-run"]) == 0
    assert capsys.readouterr().err == "judged on roster, not on version 1, which is current\n"
    fields = told(capsys, 0, "swap", *GOOD, "st", "--state", "elsewhere", "--dry-run")
    assert fields["judged_on_version"] is None, "nothing is published there"
    assert told(capsys, 0, "swap", *LATER, "st")["judged_on_version"] == 1


def _is_given(duty: Duty) -> bool:
    return (duty.officer, duty.day.isoformat()) == GOOD[:2]


def test_a_dry_run_enters_nothing(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, 0, "swap", *GOOD, "st", "--dry-run")["entered"] is None
    assert entered(places) == []


def test_the_next_swap_builds_on_the_first(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The roster folder does not know yet that P001 is off on the 7th; the bureau's file does."""
    night = ("substitute", "P007", "2026-12-07", "P001", "st", "--dry-run")
    assert {"one-place", "rest"} <= {one["rule"] for one in told(capsys, 9, *night)["findings"]}
    assert run(["swap", *GOOD, "st"]) == 0
    capsys.readouterr()
    assert {one["rule"] for one in told(capsys, 9, *night)["findings"]} == {"mean-hours"}
    back = told(capsys, 0, "swap", "P019", "2026-12-07", "P001", "2026-12-09", "st")
    assert [(one["officer"], one["date"], one["kind"]) for one in back["changes"]] == [
        ("P001", "2026-12-07", "added"),
        ("P019", "2026-12-07", "dropped"),
        ("P001", "2026-12-09", "dropped"),
        ("P019", "2026-12-09", "added"),
    ]
    assert {one["after"]["origin"] for one in back["changes"] if one["after"]} == {"rotation"}
    assert len(entered(places)) == 2


def test_a_duty_is_given_away_once(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["swap", *GOOD, "st"]) == 0
    assert run(["swap", "P001", "2026-12-07", "P020", "2026-12-09", "st"]) == 3
    assert "officer 'P001' has given the duty of 2026-12-07 away already" in capsys.readouterr().err
    assert len(entered(places)) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["swap", "P001", "2026-12-08", "P999", "2026-12-09", "st"], 2, "there is no officer 'P999'"),
        (["swap", "P001", "2026-12-09", "P019", "2026-12-08", "st"], 3, "P001 has no duty on 2026-12-09"),
        (["swap", "P001", "2026-12-07", "P001", "2026-12-08", "st"], 3, "cannot exchange with themselves"),
        (
            ["swap", "P001", "2027-12-07", "P019", "2026-12-08", "st"],
            3,
            "2027-12-07 is not among the roster's",
        ),
        (["swap", "P001", "tomorrow", "P019", "2026-12-08", "st"], 2, "'tomorrow' is not a date"),
        (["swap", *GOOD, "st", "--note", "a\x1bb"], 2, "invisible control characters"),
        (["swap", *GOOD, "st", "--roster", "nowhere"], 3, "there is no such folder"),
        (["swap", *GOOD, "nowhere"], 3, "nowhere"),
        (["substitute", "P001", "2026-12-09", "P019", "st"], 3, "P001 has no duty on 2026-12-09"),
    ],
)
def test_what_cannot_be_is_said(
    places: Path, arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == code
    assert message in capsys.readouterr().err
    assert entered(places) == []


def test_a_substitution_counts_as_a_recall(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Twelve hours on a rest day pass what a mean of 44 h leaves in two weeks."""
    at_44_hours(places / "st")
    fields = told(capsys, 9, "substitute", "P003", "2026-12-15", "P015", "st")
    assert [one["rule"] for one in fields["findings"] if one["officer"] == "P015"] == [
        *("rest", "post-night", "mean-hours")
    ]
    change(places / "st/bureau.yaml", "{sworn: 44, auxiliary: 44}", "{severity: off}")
    assert run(["substitute", "P003", "2026-12-07", "P021", "st"]) == 0
    assert entered(places) == ["P003,2026-12-07,P021,,substitution,"]
