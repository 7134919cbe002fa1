"""Past duties, put together from their slices."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.roster import Duty, Origin, Slice
from rosterctl.domain.shift import Shift
from rosterctl.intake.build.people.history import slice_of
from rosterctl.intake.load import read_bureau
from rosterctl.intake.shapes.csv_columns import HistoryRow
from tests.support.folders import flawless, told, write

HEAD = "date,officer_id,unit_id,shift,start,end,post_id,status\n"
NIGHT = Shift("night", "", "", 1140, 1860)
WHOLE = Shift("whole", "", "", 420, 1860)


@pytest.mark.parametrize(
    ("shift", "start", "end", "minutes"),
    [
        (NIGHT, "19:00", "07:00", (1140, 1860)),
        (NIGHT, "19:00", "24:00", (1140, 1440)),
        (NIGHT, "19:00", "00:00", (1140, 1440)),
        (NIGHT, "24:00", "07:00", (1440, 1860)),
        (NIGHT, "00:00", "00:01", (1440, 1441)),
        (WHOLE, "07:00", "07:00", (420, 1860)),  # the same time is a whole day, not nothing
        (WHOLE, "06:59", "07:00", (1859, 1860)),
    ],
)
def test_clock_times_are_counted_from_the_start_of_the_shift(
    shift: Shift, start: str, end: str, minutes: tuple[int, int]
) -> None:
    cells = {"date": "2026-11-30", "officer_id": "a", "unit_id": "u", "shift": shift.id, "vehicle": "M01"}
    row = HistoryRow.model_validate({**cells, "start": start, "end": end, "post_id": "p"})
    assert slice_of(row, shift) == Slice(*minutes, "p", ("M01",))


def past(folder: Path, *rows: str) -> Path:
    bureau = flawless(folder)
    write(bureau / "history.csv", HEAD + "\n".join(rows))
    return bureau


def test_slices_may_stand_in_any_order_and_among_other_duties(tmp_path: Path) -> None:
    bureau = past(
        tmp_path,
        "2026-11-29,1001,S01,night,00:00,07:00,,recall",
        "2026-11-29,1002,S01,day,07:00,19:00,P1,",
        "2026-11-29,1001,S01,night,19:00,24:00,P1,recall",
        "2026-11-30,1001,S02,night,19:00,07:00,,",
    )
    sunday, monday = date(2026, 11, 29), date(2026, 11, 30)
    assert read_bureau(bureau).history == (
        Duty("1001", sunday, "night", "S01", Origin.RECALL, (Slice(1140, 1440, "P1"), Slice(1440, 1860, ""))),
        Duty("1002", sunday, "day", "S01", Origin.ROTATION, (Slice(420, 1140, "P1"),)),
        Duty("1001", monday, "night", "S02", Origin.ROTATION, (Slice(1140, 1860, ""),)),
    )


@pytest.mark.parametrize(
    "rows",
    [
        ["19:00,06:59"],  # a minute is missing at the end,
        ["19:01,07:00"],  # at the start,
        ["19:00,23:00", "23:01,07:00"],  # in the middle;
        ["19:00,23:00", "22:59,07:00"],  # a minute is there twice;
        ["19:00,07:01"],  # one too many.
    ],
)
def test_slices_fill_the_shift(tmp_path: Path, rows: list[str]) -> None:
    bureau = past(tmp_path, *(f"2026-11-29,1001,S01,night,{times},," for times in rows))
    assert told(bureau) == [
        "history.csv:2:1: the rows of officer '1001' on 2026-11-29 do not fill the shift 'night' "
        "from 19:00 to 07:00 without a gap"
    ]


def test_all_ids_of_a_row_are_known(tmp_path: Path) -> None:
    assert told(past(tmp_path, "2026-11-29,1009,S09,eve,19:00,07:00,,")) == [
        "history.csv:2:12: officer_id: unknown officer '1009'",
        "history.csv:2:17: unit_id: unknown unit 'S09' (did you mean 'S02'?)",
        "history.csv:2:21: shift: unknown shift 'eve'",
    ]


def test_a_duty_that_was_broken_off_is_noted_in_each_of_its_rows(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    rows = "2026-11-29,1001,S01,night,19:00,24:00,P1,,{}", "2026-11-29,1001,S01,night,00:00,02:00,,,loan {}"
    head = HEAD.replace("status", "status,note")
    write(bureau / "history.csv", head + "\n".join(row.format("broken-off") for row in rows))
    (found,) = read_bureau(bureau).history
    assert found.slices == (Slice(1140, 1440, "P1"), Slice(1440, 1560, ""))
    write(bureau / "history.csv", head + "\n".join((rows[0].format("broken-off"), rows[1].format(""))))
    assert len(told(bureau)) == 1
