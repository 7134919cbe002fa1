"""roster.csv: columns, slices over midnight, breaks, loans; and the way back into a roster."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import Post, PostType, Zone
from rosterctl.domain.roster import Duty, Roster, Slice
from rosterctl.domain.vehicle import Vehicle
from rosterctl.export.ledger_csv import ledger_csv
from rosterctl.export.roster_csv import roster_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.intake.shapes.csv_columns import ROSTER_COLUMNS
from rosterctl.problems import BadInput
from rosterctl.storage.roster.csv_reader import read_roster_csv
from rosterctl.timeline.calendar import Calendar
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, duty, officer, plain_roster, shift, small_bureau, transfer, unit

WANTED = (
    "date,weekday,holiday,unit_id,unit,team,officer_id,badge,name,role,rank,shift,start,end,end_next_day,hours,"
    "post_id,post,zone_id,vehicle,callsign,leader,status,note"
)
BUREAU = small_bureau(
    [
        officer("a", "A"),
        replace(officer("b", "B", "auxiliary"), name="=李四", badge="007"),
        officer("c", "C"),
        officer("lent", "A", unit="U2"),
    ],
    units=[
        unit("U1", recalls=("peak-evening",), borrows_from=("U2",), shifts={"D": ("day", "command")}),
        unit("U2"),
    ],
    shifts=[shift("command", 7, 19, break_minutes=240)],
    post_types=[PostType("desk", "desk", ())],
    zones=[Zone("Z1", "Z1", "U1")],
    posts=[Post("P1", "北门", "desk", "U1", "Z1", "北01"), Post("P2", "南门", "desk", "U1", "Z1")],
    vehicles=[Vehicle("CAR1", "car", "U1", "车01"), Vehicle("CAR2", "car", "U1")],
    calendar=Calendar("c", "c", holidays={MONDAY: "节日"}),
)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def exported(*duties: Duty, raw: bool = True, bureau: Bureau = BUREAU) -> list[dict[str, str]]:
    roster = replace(plain_roster(bureau, MONDAY, 4), duties=duties)
    return rows_of(roster_csv(bureau, roster, Sheet(raw)))


def test_the_columns_are_the_published_ones() -> None:
    assert ",".join(ROSTER_COLUMNS) == WANTED


def test_every_cell_of_a_night_in_two_slices() -> None:
    night = duty(
        BUREAU,
        "b",
        MONDAY,
        "night",
        slices=[Slice(1140, 1500, "P1"), Slice(1500, 1860, "P2", ("CAR1", "CAR2"))],
    )
    first, second = exported(night, raw=False)
    assert first == {
        "date": "2026-12-07",
        "weekday": "Mon",
        "holiday": "节日",
        "unit_id": "U1",
        "unit": "U1",
        "team": "B",
        "officer_id": "b",
        "badge": "007",
        "name": "'=李四",
        "role": "auxiliary",
        "rank": "",
        "shift": "night",
        "start": "19:00",
        "end": "01:00",
        "end_next_day": "yes",
        "hours": "6",
        "post_id": "P1",
        "post": "北门",
        "zone_id": "Z1",
        "vehicle": "",
        "callsign": "北01",
        "leader": "no",
        "status": "rotation",
        "note": "",
    }
    assert [second[column] for column in ("date", "start", "end", "vehicle", "callsign")] == [
        *("2026-12-07", "01:00", "07:00", "CAR1 CAR2", "车01")
    ]


def test_an_unpaid_break_is_taken_off_the_longest_slice() -> None:
    """07-09, 09-17, 17-19 with four hours' break: 2 + 4 + 2."""
    pieces = [Slice(420, 540, ""), Slice(540, 1020, "P1"), Slice(1020, 1140, "")]
    rows = exported(duty(BUREAU, "a", MONDAY, "command", slices=pieces))
    assert [row["hours"] for row in rows] == ["2", "4", "2"]


