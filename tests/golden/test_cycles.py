"""The shipped cycles against data/cycles.csv: hours a week, and how many teams stand on each letter."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.rotation import REST
from rosterctl.domain.shift import Shift
from tests.support.presets import tiny_bureau
from tests.support.rotations import mean_weekly_minutes

ANCHOR = date(2020, 1, 1)
ROWS = tuple(
    csv.DictReader((Path(__file__).parent / "data" / "cycles.csv").read_text(encoding="utf-8").splitlines())
)
IDS = [row["id"] for row in ROWS]


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Bureau:
    return tiny_bureau(tmp_path_factory.mktemp("cycles"))


def test_every_cycle_of_the_table_is_shipped_and_no_other(bureau: Bureau) -> None:
    assert sorted(bureau.rotations) == sorted(IDS)


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_the_cycle_stands_as_in_the_table(bureau: Bureau, row: dict[str, str]) -> None:
    rotation = bureau.rotations[row["id"]]
    assert rotation.cycle == row["cycle"]
    assert len(rotation.cycle) == int(row["length"])
    assert rotation.offsets == tuple(int(offset) for offset in row["offsets"].split())
    assert {letter: clock(bureau.shifts[shift]) for letter, shift in rotation.shifts.items()} == {
        text[0]: text[1:] for text in row["shifts"].split()
    }


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_the_mean_hours_a_week_are_those_of_the_table(bureau: Bureau, row: dict[str, str]) -> None:
    minutes = mean_weekly_minutes(bureau.rotations[row["id"]], bureau.shifts)
    assert minutes / 60 == pytest.approx(float(row["mean_hours_per_week"]))


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_on_every_date_of_a_cycle_as_many_teams_stand_on_a_letter_as_the_offsets_say(
    bureau: Bureau, row: dict[str, str]
) -> None:
    rotation = bureau.rotations[row["id"]]
    for number in range(int(row["length"])):
        day = ANCHOR + timedelta(days=number)
        teams = Counter(rotation.letter(day, offset, ANCHOR) for offset in rotation.offsets)
        assert teams == letters_by_shifting_the_text(row, number), day


@pytest.mark.parametrize("id_", ["cn4x2", "cn4x3", "cn5x3", "pitman-rot", "panama", "dupont", "4on4off-slow"])
def test_cycles_that_promise_it_have_one_team_on_each_shift_every_day(bureau: Bureau, id_: str) -> None:
    rotation = bureau.rotations[id_]
    for number in range(len(rotation.cycle)):
        day = ANCHOR + timedelta(days=number)
        teams = Counter(rotation.letter(day, offset, ANCHOR) for offset in rotation.offsets)
        assert [teams[letter] for letter in rotation.shifts] == [1] * len(rotation.shifts), day


def test_four_teams_on_two_rotations_rest_a_day_and_then_two(bureau: Bureau) -> None:
    # Day 07-19, then 24 h until the night at 19:00; the night ends at 07:00, 48 h before the next day duty.
    rotation, day, night = bureau.rotations["cn4x2"], bureau.shifts["day"], bureau.shifts["night"]
    assert rotation.cycle == "DNOO"
    assert (1440 + night.start - day.end) / 60 == 24
    assert (4 * 1440 + day.start - (1440 + night.end)) / 60 == 48


def test_four_teams_on_two_rotations_work_36_to_48_hours_in_any_seven_days(bureau: Bureau) -> None:
    rotation = bureau.rotations["cn4x2"]
    letters = [rotation.letter(ANCHOR + timedelta(days=n), 0, ANCHOR) for n in range(60)]
    weeks = {12 * sum(letter != REST for letter in letters[n : n + 7]) for n in range(40)}
    months = {12 * sum(letter != REST for letter in letters[n : n + 28]) for n in range(20)}
    assert (weeks, months) == ({36, 48}, {168})


def letters_by_shifting_the_text(row: dict[str, str], number: int) -> Counter[str]:
    """The column `number` of the cycle written once for each offset, shifted: no arithmetic of ours."""
    lines = [row["cycle"][int(offset) :] + row["cycle"][: int(offset)] for offset in row["offsets"].split()]
    return Counter(line[number] for line in lines)


def clock(shift: Shift) -> str:
    """`07-19` as the table writes it: 16-24 up to midnight, 00-08 for what begins at midnight."""
    start = shift.start // 60 % 24
    end = shift.end // 60 if shift.end <= 1440 else shift.end // 60 % 24
    return f"{start:02d}-{end:02d}"
