"""A file that nobody reads is told; one that is found by its name is read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rosterctl.intake import unread_wording as wording
from rosterctl.intake.contents import BESIDE
from rosterctl.intake.load import examine
from rosterctl.intake.unread import KEYS, WRITTEN, unread_files
from tests.support.folders import change, write
from tests.support.station_roster import STATION


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STATION, tmp_path / "st"))


def told(bureau: Path) -> list[str]:
    examination = examine(bureau)
    assert examination.bureau is not None, examination.problems
    return [f"{one.message}; {one.hint}" for one in unread_files(bureau, examination.folder.files)]


def test_of_a_bureau_whose_files_are_all_named_nothing_is_told(bureau: Path) -> None:
    assert told(bureau) == []


def test_files_are_read_where_the_key_is_left_out(bureau: Path) -> None:
    """The station names its absences, requests and vehicles; without the keys it is the same bureau."""
    before = examine(bureau).bureau
    text = (bureau / "bureau.yaml").read_text(encoding="utf-8")
    keys = ("absences:", "requests:", "vehicles:")
    kept = [line for line in text.splitlines() if not line.startswith(keys)]
    write(bureau / "bureau.yaml", "\n".join(kept))
    after = examine(bureau).bureau
    assert before is not None and after is not None
    assert (after.absences, after.wishes, after.vehicles) == (before.absences, before.wishes, before.vehicles)
    assert after.absences
    assert told(bureau) == []


def test_transfers_and_time_in_lieu_count_by_lying_there(bureau: Path) -> None:
    write(bureau / "transfers.csv", "officer_id,date,unit,team\nP003,2026-12-05,S01,B\n")
    write(bureau / "lieu.csv", "officer_id,date,entry,hours,note\nP003,2026-11-30,init,12,old list\n")
    found = examine(bureau).bureau
    assert found is not None
    assert found.officers["P003"].assignments[-1].team == "B"
    assert [one.minutes for one in found.lieu] == [720]
    assert told(bureau) == []


def test_whoever_names_other_files_means_these_and_whoever_names_none_means_none(bureau: Path) -> None:
    change(bureau / "bureau.yaml", "absences: [absences.csv]", "absences: []")
    assert told(bureau) == []
    shutil.copy(bureau / "absences.csv", bureau / "leave.csv")
    change(bureau / "bureau.yaml", "absences: []", "absences: [leave.csv]")
    assert told(bureau) == [
        "'absences.csv' is not read: bureau.yaml does not name it; "
        "enter it under `absences:` in bureau.yaml, or take it out of the folder"
    ]


def test_a_ledger_is_not_read_by_chance(bureau: Path) -> None:
    """`export csv` writes one; so it does the other tables, of which nobody expects it."""
    for name in (*WRITTEN, "ledger.csv", "history.csv", "notify.yaml", "~$absences.csv", "notes.txt"):
        write(bureau / name, "nobody reads this\n")
    write(bureau / "officers" / "S02.CSV", "nobody reads this either\n")
    write(bureau / "请假.csv", "nor this\n")
    names = [one.partition(" is not")[0] for one in told(bureau)]
    assert names == ["'history.csv'", "'ledger.csv'", "'officers/S02.CSV'", "'请假.csv'"]


def test_every_key_that_names_files_is_known() -> None:
    assert "{key}" in wording.NOT_READ_KEY[1]
    assert set(BESIDE) <= set(KEYS)
