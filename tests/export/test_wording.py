"""Duties in the cells of changes.csv, in every language."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.domain.change import Change
from rosterctl.export import wording
from rosterctl.export.changes_csv import CHANGES_COLUMNS, changes_csv, duty_cell
from rosterctl.export.spreadsheet import Sheet
from rosterctl.timeline.clock import WallMinute
from rosterctl.wording import english, speak
from rosterctl.words.catalogue import CHINESE, sentences
from tests.support.bureaus import MONDAY, plain_roster, small_bureau

BUREAU = small_bureau()
DUTY = plain_roster(BUREAU, MONDAY, 4).duties[0]


def test_a_duty_in_a_cell_is_in_the_language_spoken() -> None:
    piece = replace(DUTY.slices[0], post="")
    duty = replace(DUTY, slices=(piece,))
    assert duty_cell(BUREAU, duty).endswith(f" {english(wording.STAYS_IN_RESERVE)}")
    speak(sentences(CHINESE))
    assert duty_cell(BUREAU, duty) == f"{duty.shift} U1：07:00 机动"


def test_columns_and_kinds_are_for_programs_whatever_is_spoken() -> None:
    speak(sentences(CHINESE))
    early = replace(DUTY, slices=(replace(DUTY.slices[0], end=WallMinute(600)),))
    change = Change(DUTY.officer, DUTY.day, DUTY, early, "")
    head, row, _ = changes_csv(BUREAU, [change], Sheet(raw=True)).decode().split("\r\n")
    assert head == ",".join(CHANGES_COLUMNS)
    assert "，至10:00" in row
    assert change.kind.value in row
