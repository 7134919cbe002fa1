"""Whom a row means where the id and the name are not one person's: both ways, and where nobody can tell."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rosterctl.domain.roster import Duty, Origin, Roster, Slice
from rosterctl.export.roster_csv import roster_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.problems import BadInput
from rosterctl.storage.roster import edited_wording as wording
from rosterctl.storage.roster.csv_reader import read_roster_csv
from rosterctl.storage.roster.edited_people import EditedPeople
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau
from tests.support.places import PAIR, post, post_type, window

NAMES = {"a": "张三", "b": "李四", "c": "王五", "d": "王五", "007": "赵六"}
PEOPLE = [
    replace(officer(id, team), name=name, badge=f"N{id}")
    for (id, name), team in zip(NAMES.items(), "AABBC", strict=True)
]
BUREAU = small_bureau(
    PEOPLE,
    post_types=[post_type("T", window(7, 19, minimum=PAIR))],
    posts=[post("gate", "T")],
)
AT_THE_GATE = [Slice(420, 1140, "gate")]
ROSTER = roster_of(
    BUREAU,
    MONDAY,
    2,
    (duty(BUREAU, "a", MONDAY, "day", slices=AT_THE_GATE), duty(BUREAU, "b", MONDAY, "day")),
    (),
)


def edited(
    tmp_path: Path, cells: dict[str, str], line: int = 0, of: Roster | None = ROSTER
) -> tuple[Duty, ...]:
    """The duties after some cells of a row were typed over; rows are those of a and b."""
    rows = list(csv.DictReader(io.StringIO(roster_csv(BUREAU, ROSTER, Sheet(raw=True)).decode())))
    rows[line] |= cells
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    (tmp_path / "roster.csv").write_text(text.getvalue(), "utf-8")
    return read_roster_csv(tmp_path / "roster.csv", BUREAU, of).duties


def who(duties: tuple[Duty, ...]) -> list[tuple[str, Origin]]:
    return [(one.officer, one.origin) for one in duties]


WORKS, CALLED = Origin.ROTATION, Origin.RECALL


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, ("a", WORKS)),
        ({"name": "赵 六"}, ("007", CALLED)),  # the name typed over: team C rests on Monday
        ({"officer_id": "007"}, ("007", CALLED)),  # the id typed over, the name left
        ({"officer_id": "7"}, ("007", CALLED)),  # by which Excel took the zeros
        ({"officer_id": "007", "name": "赵六"}, ("007", CALLED)),
        ({"officer_id": "", "name": "赵六"}, ("007", CALLED)),
        ({"officer_id": "007", "name": ""}, ("007", CALLED)),
        ({"name": "王五", "badge": "Nd"}, ("d", Origin.ROTATION)),  # of two namesakes the one with the badge
    ],
)
def test_who_is_meant_and_why_they_work(
    tmp_path: Path, cells: dict[str, str], expected: tuple[str, Origin]
) -> None:
    assert who(edited(tmp_path, cells)) == [expected, ("b", WORKS)]


def test_two_who_change_places_within_a_shift(tmp_path: Path) -> None:
    """Both have the shift on that date before and after; the post tells which of the two was typed."""
    rows = roster_csv(BUREAU, ROSTER, Sheet(raw=True)).decode()
    swapped = rows.replace("张三", "♠").replace("李四", "张三").replace("♠", "李四")
    (tmp_path / "roster.csv").write_text(swapped, "utf-8")
    found = read_roster_csv(tmp_path / "roster.csv", BUREAU, ROSTER).duties
    assert {one.officer: one.slices[0].post for one in found} == {"b": "gate", "a": ""}


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"name": "某某"}, "name: no officer is called '某某', and the id a is somebody else's"),
        ({"officer_id": "", "name": "某某"}, "name: no officer is called '某某'"),
        ({"name": "王五"}, "name: several officers are called '王五' (c, d)"),
        ({"officer_id": "c", "name": "赵六"}, "name: c is 王五, and '赵六' is 007; nothing tells which"),
        ({"hours": "11"}, "hours: 11 are not those of 07:00-19:00, which are 12"),
        ({"officer_id": "zz", "name": "赵六"}, "officer_id: 'zz' is unknown"),
    ],
)
def test_what_contradicts_itself_is_told_with_its_row(
    tmp_path: Path, cells: dict[str, str], message: str
) -> None:
    with pytest.raises(BadInput) as refused:
        edited(tmp_path, cells)
    (told,) = refused.value.problems
    assert told.message.startswith(message)
    assert told.place.line == 2


def test_without_the_roster_before_a_name_over_an_id_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        edited(tmp_path, {"name": "赵六"}, of=None)
    assert refused.value.problems[0].hint == wording.ID_AND_NAME[1]


@pytest.mark.parametrize("hours", ["12", "12.0", "12.01", ""])
def test_hours_that_fit_or_are_not_there(tmp_path: Path, hours: str) -> None:
    assert who(edited(tmp_path, {"hours": hours}))[0] == ("a", WORKS)


def test_a_duty_that_was_there_keeps_its_origin_and_a_new_one_has_that_of_the_rotation() -> None:
    people = EditedPeople(BUREAU, Mistakes(), ROSTER.duties)
    first = replace(ROSTER.duties[0], origin=CALLED)
    assert people.origin(first) is first
    tuesday = replace(first, day=MONDAY + timedelta(days=1))
    assert people.origin(tuesday).origin is WORKS  # A works the night of Tuesday
    assert people.origin(replace(tuesday, day=MONDAY + timedelta(days=2))).origin is CALLED
    taken = replace(tuesday, origin=Origin.EXCHANGE)
    assert people.origin(taken) is taken
