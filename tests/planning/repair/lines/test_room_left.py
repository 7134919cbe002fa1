"""Whether the rules leave room: plain duty on the dates to come, and where it may be left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.params import PARAMS
from rosterctl.planning.repair.lines.room_left import RoomLeft
from rosterctl.timeline.clock import Instant
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, absence, duty, model, officer, small_bureau, transfer, unit
from tests.support.peers import on_day

REACH = PARAMS.repair.move_days


def bureau_of(**more: Any) -> Bureau:
    people = [officer("a"), officer("m", transfers=(transfer(on_day(4), "C"),))]
    return small_bureau(people, **{"units": [unit(recalls=("day",))], "rules": {"rest": {}}, **more})


def room(bureau: Bureau, growth: int = 4, anew: Mapping[str, date] | None = None) -> RoomLeft:
    spans = Horizon(MONDAY, 4), Horizon(MONDAY, 4 + growth)
    return RoomLeft(bureau, *spans, (), (), anew or {}, Instant(0))


def days(found: Mapping[date, object]) -> list[int]:
    return [(day - MONDAY).days for day in found]


def test_to_come_is_the_plain_rotation_of_those_present() -> None:
    bureau = bureau_of(absences=[absence("a", on_day(5))])
    assert days(room(bureau).to_come("a")) == [4]  # the night of the fifth would be his, but he is away
    assert days(room(bureau, growth=0).to_come("a")) == []


def test_near_a_move_nothing_to_come_is_taken_as_given() -> None:
    assert days(room(bureau_of()).to_come("m")) == []


def test_near_a_move_or_another_model_plain_duty_may_be_left_out() -> None:
    around = [*range(4 - REACH, 4 + REACH)]
    assert sorted(days(dict.fromkeys(room(bureau_of()).near_moves("m")))) == around
    assert room(bureau_of()).near_moves("a") == frozenset()
    later = bureau_of(units=[unit(later=(model(on_day(2)),))])
    assert sorted(days(dict.fromkeys(room(later).near_moves("a")))) == [*range(2 - REACH, 2 + REACH)]
    anew = room(bureau_of(), anew={"U1": MONDAY}).near_moves("a")
    assert sorted(days(dict.fromkeys(anew))) == [*range(-REACH, REACH)]


def test_the_night_before_the_new_team_s_day_is_the_one_duty_that_cannot_stand() -> None:
    """m leaves B after its night of Monday, which ends at 07:00. D has the day of Tuesday, C of Wednesday."""
    for team, day, gone in (("D", 1, [(on_day(1), "rest")]), ("C", 2, [])):
        moved = small_bureau(
            [officer("m", "B", transfers=(transfer(on_day(day), team),))], units=[unit()], rules={"rest": {}}
        )
        night = {"m": {MONDAY: duty(moved, "m", MONDAY, "night")}}
        found = room(moved, 0).lawful(night, {"m": [on_day(day)]}, {"m"})
        assert [(one.old.day, one.rule) for one in found.taken.get("m", ())] == gone
        assert found.broken == {}
