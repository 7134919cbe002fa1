"""The hours of a month: each date by the latest roster that has it, in the bureau of that roster."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from rosterctl.domain.accounts.worked import worked_by
from rosterctl.intake.load import read_bureau
from rosterctl.operations.accounts.hours import MonthHours, month_hours
from rosterctl.storage.roster.folder import read_roster
from rosterctl.storage.state.state import State
from rosterctl.timeline.horizon import Horizon
from tests.cli.commands.test_ledger import make, publish
from tests.support.station_roster import FIRST, STATION

RECALLED = date(2026, 12, 9)
"""On this date P003 is off."""


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """From the 7th four dates are published with two recalls; then from the 10th four without P024."""
    bureau = Path(shutil.copytree(STATION, tmp_path / "station"))
    make(bureau, tmp_path / "first", FIRST, 4, ("P003", RECALLED))
    publish(bureau / "state", tmp_path / "first")
    for file in (*(bureau / "officers").iterdir(), *bureau.glob("*.csv")):
        rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(row for row in rows if "P024" not in row), encoding="utf-8")
    make(bureau, tmp_path / "second", FIRST + timedelta(days=3), 4)
    publish(bureau / "state", tmp_path / "second")
    return bureau


def hours(bureau: Path, first: date, days: int) -> MonthHours:
    return month_hours(read_bureau(bureau), State(bureau / "state"), Horizon(first, days))


def test_each_date_counts_once_by_the_latest_roster_that_has_it(station: Path, tmp_path: Path) -> None:
    found = hours(station, FIRST, 7)
    early, late = read_roster(tmp_path / "first"), read_roster(tmp_path / "second")
    edge = FIRST + timedelta(days=3)
    duties = [*(one for one in early.duties if one.day < edge), *late.duties]
    everybody = read_bureau(STATION)
    wanted = worked_by(everybody, duties)
    assert {one.officer.id: one.worked for one in found.officers if one.worked.duties} == wanted
    assert found.unpublished == ()


def test_whoever_left_the_files_since_keeps_the_hours(station: Path) -> None:
    """P024 works on the first dates, is in no file any more, and is not known to have left."""
    gone = next(one for one in hours(station, FIRST, 7).officers if one.officer.id == "P024")
    assert gone.worked.duties > 0
    assert gone.home.team == "D"


def test_what_is_earned_belongs_to_its_dates_and_what_is_left_to_the_last(station: Path) -> None:
    """P003 earns two hours and a half on the 9th."""
    for first, days, earned, left in (
        (FIRST, 2, 0, 0),  # until the 8th
        (FIRST, 3, 150, 150),
        (RECALLED + timedelta(days=1), 2, 0, 150),
    ):
        one = next(one for one in hours(station, first, days).officers if one.officer.id == "P003")
        assert (one.lieu_earned, one.lieu_spent, one.lieu_left) == (earned, 0, left)
        assert one.worked.overtime_on_rest_days == earned


def test_dates_of_which_nothing_is_published_are_named(station: Path) -> None:
    found = hours(station, FIRST - timedelta(days=2), 10)
    assert [str(day) for day in found.unpublished] == ["2026-12-05", "2026-12-06", "2026-12-14"]
    nothing = hours(station, date(2026, 11, 1), 30)
    assert len(nothing.unpublished) == 30
    assert {one.worked.duties for one in nothing.officers} == {0}
