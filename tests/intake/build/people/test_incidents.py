"""What has happened since the files were written, applied row by row."""

from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.vehicle import Outage
from rosterctl.intake.build.people.incidents import AWAY_KINDS
from rosterctl.intake.load import examine, read_bureau
from tests.support.folders import flawless


def after(folder: Path, *rows: str) -> Bureau:
    """The flawless bureau: 1001 on leave from the 1st to the 5th of December, M01 in the workshop as well."""
    (folder / "incidents.csv").write_text("\n".join(("kind,id,first,last,note", *rows, "")), encoding="utf-8")
    return read_bureau(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return flawless(tmp_path)


def away(bureau: Bureau, officer: str) -> list[tuple[int, int, str]]:
    """First and last day of December 2026, and why."""
    rows = bureau.absences_by_officer.get(officer, ())
    return [(one.first.day, one.last.day, one.kind.value) for one in rows]


def test_sick_on_one_date_or_several(folder: Path) -> None:
    assert away(after(folder, "sick,1001,2026-12-09,,"), "1001") == [(1, 5, "leave"), (9, 9, "sickness")]
    bureau = after(folder, "training,1001,2026-12-09,2026-12-11,course 3")
    assert away(bureau, "1001") == [(1, 5, "leave"), (9, 11, "training")]


def test_only_dates_on_which_nobody_is_away_yet_are_new(folder: Path) -> None:
    assert away(after(folder, "sick,1001,2026-12-02,2026-12-05,"), "1001") == [(1, 5, "leave")]
    bureau = after(folder, "sick,1001,2026-11-30,2026-12-06,")
    assert away(bureau, "1001") == [(30, 30, "sickness"), (1, 5, "leave"), (6, 6, "sickness")]


def test_back_ends_the_absence_of_that_date_and_no_other(folder: Path) -> None:
    rows = "sick,1001,2026-12-09,2026-12-20,", "back,1001,2026-12-03,,", "back,1001,2026-12-09,,"
    assert away(after(folder, *rows), "1001") == [(1, 2, "leave")]  # back on the first date: never away
    assert away(after(folder, "back,1001,2026-12-06,,"), "1001") == [(1, 5, "leave")]


def test_left_from_the_first_date_on(folder: Path) -> None:
    officer = after(folder, "left,1001,2026-12-09,,").officers["1001"]
    assert (officer.serves(date(2026, 12, 8)), officer.serves(date(2026, 12, 9))) == (True, False)


@pytest.mark.parametrize(
    ("back", "absences"), [("09", [(1, 5, "leave")]), ("12", [(1, 5, "leave"), (9, 11, "other")])]
)
def test_who_has_left_is_on_the_roll_again_when_they_are_back(
    folder: Path, back: str, absences: list[tuple[int, int, str]]
) -> None:
    bureau = after(folder, "left,1001,2026-12-09,,", f"back,1001,2026-12-{back},,")
    assert bureau.officers["1001"].left is None
    assert away(bureau, "1001") == absences


def test_who_leaves_sooner_than_was_said_first_may_come_back_all_the_same(folder: Path) -> None:
    bureau = after(folder, "left,1001,2026-12-12,,", "left,1001,2026-12-09,,", "back,1001,2026-12-10,,")
    assert bureau.officers["1001"].left is None
    assert away(bureau, "1001") == [(1, 5, "leave"), (9, 9, "other")]


def test_who_comes_back_before_they_leave_still_leaves(folder: Path) -> None:
    bureau = after(folder, "left,1001,2026-12-09,,", "back,1001,2026-12-03,,")
    assert not bureau.officers["1001"].serves(date(2026, 12, 9))
    assert away(bureau, "1001") == [(1, 2, "leave")]


def test_vehicles_go_down_and_come_back(folder: Path) -> None:
    day = [date(2026, 12, n) for n in range(1, 31)]
    down = after(folder, "vehicle-down,M01,2026-12-05,2026-12-08,", "vehicle-down,M02,2026-12-03,,")
    assert down.vehicles["M01"].outages == (Outage(day[0], day[7]),)
    assert down.vehicles["M02"].outages == (Outage(day[2], day[2]),)
    back = after(folder, "vehicle-back,M01,2026-12-04,,")
    assert back.vehicles["M01"].outages == (Outage(day[0], day[2]),)


def test_incidents_are_part_of_the_fingerprint(folder: Path) -> None:
    before = read_bureau(folder).fingerprint
    assert after(folder, "sick,1002,2026-12-09,,").fingerprint != before


def told(folder: Path, *rows: str) -> list[str]:
    (folder / "incidents.csv").write_text("\n".join(("kind,id,first,last,note", *rows, "")), encoding="utf-8")
    return [f"{one.place}: {one.message}" for one in examine(folder).problems]


def test_every_kind_of_absence_has_its_own(folder: Path) -> None:
    rows = [f"{kind},2001,2026-12-0{n},," for n, kind in enumerate(AWAY_KINDS, 1)]
    assert away(after(folder, *rows), "2001") == [
        (1, 1, "sickness"),
        (2, 2, "leave"),
        (3, 3, "training"),
        (4, 4, "court"),
        (5, 5, "other"),
    ]


@pytest.mark.parametrize(
    ("row", "mistakes"),
    [
        ("sick,1001,2026-12-09,2026-12-09,", []),
        (
            "sick,1001,2026-12-09,2026-12-08,",
            ["incidents.csv:2:22: last: 2026-12-08 lies before first 2026-12-09"],
        ),
        ("sick,M01,2026-12-09,,", ["incidents.csv:2:6: id: unknown officer 'M01'"]),
        ("left,M01,2026-12-09,,", ["incidents.csv:2:6: id: unknown officer 'M01'"]),
        ("vehicle-down,1001,2026-12-09,,", ["incidents.csv:2:14: id: unknown vehicle '1001'"]),
        ("vehicle-back,1001,2026-12-09,,", ["incidents.csv:2:14: id: unknown vehicle '1001'"]),
        (
            "back,1001,2026-12-09,2026-12-10,",
            ["incidents.csv:2:22: last: 'back' holds from its first date on"],
        ),
        (
            "left,1001,2026-12-09,2026-12-10,",
            ["incidents.csv:2:22: last: 'left' holds from its first date on"],
        ),
        (
            "vehicle-back,M01,2026-12-09,2026-12-10,",
            ["incidents.csv:2:29: last: 'vehicle-back' holds from its first date on"],
        ),
        ("vehicle-down,M01,2026-12-09,2026-12-10,", []),
    ],
)
def test_a_row(folder: Path, row: str, mistakes: list[str]) -> None:
    assert told(folder, row) == mistakes


def test_between_two_absences_the_dates_that_are_free_are_new(folder: Path) -> None:
    """On leave from the 1st to the 5th; at court on the 8th; then sick from the 4th to the 10th."""
    bureau = after(folder, "court,1001,2026-12-08,,", "sick,1001,2026-12-04,2026-12-10,")
    assert away(bureau, "1001") == [
        (1, 5, "leave"),
        (6, 7, "sickness"),
        (8, 8, "court"),
        (9, 10, "sickness"),
    ]


def test_the_date_before_an_absence_and_the_date_after_it_are_free(folder: Path) -> None:
    bureau = after(folder, "sick,1001,2026-11-30,2026-11-30,", "sick,1001,2026-12-06,2026-12-06,")
    assert away(bureau, "1001") == [(30, 30, "sickness"), (1, 5, "leave"), (6, 6, "sickness")]
    bureau = after(folder, "sick,1001,2026-12-01,2026-12-01,", "sick,1001,2026-12-05,2026-12-06,")
    assert away(bureau, "1001") == [(1, 5, "leave"), (6, 6, "sickness")]


def test_back_on_the_last_date_leaves_the_dates_before_it(folder: Path) -> None:
    assert away(after(folder, "back,1001,2026-12-05,,"), "1001") == [(1, 4, "leave")]
    assert away(after(folder, "back,1001,2026-12-01,,"), "1001") == []
    assert away(after(folder, "back,1001,2026-11-30,,"), "1001") == [(1, 5, "leave")]
    # Somebody else who is back changes nothing.
    assert away(after(folder, "back,2001,2026-12-02,,"), "1001") == [(1, 5, "leave")]


def outages(bureau: Bureau, vehicle: str = "M01") -> list[tuple[int, int]]:
    return [(one.first.day, one.last.day) for one in bureau.vehicles[vehicle].outages]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        # M01 is in the workshop from the 1st to the 5th.
        (5, 6, [(1, 6)]),
        (6, 7, [(1, 7)]),
        (7, 7, [(1, 5), (7, 7)]),
        (2, 3, [(1, 5)]),
        (1, 5, [(1, 5)]),
        (1, 9, [(1, 9)]),
    ],
)
def test_outages_that_touch_are_one(
    folder: Path, first: int, last: int, found: list[tuple[int, int]]
) -> None:
    row = f"vehicle-down,M01,2026-12-{first:02d},2026-12-{last:02d},"
    assert sorted(outages(after(folder, row))) == found


