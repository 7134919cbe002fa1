"""What has happened since the files were written, applied row by row."""

from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import Outage
from rosterctl.intake.load import read_bureau
from tests.support.folders import flawless


def after(folder: Path, *rows: str) -> Bureau:
    """The flawless bureau: 1001 on leave from the 1st to the 5th of December, M01 in the workshop as well."""
    (folder / "incidents.csv").write_text("\n".join(("kind,id,first,last,note", *rows, "")), encoding="utf-8")
    return read_bureau(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return flawless(tmp_path)


def away(bureau: Bureau, officer: str) -> list[tuple[int, int, str]]:
    """First and last day of December 2026, and why."""
    rows = bureau.absences_by_officer.get(officer, ())
    return [(one.first.day, one.last.day, one.kind.value) for one in rows]


def test_sick_on_one_date_or_several(folder: Path) -> None:
    assert away(after(folder, "sick,1001,2026-12-09,,"), "1001") == [(1, 5, "leave"), (9, 9, "sickness")]
    bureau = after(folder, "training,1001,2026-12-09,2026-12-11,course 3")
    assert away(bureau, "1001") == [(1, 5, "leave"), (9, 11, "training")]


def test_only_dates_on_which_nobody_is_away_yet_are_new(folder: Path) -> None:
    assert away(after(folder, "sick,1001,2026-12-02,2026-12-05,"), "1001") == [(1, 5, "leave")]
    bureau = after(folder, "sick,1001,2026-11-30,2026-12-06,")
    assert away(bureau, "1001") == [(30, 30, "sickness"), (1, 5, "leave"), (6, 6, "sickness")]


def test_back_ends_the_absence_of_that_date_and_no_other(folder: Path) -> None:
    rows = "sick,1001,2026-12-09,2026-12-20,", "back,1001,2026-12-03,,", "back,1001,2026-12-09,,"
    assert away(after(folder, *rows), "1001") == [(1, 2, "leave")]  # back on the first date: never away
    assert away(after(folder, "back,1001,2026-12-06,,"), "1001") == [(1, 5, "leave")]


def test_left_from_the_first_date_on(folder: Path) -> None:
    officer = after(folder, "left,1001,2026-12-09,,").officers["1001"]
    assert (officer.serves(date(2026, 12, 8)), officer.serves(date(2026, 12, 9))) == (True, False)


def test_vehicles_go_down_and_come_back(folder: Path) -> None:
    day = [date(2026, 12, n) for n in range(1, 31)]
    down = after(folder, "vehicle-down,M01,2026-12-05,2026-12-08,", "vehicle-down,M02,2026-12-03,,")
    assert down.vehicles["M01"].outages == (Outage(day[0], day[7]),)
    assert down.vehicles["M02"].outages == (Outage(day[2], day[2]),)
    back = after(folder, "vehicle-back,M01,2026-12-04,,")
    assert back.vehicles["M01"].outages == (Outage(day[0], day[2]),)


def test_incidents_are_part_of_the_fingerprint(folder: Path) -> None:
    before = read_bureau(folder).fingerprint
    assert after(folder, "sick,1002,2026-12-09,,").fingerprint != before