def test_recalls_and_loans_are_told() -> None:
    recalled = duty(BUREAU, "c", MONDAY, "peak-evening", recall=True)
    lent = duty(BUREAU, "lent", MONDAY, "day", unit="U1")
    rows = exported(recalled, lent)
    assert [(row["officer_id"], row["status"], row["note"], row["unit_id"]) for row in rows] == [
        ("lent", "rotation", "loan", "U1"),
        ("c", "recall", "", "U1"),
    ]


def test_unit_and_team_of_a_transferred_officer_are_those_of_the_date() -> None:
    tuesday = MONDAY + timedelta(days=1)
    moved = officer("a", "A", transfers=[transfer(tuesday, "D", "U2")])
    bureau = small_bureau([moved], units=[unit("U1"), unit("U2")])
    rows = exported(*(duty(bureau, "a", day, "day") for day in (MONDAY, tuesday)), bureau=bureau)
    assert [(row["unit_id"], row["team"], row["note"]) for row in rows] == [("U1", "A", ""), ("U2", "D", "")]


def rich() -> Roster:
    """Plain duties, one in slices, a whole-day slice, a recall, a loan."""
    plain = plain_roster(BUREAU, MONDAY, 4)
    special = (
        duty(
            BUREAU, "b", MONDAY, "night", slices=[Slice(1140, 1500, "P1"), Slice(1500, 1860, "P2", ("CAR1",))]
        ),
        duty(BUREAU, "lent", MONDAY, "day", unit="U1"),
    )
    kept = [one for one in plain.duties if (one.officer, one.day) not in {("b", MONDAY), ("lent", MONDAY)}]
    recalled = duty(BUREAU, "c", MONDAY, "peak-evening", recall=True)
    return replace(plain, duties=(*kept, *special, recalled), seed=3)


@pytest.mark.parametrize("raw", [True, False])
def test_the_way_back(tmp_path: Path, raw: bool) -> None:
    roster = rich()
    (tmp_path / "roster.csv").write_bytes(roster_csv(BUREAU, roster, Sheet(raw)))
    back = read_roster_csv(tmp_path / "roster.csv", BUREAU, roster)
    assert set(back.duties) == set(roster.duties)
    assert replace(back, duties=()) == replace(roster, duties=())
    assert audit(BUREAU, back).clean


def test_the_way_back_through_a_spreadsheet_that_writes_dates_and_times_its_own_way(tmp_path: Path) -> None:
    roster = rich()
    text = roster_csv(BUREAU, roster, Sheet()).decode("utf-8-sig")
    day = re.compile(r"\b(\d{4})-0?(\d{1,2})-0?(\d{1,2})\b")
    shown = re.sub(r"(?<=,)0(\d:\d\d)\b", r"\1", day.sub(r"\1/\2/\3", text))
    assert "2026/12/7" in shown
    assert ",7:00," in shown
    (tmp_path / "roster.csv").write_text(shown, encoding="utf-8-sig")
    assert set(read_roster_csv(tmp_path / "roster.csv", BUREAU, roster).duties) == set(roster.duties)


def test_the_way_back_without_the_exported_roster(tmp_path: Path) -> None:
    """First and last date of the file, history of the bureau."""
    roster = rich()
    bureau = replace(BUREAU, history=roster.before[:5])
    (tmp_path / "roster.csv").write_bytes(roster_csv(bureau, roster, Sheet()))
    back = read_roster_csv(tmp_path / "roster.csv", bureau)
    assert (back.horizon, back.before) == (roster.horizon, bureau.history)


def test_a_whole_day_in_one_slice_comes_back(tmp_path: Path) -> None:
    """07:00 to 07:00 is 24 hours, not none."""
    bureau = small_bureau(
        teams="A", rotation=replace(BUREAU.rotations["DNOO"], shifts={"D": "full-24", "N": "full-24"})
    )
    roster = plain_roster(bureau, MONDAY, 1)
    (tmp_path / "roster.csv").write_bytes(roster_csv(bureau, roster, Sheet()))
    assert read_roster_csv(tmp_path / "roster.csv", bureau, roster).duties == roster.duties