def test_an_outage_before_all_others_stands_by_itself(folder: Path) -> None:
    bureau = after(folder, "vehicle-down,M01,2026-11-28,2026-11-29,")
    assert sorted(outages(bureau)) == [(1, 5), (28, 29)]
    assert outages(after(folder, "vehicle-down,M01,2026-11-29,2026-12-01,")) == [(29, 5)]


@pytest.mark.parametrize(("day", "found"), [(1, []), (2, [(1, 1)]), (5, [(1, 4)]), (6, [(1, 5)])])
def test_a_vehicle_is_back_from_that_date_on(folder: Path, day: int, found: list[tuple[int, int]]) -> None:
    assert outages(after(folder, f"vehicle-back,M01,2026-12-{day:02d},,")) == found


def test_other_vehicles_stay_as_they_are(folder: Path) -> None:
    bureau = after(folder, "vehicle-down,M02,2026-12-09,,")
    assert (outages(bureau), outages(bureau, "M02")) == ([(1, 5)], [(9, 9)])


def test_a_wrong_row_does_not_end_the_reading(folder: Path) -> None:
    """Whoever is told of it sees the mistakes of the rows behind it as well."""
    assert told(folder, "sick,M01,2026-12-09,,", "sick,M02,2026-12-09,,") == [
        "incidents.csv:2:6: id: unknown officer 'M01'",
        "incidents.csv:3:6: id: unknown officer 'M02'",
    ]


