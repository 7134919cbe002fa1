"""The month table on a terminal: ten dates a table, sums beside the last, never wider than eighty columns."""

from __future__ import annotations

import json

import pytest
from wcwidth import wcswidth

from rosterctl.cli.main import run
from rosterctl.cli.pages.show.month_page import month_page
from tests.support.bureaus import MONDAY, officer, plain_roster, rotation, small_bureau, unit
from tests.support.station_roster import write_station

DNOO = rotation("DNOO", (0,))


def test_ten_dates_a_table_and_the_sums_at_the_end() -> None:
    bureau = small_bureau([officer("a")], units=[unit(teams="A", rotation=DNOO)], rotation=DNOO)
    text = month_page(bureau, plain_roster(bureau, MONDAY, 12)).text
    assert [line.split() for line in text.splitlines() if line.startswith("a ")] == [
        ["a", "d", "n", "下", "休", "d", "n", "下", "休", "d", "n"],
        ["a", "下", "休", "72", "3"],
    ]


def test_the_month_of_the_station_fits_a_terminal(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_station(tmp_path / "roster")
    assert run(["show", str(folder), "--month", "--unit", "S01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(wcswidth, lines)) <= 80
    assert sum("team" in line for line in lines) == 4
    assert run(["show", str(folder), "--month", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["lines"]) == 24


@pytest.mark.parametrize("other", [["--coverage"], ["--officer", "P001"]])
def test_month_stands_alone(tmp_path, capsys: pytest.CaptureFixture[str], other: list[str]) -> None:
    folder = write_station(tmp_path / "roster")
    assert run(["show", str(folder), "--month", *other]) == 2
    assert "alone" in (told := capsys.readouterr().err) or "not for both" in told
