"""A list goes into the file that bureau.yaml names, and nothing that stood there is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rosterctl.intake.load import examine
from rosterctl.intake.sheets.headings import ListKind
from rosterctl.intake.sheets.list_file import ListOrder
from rosterctl.intake.sheets.register import read_register
from rosterctl.operations.handed_in import wording
from rosterctl.operations.handed_in.lists import ListOutcome, Target, bring_in, target_of
from rosterctl.problems import BadInput
from tests.support.folders import change, write
from tests.support.lists import staff_list, unasked, write_workbook
from tests.support.station_roster import STATION


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STATION, tmp_path / "bureau"))


def brought(file: Path, bureau: Path, kind: ListKind, to: str = "", **how: bool) -> ListOutcome:
    return bring_in(file, bureau, ListOrder(kind), unasked, to, **{"replace": False, "dry_run": False} | how)


def test_what_is_there_is_replaced_only_when_asked_and_kept_each_time(tmp_path: Path, bureau: Path) -> None:
    file, place = staff_list(tmp_path / "a.xlsx"), bureau / "officers/S01.csv"
    before = place.read_bytes()
    with pytest.raises(BadInput) as refused:
        brought(file, bureau, ListKind.OFFICERS)
    assert (refused.value.problems[0].message, refused.value.problems[0].hint) == wording.THERE_ALREADY
    assert place.read_bytes() == before
    assert not brought(file, bureau, ListKind.OFFICERS, dry_run=True).written
    assert place.read_bytes() == before
    outcome = brought(file, bureau, ListKind.OFFICERS, replace=True)
    assert outcome.backup == bureau / "replaced/officers/S01.csv"
    assert outcome.backup.read_bytes() == before
    assert brought(file, bureau, ListKind.OFFICERS, replace=True).backup is None  # the same again
    place.write_text("mine", encoding="utf-8")
    again = brought(file, bureau, ListKind.OFFICERS, replace=True)
    assert again.backup == bureau / "replaced/officers/S01.csv.2"
    assert again.backup.read_text("utf-8") == "mine"


def test_the_file_is_one_that_the_intake_reads(tmp_path: Path, bureau: Path) -> None:
    """But for the role that the list does not say, and absences of people who are gone."""
    rows = [
        ("姓名", "警号", "身份", "班组", "备注"),
        ("张三", "01", "民警", "甲", "a,b"),
        ("李四", 2, "辅警", "乙", None),
    ]
    brought(write_workbook(tmp_path / "a.xlsx", {"s": rows}), bureau, ListKind.OFFICERS, replace=True)
    for name in ("absences.csv", "requests.csv"):
        write(bureau / name, (bureau / name).read_text("utf-8").split("\n")[0] + "\n")
    examined = examine(bureau)
    assert examined.problems == ()
    assert examined.bureau is not None and list(examined.bureau.officers) == ["01", "2"]


@pytest.mark.parametrize(
    ("old", "new", "to", "target"),
    [
        ("absences: [absences.csv]", "absences: [leave.csv]", "", Target("leave.csv")),
        ("absences: [absences.csv]", "absences: [leave/*.csv]", "", Target("leave/absences.csv")),
        ("absences: [absences.csv]", "", "", Target("absences.csv", "absences: [absences.csv]")),
        ("absences: [absences.csv]", "absences: [leave/*.csv]", "leave/S01.csv", Target("leave/S01.csv")),
        ("absences: [absences.csv]", "absences: [a.csv]", "b.csv", Target("b.csv", "absences: [b.csv]")),
    ],
)
def test_the_place_is_the_one_that_bureau_yaml_names(
    bureau: Path, old: str, new: str, to: str, target: Target
) -> None:
    (bureau / "absences.csv").unlink()
    change(bureau / "bureau.yaml", old, new)
    assert target_of(read_register(bureau).contents, ListKind.ABSENCES, to) == target


def test_the_history_is_one_file(bureau: Path) -> None:
    contents = read_register(bureau).contents
    assert target_of(contents, ListKind.HISTORY) == Target("history.csv", "history: history.csv")


def test_several_files_and_a_way_out_of_the_folder_are_refused(bureau: Path) -> None:
    write(bureau / "officers/S02.csv", "x")
    contents = read_register(bureau).contents
    with pytest.raises(BadInput) as refused:
        target_of(contents, ListKind.OFFICERS)
    assert refused.value.problems[0].message.endswith("officers/S01.csv, officers/S02.csv")
    assert target_of(contents, ListKind.OFFICERS, "officers/S02.csv") == Target("officers/S02.csv")
    for place in ("../x.csv", "/tmp/x.csv"):
        with pytest.raises(BadInput):
            target_of(contents, ListKind.OFFICERS, place)


def test_a_list_of_nobody_replaces_nothing(tmp_path: Path, bureau: Path) -> None:
    file = write_workbook(tmp_path / "a.xlsx", {"s": [("姓名", "警号", "身份", "班组"), ("合计", 0)]})
    before = (bureau / "officers/S01.csv").read_bytes()
    with pytest.raises(BadInput):
        brought(file, bureau, ListKind.OFFICERS, replace=True)
    assert (bureau / "officers/S01.csv").read_bytes() == before
