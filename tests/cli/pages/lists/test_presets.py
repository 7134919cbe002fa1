"""The page of presets: what it shows of a calendar, and of a cycle."""

from __future__ import annotations

from datetime import date

from rosterctl.cli.pages.lists import wording
from rosterctl.cli.pages.lists.presets import presets_page
from rosterctl.domain.rotation import Rotation
from rosterctl.intake.preset_shelf import PresetShelf
from rosterctl.problems import Place
from rosterctl.timeline.calendar import Calendar, Term


def test_years_are_told_where_they_are_whole() -> None:
    """A year that is known but for its last day is no whole one."""
    for last, shown in ((date(2026, 12, 31), "2026-2026"), (date(2026, 12, 30), "2026-01-01/2026-12-30")):
        calendar = Calendar("c", "C", known=(date(2026, 1, 1), last), terms=(Term(date(2026, 9, 1), last),))
        text = presets_page(PresetShelf(calendars=[calendar]), ["calendars"]).text
        row = next(line for line in text.splitlines() if line.startswith("c "))
        assert row.split() == ["c", "C", shown, "-", last.isoformat()]


def test_the_headings_are_as_many_as_the_columns() -> None:
    columns = (wording.ROTATIONS_COLUMNS, wording.SHIFTS_COLUMNS, wording.CALENDARS_COLUMNS)
    assert [len(one.split(" | ")) for one in columns] == [5, 5, 5]


def test_a_name_cannot_move_the_cursor() -> None:
    """The reader of files refuses such names; a page does not rely on it."""
    one = Rotation("x", "\x1b[2J", "O", (0,), {}, Place("presets/rotations/x.yaml", 1, 1))
    page = presets_page(PresetShelf(rotations=[one]), ["rotations"])
    assert "\x1b" not in page.text
    assert page.fields["rotations"][0]["hours_a_week"] == 0