def timed(folder: Path, officer: str, *rows: str) -> list[tuple[int, int | None, int, int | None]]:
    """Of absences that are not in the flawless bureau: day and hour of the start and of the end."""
    text = "\n".join(("kind,id,first,last,note,at", *rows, ""))
    (folder / "incidents.csv").write_text(text, encoding="utf-8")
    found = read_bureau(folder).absences_by_officer.get(officer, ())
    return [
        (one.first.day, one.start and one.start // 60, one.last.day, one.end and one.end // 60)
        for one in found
        if one.kind.value != "leave"
    ]


def test_sick_from_a_time_on(folder: Path) -> None:
    assert timed(folder, "1001", "sick,1001,2026-12-09,2026-12-11,,02:00") == [(9, 2, 11, None)]


def test_who_is_on_leave_that_date_falls_ill_in_the_night_before_it_all_the_same(folder: Path) -> None:
    """Leave is from the 1st to the 5th; the 6th is new."""
    found = timed(folder, "1001", "sick,1001,2026-12-01,2026-12-06,,02:00")
    assert found == [(1, 2, 1, None), (6, None, 6, None)]


def test_back_at_a_time_on_the_date_and_ill_again(folder: Path) -> None:
    """Where the way back says no time, what is left says when the duty was broken off."""
    ill, back = "sick,1001,2026-12-09,2026-12-11,,02:00", "back,1001,2026-12-09,,,"
    assert timed(folder, "1001", ill, back + "03:00") == [(9, 2, 9, 3)]
    assert timed(folder, "1001", ill, back) == [(9, 2, 9, 2)]
    assert timed(folder, "1001", ill, back + "01:00") == [(9, 2, 9, 2)]
    again = "sick,1001,2026-12-09,,,05:00"
    assert timed(folder, "1001", ill, back + "03:00", again) == [(9, 2, 9, 3), (9, 5, 9, None)]
    assert timed(folder, "1001", ill, "back,1001,2026-12-10,,,10:00") == [(9, 2, 10, 10)]


def test_who_leaves_at_a_time_is_on_the_roll_until_then(folder: Path) -> None:
    assert timed(folder, "1002", "left,1002,2026-12-09,,,02:00")[1:] == [(9, 2, 9, None)]
    assert read_bureau(folder).officers["1002"].left == date(2026, 12, 9)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("sick,1001,2026-12-09,,,24:00", "at: there is no such time of `first`"),
    ],
)
def test_times_that_cannot_be(folder: Path, row: str, message: str) -> None:
    (folder / "incidents.csv").write_text(f"kind,id,first,last,note,at\n{row}\n", encoding="utf-8")
    assert [one.message for one in examine(folder).problems] == [message]
