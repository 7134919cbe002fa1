"""rosterctl swap and substitute: yes or every rule, and what is entered."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from rosterctl.cli.main import run
from rosterctl.intake.load import read_bureau
from tests.support.station_roster import STATION, lawful_roster, write_station

GOOD = ("P001", "2026-12-07", "P019", "2026-12-09")
"""P001 works the day of the 7th and the night of the 8th, P019 those of the 8th and the 9th."""
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
    assert err == "entered in st/exchanges.csv\n"
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
    """Twelve hours on a rest day pass what the mean of 44 h leaves in two weeks."""
    fields = told(capsys, 9, "substitute", "P003", "2026-12-15", "P015", "st")
    assert [one["rule"] for one in fields["findings"] if one["officer"] == "P015"] == [
        *("rest", "post-night", "mean-hours")
    ]
    with (places / "st/bureau.yaml").open("a") as file:
        file.write("rules: {mean-hours: {severity: off}}\n")
    assert run(["substitute", "P003", "2026-12-07", "P021", "st"]) == 0
    assert entered(places) == ["P003,2026-12-07,P021,,substitution,"]
