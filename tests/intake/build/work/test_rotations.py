"""Shifts end after they start; every letter of a cycle has its shift."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.domain.rotation import Rotation
from rosterctl.domain.shift import Shift
from rosterctl.intake.build.work.rotations import rotations_of, shifts_of
from tests.support.folders import change, contents_of, flawless, spoilt

DAY = '{id: day, name: 白班, symbol: 白, start: "07:00", end: "19:00"}'
FOUR = "cycle: DNOO, offsets: [0, 1, 2, 3], shifts: {D: day, N: night}"


@pytest.mark.parametrize(
    ("times", "start", "end"),
    [
        ('start: "07:00", end: "19:00"', 420, 1140),
        ('start: "19:00", end: "07:00"', 1140, 1860),
        ('start: "07:00", end: "07:00"', 420, 1860),
        ('start: "00:00", end: "24:00"', 0, 1440),
        ('start: "24:00", end: "08:00"', 1440, 1920),  # 24:00 is 00:00 of the next date
        ('start: "24:00", end: "00:00"', 1440, 2880),  # the same time: a whole day, of the next date
        ('start: "23:59", end: "00:00"', 1439, 1440),
    ],
)
def test_an_end_at_or_before_the_start_lies_on_the_next_date(
    tmp_path: Path, times: str, start: int, end: int
) -> None:
    bureau = flawless(tmp_path)
    change(bureau / "presets/shifts/two.yaml", 'start: "07:00", end: "19:00"', times)
    assert shifts_of(contents_of(bureau))["day"] == Shift("day", "白班", "白", start, end)


@pytest.mark.parametrize(
    ("more", "mistakes"),
    [
        ("break: 11.99, handover: 719", []),
        ("break: 12", ["break: as long as the whole shift"]),
        ("handover: 720", ["handover: as long as the whole shift"]),
    ],
)
def test_break_and_handover_are_shorter_than_the_shift(
    tmp_path: Path, more: str, mistakes: list[str]
) -> None:
    found = spoilt(tmp_path, "presets/shifts/two.yaml", DAY, DAY.replace("}", f", {more}}}"))
    assert [one.split(": ", 1)[1] for one in found] == mistakes


def test_break_in_hours_and_handover_in_minutes(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    change(bureau / "presets/shifts/two.yaml", DAY, DAY.replace("}", ", break: 0.5, handover: 10}"))
    assert shifts_of(contents_of(bureau))["day"] == Shift("day", "白班", "白", 420, 1140, 30, 10)


def test_a_rotation(tmp_path: Path) -> None:
    assert rotations_of(contents_of(flawless(tmp_path))) == {
        "four": Rotation("four", "四班两运转", "DNOO", (0, 1, 2, 3), {"D": "day", "N": "night"})
    }


@pytest.mark.parametrize(
    ("rotation", "mistakes"),
    [
        ("cycle: DNOO, offsets: [3], shifts: {D: day, N: night}", []),
        ("cycle: DNOO, offsets: [4], shifts: {D: day, N: night}", ["offset 4 lies outside the cycle DNOO"]),
        ("cycle: DNOO, offsets: [0], shifts: {D: day}", ["letter N of the cycle DNOO has no shift"]),
        # Told once, however often the letter is worked.
        ("cycle: DNNO, offsets: [0], shifts: {D: day}", ["letter N of the cycle DNNO has no shift"]),
        (
            "cycle: DNOO, offsets: [0], shifts: {D: day, N: night, O: day}",
            ["O is the day off and has no shift"],
        ),
        (
            "cycle: DNOO, offsets: [0], shifts: {D: day, N: night, L: day}",
            ["letter L is not in the cycle DNOO"],
        ),
        # Two letters together are no letter, even where they follow each other in the cycle.
        (
            "cycle: DNOO, offsets: [0], shifts: {D: day, N: night, DN: day}",
            ["letter DN is not in the cycle DNOO"],
        ),
        (
            "cycle: DNOO, offsets: [0], shifts: {D: day, N: nigth}",
            ["letter N: unknown shift 'nigth' (did you mean 'night'?)"],
        ),
    ],
)
def test_letters_and_offsets(tmp_path: Path, rotation: str, mistakes: list[str]) -> None:
    bureau = flawless(tmp_path)
    change(bureau / "units/S01.yaml", "      N: [night]\n", "      D: [day]\n")
    found = spoilt(tmp_path, "presets/rotations/four.yaml", FOUR, rotation)
    assert [one.split(": ", 1)[1] for one in found] == mistakes
