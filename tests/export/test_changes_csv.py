"""changes.csv: one row a change, safe for a spreadsheet, its reasons read back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from rosterctl.domain.change import Change
from rosterctl.domain.roster import Slice
from rosterctl.export.changes_csv import changes_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.problems import BadInput
from rosterctl.storage.roster.reasons import read_reasons
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, duty, small_bureau
from tests.support.edited_shift import KEY, edited_bureau

BUREAU = small_bureau()
POSTED = duty(
    BUREAU,
    "a",
    MONDAY,
    "day",
    slices=[Slice(420, 540, "P1", ("C1",)), Slice(540, 600, ""), Slice(600, 1140, "")],
)
CHANGES = [
    Change("a", MONDAY, POSTED, None, '=sick, "at home"'),
    Change("b", MONDAY, None, replace(POSTED, officer="b"), ""),
    Change("gone", MONDAY, POSTED, None, "left"),
]


def test_every_change_is_a_row() -> None:
    told = changes_csv(BUREAU, CHANGES, Sheet(raw=True)).decode()
    words = "day U1: 07:00 P1 C1, 09:00 reserve"
    assert list(csv.DictReader(io.StringIO(told, newline=""))) == [
        {
            **{"date": "2026-12-07", "officer_id": "a", "badge": "a", "name": "a", "unit_id": "U1"},
            **{"before": words, "after": "", "kind": "dropped", "reason": '=sick, "at home"'},
        },
        {
            **{"date": "2026-12-07", "officer_id": "b", "badge": "b", "name": "b", "unit_id": "U1"},
            **{"before": "", "after": words, "kind": "added", "reason": ""},
        },
        {
            **{"date": "2026-12-07", "officer_id": "gone", "badge": "", "name": "", "unit_id": "U1"},
            **{"before": words, "after": "", "kind": "dropped", "reason": "left"},
        },
    ]


def test_a_reason_is_no_formula() -> None:
    assert '"\'=sick, ""at home"""' in changes_csv(BUREAU, CHANGES, Sheet()).decode()


@pytest.mark.parametrize("raw", [True, False])
def test_the_reasons_are_read_back(tmp_path: Path, raw: bool) -> None:
    (tmp_path / "changes.csv").write_bytes(changes_csv(BUREAU, CHANGES, Sheet(raw)))
    assert read_reasons(tmp_path) == {
        ("a", MONDAY): '=sick, "at home"',
        ("b", MONDAY): "",
        ("gone", MONDAY): "left",
    }


def test_without_the_file_nobody_knows_why(tmp_path: Path) -> None:
    assert read_reasons(tmp_path) == {}


@pytest.mark.parametrize(
    "data",
    [
        b"date,officer_id\r\n2026-12-07,a\r\n",
        b"date,officer_id,reason\r\n2026-12-07,a\r\n",
        b"date,officer_id,reason\r\nmonday,a,sick\r\n",
        b"date,officer_id,reason\r\n2026-12-07,a,\xff\r\n",
        b'date,officer_id,reason\r\n2026-12-07,a,"sick\r\n',
    ],
    ids=["no column", "no cell", "no date", "no text", "no end"],
)
def test_a_damaged_file_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "changes.csv").write_bytes(data)
    with pytest.raises(BadInput) as mistakes:
        read_reasons(tmp_path)
    (problem,) = mistakes.value.problems
    assert problem.place.file.endswith("changes.csv")


def test_an_edited_shift_has_its_own_id_and_is_not_broken_off() -> None:
    """The day was until 19:00 and is until 20:00 since; one duty of it was broken off at noon."""
    bureau = edited_bureau()
    was = duty(bureau, "a", MONDAY, KEY)
    early = replace(was, slices=(replace(was.slices[0], end=WallMinute(720)),))
    found = [Change("a", MONDAY, replace(was, shift="day"), was, ""), Change("a", MONDAY, was, early, "")]
    rows = list(csv.DictReader(io.StringIO(changes_csv(bureau, found, Sheet(raw=True)).decode(), newline="")))
    whole = "day U1: 07:00 reserve"
    assert [(row["before"], row["after"]) for row in rows] == [
        (whole, whole),
        (whole, f"{whole}, until 12:00"),
    ]


def test_a_duty_that_ends_at_another_time_is_told_with_both_ends() -> None:
    """The shift was until 19:00, and is until 17:00 since."""
    short = replace(
        BUREAU, shifts={**BUREAU.shifts, "day": replace(BUREAU.shifts["day"], end=WallMinute(1020))}
    )
    was = duty(BUREAU, "a", MONDAY, "day")
    now = replace(was, slices=(replace(was.slices[0], end=WallMinute(1020)),))
    told = changes_csv(short, [Change("a", MONDAY, was, now, "")], Sheet(raw=True)).decode()
    (row,) = csv.DictReader(io.StringIO(told, newline=""))
    assert (row["before"], row["after"]) == (
        "day U1: 07:00 reserve, until 19:00",
        "day U1: 07:00 reserve, until 17:00",
    )
