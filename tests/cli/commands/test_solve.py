import json
import shutil

import pytest

from rosterctl.cli.main import run
from tests.support.station_roster import STATION

pytestmark = pytest.mark.slow


@pytest.fixture
def station(tmp_path):
    return shutil.copytree(STATION, tmp_path / "station")


def keep_header(*files):
    for file in files:
        file.write_text(file.read_text().splitlines()[0] + "\n")


def test_without_officers_every_post_is_a_shortage(station, tmp_path):
    keep_header(*(station / "officers").iterdir(), station / "absences.csv", station / "requests.csv")
    out = tmp_path / "roster"
    assert run(["solve", str(station), "--from", "2026-12-01", "--days", "2", "--out", str(out)]) == 6
    assert run(["audit", str(out)]) == 0


@pytest.mark.parametrize("command", ["solve", "capacity"])
@pytest.mark.parametrize("first", ["2026-02-30", "0001-01-01", "9999-12-31", "tomorrow"])
def test_a_date_is_one_that_the_files_could_have(station, capsys, command, first):
    assert run([command, str(station), "--from", first]) == 2
    assert f"--from': '{first}'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("first", "warned"), [("2026-12-30", False), ("2026-12-31", True), ("2019-12-31", True)]
)
def test_warns_of_years_whose_holidays_nobody_knows(station, capsys, first, warned):
    assert run(["capacity", str(station), "--from", first, "--days", "2"]) == 0
    assert ("knows the holidays from 2020-01-01 to 2026-12-31 only" in capsys.readouterr().err) == warned


@pytest.mark.parametrize(("instant", "first"), [("15:59", "2026-12-01"), ("16:00", "2027-01-01")])
@pytest.mark.parametrize("command", ["solve", "capacity"])
def test_the_next_first_is_counted_from_today_at_the_bureau(
    station, tmp_path, capsys, command, instant, first
):
    """At 16:00 UTC of 2026-11-30 December begins in Shanghai, so the next 1st is January's."""
    keep_header(*(station / "officers").iterdir(), station / "absences.csv", station / "requests.csv")
    out = ["--out", str(tmp_path / "roster")] if command == "solve" else []
    now = f"2026-11-30T{instant}+00:00"
    assert run([command, str(station), "--days", "1", "--json", "--now", now, *out]) in (0, 6)
    told = json.loads(capsys.readouterr().out)
    assert (told["horizon"] if command == "capacity" else told)["from"] == first
