"""A roster.csv that was edited becomes a roster folder with true claims, for as long as it is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.audit.audit import audit
from rosterctl.export.formats import tables
from rosterctl.operations.handed_in.edited_roster import edited_roster
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.roster.folder import open_roster
from tests.support.station_roster import write_station


def exported(folder: Path, *changes: tuple[str, str]) -> Path:
    """The roster as `export csv` writes it, in GBK, with some texts changed in its first place."""
    text = tables(*open_roster(folder))["roster.csv"].decode("utf-8-sig")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file = folder.parent / "edited.csv"
    file.write_bytes(text.encode("gbk"))
    return file


def test_what_was_not_edited_is_the_same_roster(tmp_path: Path) -> None:
    folder = write_station(tmp_path / "out")
    _, before = open_roster(folder)
    with edited_roster(exported(folder), folder) as edited:
        bureau, roster = open_roster(edited.folder)
        assert (edited.gone, edited.new, set(roster.duties)) == (0, 0, set(before.duties))
        assert audit(bureau, roster).clean
        assert (edited.folder / "report.md").is_file()
    assert not edited.folder.exists()


def test_its_costs_and_who_is_off_the_rotation_are_worked_out_anew(tmp_path: Path) -> None:
    """A row is deleted: its officer, who is there, is off the rotation; the audit agrees with the claims."""
    folder = write_station(tmp_path / "out")
    line = next(
        row
        for row in tables(*open_roster(folder))["roster.csv"].decode("utf-8-sig").split("\r\n")
        if ",auxiliary," in row
    )
    with edited_roster(exported(folder, (f"{line}\r\n", "")), folder) as edited:
        bureau, roster = open_roster(edited.folder)
        assert (edited.gone, edited.new) == (1, 0)
        assert line.split(",")[6] in {one.officer for one in roster.off_rotation or ()}
        assert roster.tiers and audit(bureau, roster).clean


def test_times_that_are_not_the_shifts_and_what_goes_wrong_later_are_said_of_the_file(tmp_path: Path) -> None:
    folder = write_station(tmp_path / "out")
    file = exported(folder, (",07:00,19:00,no,12,", ",07:00,20:00,no,13,"))
    with pytest.raises(BadInput) as refused, edited_roster(file, folder):
        pass
    (problem,) = refused.value.problems
    assert (problem.place.file, "other times than its 07:00-19:00" in problem.message) == (str(file), True)
    file = exported(folder)
    with pytest.raises(BadInput) as refused, edited_roster(file, folder) as edited:
        raise BadInput([Problem(Place(str(edited.folder)), "is over"), Problem(Place("else"), "stays")])
    assert [one.place.file for one in refused.value.problems] == sorted([str(file), "else"])
