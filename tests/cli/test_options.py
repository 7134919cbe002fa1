"""Arguments and options that several commands share."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import click
import pytest

from rosterctl.cli.main import run
from rosterctl.cli.options import a_date, a_note, next_first, warn_of_calendar_ends
from rosterctl.timeline.calendar import Calendar
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import small_bureau
from tests.support.station_roster import STATION, write_station

CONTEXT, OPTION = click.Context(click.Command("x")), click.Option(["--from"])


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 30), date(2026, 12, 1)),
        (date(2026, 12, 1), date(2027, 1, 1)),
        (date(2027, 1, 31), date(2027, 2, 1)),
    ],
)
def test_the_next_first_is_after_today(today: date, first: date) -> None:
    assert next_first(today) == first


def test_a_date_and_a_note_are_as_the_files_have_them() -> None:
    assert a_date(CONTEXT, OPTION, "2026-12-01") == date(2026, 12, 1)
    assert a_date(CONTEXT, OPTION, None) is None
    with pytest.raises(click.BadParameter):
        a_date(CONTEXT, OPTION, "1.12.2026")
    assert a_note(CONTEXT, OPTION, "flu") == "flu"
    with pytest.raises(click.BadParameter):
        a_note(CONTEXT, OPTION, "two\nlines")


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station with four dates published as version 1, and the table that was exported from it."""
    place = tmp_path_factory.mktemp("published")
    found = shutil.copytree(STATION, place / "st")
    made = str(write_station(place / "out"))
    assert run(["publish", made, str(found), "--now", "2026-11-01T00:00+08:00"]) == 0
    return found


@pytest.mark.parametrize(
    "words",
    [
        ["show", "ROSTER", "--unit", "S01", "--json"],
        ["audit", "ROSTER", "--json"],
        ["audit", "TABLE", "--of", "ROSTER", "--json"],
        ["diff", "ROSTER", "OUT", "--json"],
        ["diff", "OUT", "ROSTER", "--json"],
        ["stand-in", "ROSTER", "--officer", "P001", "--date", "2026-12-07", "--json"],
    ],
)
def test_a_bureau_in_the_place_of_a_roster_means_what_is_published(
    bureau: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    known = {"TABLE": bureau / "state/tables/roster.csv", "OUT": bureau.parent / "out"}
    for roster in (bureau / "state/versions/000001", bureau, bureau / "state"):
        places = known | {"ROSTER": roster}
        assert run([str(places.get(word, word)) for word in words]) == 0
        said.append(capsys.readouterr())
    assert said[0] == said[1] == said[2]
    assert said[0].out.startswith("{")


def test_the_tables_of_a_bureau_are_those_of_its_version(bureau: Path, tmp_path: Path) -> None:
    assert run(["export", "csv", str(bureau), "--out", str(tmp_path)]) == 0
    assert (tmp_path / "roster.csv").read_bytes() == (bureau / "state/tables/roster.csv").read_bytes()


@pytest.mark.parametrize(("first", "warned"), [(date(2026, 11, 1), False), (date(2026, 11, 2), True)])
def test_whoever_plans_is_warned_of_the_end_of_the_calendar(
    first: date, warned: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """60 days before New Year's Day of 2027, or before any later date that is among those planned."""
    known = (date(2026, 1, 1), date(2027, 1, 1))
    warn_of_calendar_ends(small_bureau(calendar=Calendar("plain", "plain", known=known)), Horizon(first, 28))
    said = capsys.readouterr().err
    assert said.startswith("warning: the calendar 'plain' knows ") is warned
    assert bool(said) is warned
