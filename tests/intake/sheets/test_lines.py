"""The lines below the headings: which are of somebody, and of whom."""

from __future__ import annotations

from pathlib import Path

from rosterctl.intake.sheets import wording
from rosterctl.intake.sheets.headings import ListKind
from rosterctl.intake.sheets.lines import ListLine, ListNotes, lacking_columns, lines_under, officer_of_line
from tests.support.lists import headers, staff_list, station_register


def test_sums_and_signatures_are_of_nobody(tmp_path: Path) -> None:
    notes = ListNotes()
    (header,) = headers(staff_list(tmp_path / "a.xlsx"), ListKind.OFFICERS)
    assert [line.number for line in lines_under(header, notes)] == [4, 5, 6, 7]
    assert [(note.message[:8], note.rows) for note in notes.all()] == [("left out", (9, 10))]


def test_marks_are_made_plain_but_in_remarks() -> None:
    line = ListLine(1, {"badge": "Ｆ９", "remarks": "照顾，谢谢"})
    assert (line["badge"], line["name"], line.remarks) == ("F9", "", {"remarks": "照顾，谢谢"})


def test_whom_a_line_means_and_what_is_odd_about_it() -> None:
    notes, register = ListNotes(), station_register()
    assert officer_of_line(ListLine(1, {"name": "叶 子"}), register, notes)[0] == "P003"
    assert notes.all() == ()
    assert officer_of_line(ListLine(2, {"name": "某某"}), register, notes) == ("某某", None)
    assert officer_of_line(ListLine(3, {"name": "某某"}), register, notes) == ("某某", None)
    (note,) = notes.all()
    assert (note.message, note.rows) == (wording.OFFICER_UNKNOWN.format(who="某某"), (2, 3))


def test_of_a_group_of_columns_one_is_enough(tmp_path: Path) -> None:
    found = headers(staff_list(tmp_path / "a.xlsx"), ListKind.OFFICERS)
    assert lacking_columns(found, [("rank", "x"), ("x", "rank"), ("zone", "x")]) == ["zone"]
