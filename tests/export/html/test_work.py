"""Duties on the page: five numbers each, stays shared by a crew, and the night before the first date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import OffCause, OffRotation, Slice
from rosterctl.export.html.work import work_fields
from rosterctl.insight.month_table import month_table
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau
from tests.support.places import post, post_type

SUNDAY = MONDAY - timedelta(days=1)
DESK = post("desk", "desk")


def bureau_of(*people: str, left: date | None = None) -> Bureau:
    officers = [officer(one, "A" if one != "gone" else "B") for one in people]
    officers = [replace(one, left=left) if one.id == "gone" else one for one in officers]
    return small_bureau(officers, posts=[DESK], post_types=[post_type("desk")])


def test_a_crew_shares_its_stay() -> None:
    bureau = bureau_of("a", "b")
    pieces = (Slice(420, 720, "desk", ("car1", "car2")), Slice(720, 1140, ""))
    duties = [duty(bureau, one, MONDAY, "day", slices=pieces) for one in "ab"]
    roster = roster_of(bureau, MONDAY, 1, duties)
    found = work_fields(bureau, roster, month_table(bureau, roster))
    assert found["stays"] == [[[420, 720, 0, "car1 car2"], [720, 1140, -1, ""]]]
    assert found["duties"] == [[0, 0, 0, 0, 0]] * 2
    assert found["posts"][0]["name"] == "desk"
    assert found["shifts"][0] == {"name": "day", "sign": "d", "start": 420, "end": 1140}


def test_the_night_before_is_there_and_an_older_one_is_not() -> None:
    """Saturday's day ended on Saturday; Sunday's night ends at 07:00 on Monday, the first date."""
    bureau = bureau_of("a", "gone", left=SUNDAY)
    before = [
        duty(bureau, "a", SUNDAY - timedelta(days=1), "day"),
        duty(bureau, "a", SUNDAY, "night"),
        duty(bureau, "gone", SUNDAY, "night"),
    ]
    roster = roster_of(bureau, MONDAY, 2, [duty(bureau, "a", MONDAY + timedelta(days=1), "day")], before)
    found = work_fields(bureau, roster, month_table(bureau, roster))
    night = list(bureau.shifts).index("night")
    assert found["duties"] == [[-1, night, 0, 0, 0, 1, 0, 0, 0, 1]]
    assert found["gone"] == [[0, "B", 1140 - 1440, 420, 1]]


def test_who_is_off_the_rotation_and_why() -> None:
    bureau = bureau_of("a")
    off = OffRotation("a", MONDAY, "day", "U1", OffCause.POSTS)
    roster = replace(roster_of(bureau, MONDAY, 1, []), off_rotation=(off,))
    found = work_fields(bureau, roster, month_table(bureau, roster))
    assert found["off"] == [[(0, "let off for the sake of posts")]]