def complaints(tmp_path: Path, change: tuple[str, str]) -> list[str]:
    text = roster_csv(BUREAU, rich(), Sheet(raw=True)).decode()
    assert change[0] in text
    file = tmp_path / "roster.csv"
    file.write_bytes(text.replace(*change, 1).encode())
    with pytest.raises(BadInput) as caught:
        read_roster_csv(file, BUREAU)
    assert all(problem.place.file == str(file) for problem in caught.value.problems)
    return [f"{one.place.line}:{one.place.column}: {one.message}" for one in caught.value.problems]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ((",A,a,a,", ",A,aa,a,"), "2:27: officer_id: 'aa' is unknown"),
        ((",day,07:00", ",dya,07:00"), "2:40: shift: 'dya' is unknown (did you mean 'day'?)"),
        (("07:00,19:00", "7h,19:00"), "2:44: start: '7h' is not a time such as 07:00"),
        (("2026-12-07,Mon,节日,U1", "12/07/2026,Mon,节日,U1"), "2:1: date: '12/07/2026' is not a date"),
        (("P1,北门", "P9,北门"), "post_id: 'P9' is unknown"),
        (("CAR1", "CAR7"), "vehicle: 'CAR7' is unknown"),
        (("officer_id", "officer"), "no column 'officer_id'"),
    ],
)
def test_wrong_rows_are_named_by_line_and_column(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    assert any(message in complaint for complaint in complaints(tmp_path, change))


def test_rows_of_one_duty_that_disagree(tmp_path: Path) -> None:
    (complaint,) = complaints(
        tmp_path, ("yes,6,P2,南门,Z1,CAR1,车01,no,rotation", "yes,6,P2,南门,Z1,CAR1,车01,no,recall")
    )
    assert complaint.endswith("the rows of officer 'b' on 2026-12-07 differ in unit or status")


def test_no_file_and_no_rows(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text(WANTED + "\n")
    for name, message in (
        ("nowhere.csv", "there is no such file"),
        ("empty.csv", "there is no duty in the file"),
    ):
        with pytest.raises(BadInput) as caught:
            read_roster_csv(tmp_path / name, BUREAU)
        assert [problem.message for problem in caught.value.problems] == [message]


def test_the_ledger_is_carried_on() -> None:
    """C works O O D N from Monday, a festival, on which c is recalled for two hours."""
    rows = {row["officer_id"]: row for row in rows_of(ledger_csv(BUREAU, rich(), Sheet(raw=True)))}
    assert rows["c"] == {
        "officer_id": "c",
        "nights": "1",
        "weekends": "0",
        "holidays": "1",
        "eves": "0",
        "recalls": "1",
        "overtime_hours": "2",
        "nights_share": "1",
        "weekends_share": "0",
        "holidays_share": "1",
        "eves_share": "0",
        "recalls_share": "1",
        "overtime_hours_share": "2",
        "unit": "U1",
        "team": "C",
        "role": "sworn",
        "first": "",
        "last": "",
        "lieu_earned_hours": "0",
        "lieu_spent_hours": "0",
        "lieu_left_hours": "0",
        "lieu_overdrawn_hours": "0",
    }


def test_a_duty_that_was_broken_off_says_so_and_comes_back_as_it_was(tmp_path: Path) -> None:
    """Three of twelve hours by command, and of the break of four hours the same share."""
    whole = duty(BUREAU, "a", MONDAY, "command", slices=[Slice(420, 1140, "P1")])
    worked = whole.broken_off(WallMinute(10 * 60))
    (row,) = exported(worked)
    assert (row["start"], row["end"], row["hours"], row["note"]) == ("07:00", "10:00", "2", "broken-off")
    assert exported(whole)[0]["note"] == ""
    roster = replace(plain_roster(BUREAU, MONDAY, 1), duties=(worked,))
    file = tmp_path / "roster.csv"
    file.write_bytes(roster_csv(BUREAU, roster, Sheet(raw=True)))
    assert read_roster_csv(file, BUREAU, roster).duties == (worked,)
