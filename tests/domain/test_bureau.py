"""What the bureau answers about a date: who is away, what the rotation gives, whose duty changed hands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind, Handover
from rosterctl.domain.people.wish import Wish, WishKind
from rosterctl.domain.vehicle import Outage
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import ONE_DAY
from tests.support.bureaus import MONDAY, absence, duty, model, officer, small_bureau, unit
from tests.support.places import ONE, post, post_type, vehicle, window

SUNDAY, TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=n) for n in (-1, 1, 2, 3))


def exchanged(*exchanges: Exchange) -> Bureau:
    return small_bureau(exchanges=exchanges)


def substitution(giver: str, taker: str) -> Exchange:
    return Exchange(giver, MONDAY, taker, None, ExchangeKind.SUBSTITUTION)


@pytest.mark.parametrize(
    ("day", "present"), [(MONDAY, True), (TUESDAY, False), (WEDNESDAY, False), (THURSDAY, True)], ids=str
)
def test_an_absence_covers_its_first_and_its_last_date(day: date, present: bool) -> None:
    leave = absence("a", TUESDAY, WEDNESDAY)
    bureau = small_bureau(absences=[leave])
    assert bureau.is_present(bureau.officers["a"], day) is present
    assert bureau.absence(bureau.officers["a"], day) == (None if present else leave)
    assert bureau.is_present(bureau.officers["b"], day)  # somebody else's leave


def test_whoever_is_not_on_the_roll_is_not_present_though_not_absent() -> None:
    bureau = small_bureau([officer("a", joined=TUESDAY, left=WEDNESDAY)])
    one = bureau.officers["a"]
    days = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY)
    assert [bureau.is_present(one, day) for day in days] == [False, True, True, False]
    assert [bureau.absence(one, day) for day in days] == [None] * 4


def test_absences_and_wishes_are_found_by_officer_absences_in_the_order_of_their_dates() -> None:
    later, sooner, other = absence("a", THURSDAY), absence("a", MONDAY), absence("b", MONDAY)
    wish = Wish("a", MONDAY, WishKind.OFF)
    bureau = small_bureau(absences=[later, other, sooner], wishes=[wish])
    assert bureau.absences_by_officer == {"a": (sooner, later), "b": (other,)}
    assert bureau.wishes_by_officer == {"a": (wish,)}


def test_the_plain_shift_is_the_rotations_and_none_on_a_day_off() -> None:
    # Team A on DNOO from Monday: day, night, off, off.
    bureau = small_bureau()
    shifts = [bureau.plain_shift(bureau.officers["a"], MONDAY + timedelta(days=n)) for n in range(5)]
    assert [one.id if one else None for one in shifts] == ["day", "night", None, None, "day"]


def test_the_unit_may_name_other_shifts_for_a_letter_the_plain_one_first() -> None:
    bureau = small_bureau(units=[unit(shifts={"N": ("overlap-evening", "night")})])
    assert [one.id for one in bureau.offered("U1", "B", MONDAY)] == ["overlap-evening", "night"]
    assert [one.id for one in bureau.offered("U1", "A", MONDAY)] == ["day"]  # D as the rotation has it
    assert bureau.offered("U1", "C", MONDAY) == ()
    assert bureau.offered("U1", "nobody", MONDAY) == ()


def test_the_plain_cycle_has_a_shift_for_every_letter_and_none_for_days_off() -> None:
    bureau = small_bureau()
    here = bureau.units["U1"].on(MONDAY)
    cycle = bureau.plain_cycle(here, here.teams[0])
    assert [one.id if one else None for one in cycle] == ["day", "night", None, None]


def test_where_the_unit_does_not_stand_there_is_no_team_and_nothing_to_work() -> None:
    bureau = small_bureau(units=[unit(first=TUESDAY, later=[model(THURSDAY, teams="AB")])])
    c = bureau.officers["c"]
    assert [bureau.team(c, day) is None for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY)] == [
        True,
        False,
        False,
        True,
    ]
    assert bureau.letter(c, MONDAY) == "O"


def test_posts_are_found_by_their_unit_in_file_order() -> None:
    bureau = small_bureau(
        units=[unit(), unit("U2", teams="E")],
        post_types=[post_type("T", window(7, 19, minimum=ONE))],
        posts=[post("north", "T"), post("far", "T", "U2"), post("east", "T")],
    )
    found = {id: [one.id for one in posts] for id, posts in bureau.posts_of.items()}
    assert found == {"U1": ["north", "east"], "U2": ["far"]}


def test_who_took_over_a_duty_is_found_by_officer_and_date() -> None:
    bureau = exchanged(substitution("a", "c"))
    assert bureau.taken == {("c", MONDAY): Handover("a", "c", MONDAY, "a", True)}


def test_a_duty_that_was_given_on_is_taken_by_the_last_and_one_given_back_by_nobody() -> None:
    on = exchanged(substitution("a", "c"), substitution("c", "d"))
    assert on.taken["d", MONDAY].owner == "a"
    back = exchanged(substitution("a", "c"), substitution("c", "a"))
    assert ("a", MONDAY) not in back.taken


def parted() -> Bureau:
    """Two units with a post and a car each; a and e are absent and wish to be off."""
    return small_bureau(
        [officer("a"), officer("e", "E", unit="U2")],
        units=[unit(), unit("U2", teams="E")],
        post_types=[post_type("T", window(7, 19, minimum=ONE))],
        posts=[post("north", "T"), post("far", "T", "U2")],
        vehicles=[vehicle("C1"), vehicle("C2", unit="U2")],
        absences=[absence("a", MONDAY), absence("e", MONDAY)],
        wishes=[Wish(one, MONDAY, WishKind.OFF, 1) for one in "ae"],
    )


def test_of_some_people_a_bureau_has_only_their_own_absences_and_wishes() -> None:
    whole = parted()
    found = whole.of_people({"e"})
    assert list(found.officers) == ["e"]
    assert [one.officer for one in (*found.absences, *found.wishes)] == ["e", "e"]
    same = replace(found, officers=whole.officers, absences=whole.absences, wishes=whole.wishes)
    assert same == whole


def test_only_some_units_have_only_their_own_posts_and_vehicles() -> None:
    whole = parted()
    found = whole.only({"U1"}, {"a"})
    assert (list(found.units), list(found.posts), list(found.vehicles)) == (["U1"], ["north"], ["C1"])
    people = whole.of_people({"a"})
    assert replace(found, units=whole.units, posts=whole.posts, vehicles=whole.vehicles) == people


def test_a_vehicle_runs_whenever_it_is_not_in_the_workshop() -> None:
    """Down on Monday's duty day, and on Wednesday from 26:00, which is 02:00 on Thursday, to 30:00."""
    wednesday = MONDAY + 2 * ONE_DAY
    outages = (
        Outage(MONDAY, MONDAY),
        Outage(wednesday, wednesday, WallMinute(26 * 60), WallMinute(30 * 60)),
    )
    bureau = small_bureau(vehicles=[vehicle("V", outages=outages), vehicle("W")])

    def runs(day: date, start: int, end: int) -> bool:
        since, until = (bureau.clock.number(day, WallMinute(60 * hour)) for hour in (start, end))
        assert bureau.runs(bureau.vehicles["W"], since, until)
        return bureau.runs(bureau.vehicles["V"], since, until)

    monday = [runs(MONDAY, *hours) for hours in ((6, 7), (6, 8), (12, 13), (30, 31), (31, 32))]
    assert monday == [True, False, False, False, True]
    night = [runs(wednesday, *hours) for hours in ((19, 26), (19, 27), (27, 28), (29, 31), (30, 31))]
    assert night == [True, False, False, False, True]


def test_an_absence_with_times_is_asked_for_by_instants() -> None:
    """Away on Tuesday from 02:00 to 10:00; the whole Wednesday has no times."""
    tuesday, wednesday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    away = absence("a", tuesday, tuesday, start=2, end=10)
    bureau = small_bureau(absences=[away, absence("a", wednesday)])

    def found(day: date, start: int, end: int) -> bool:
        at = [bureau.clock.number(day, WallMinute(hour * 60)) for hour in (start, end)]
        return bureau.absence_at(bureau.officers["a"], *at) is away

    assert found(MONDAY, 19, 31)
    assert (found(tuesday, 0, 2), found(tuesday, 10, 19)) == (False, False)
    assert (found(tuesday, 9, 19), found(wednesday, 7, 19)) == (True, False)


def test_an_absence_that_ended_when_it_began_still_breaks_a_duty_off() -> None:
    bureau = small_bureau(absences=[absence("a", MONDAY, MONDAY, start=10, end=10)])
    at = [bureau.clock.number(MONDAY, WallMinute(hour * 60)) for hour in (7, 10, 19)]
    assert bureau.absence_at(bureau.officers["a"], at[0], at[2]) is not None
    assert bureau.absence_at(bureau.officers["a"], at[0], at[1]) is None


def test_the_shift_of_a_duty_is_that_which_was_worked() -> None:
    bureau = small_bureau()
    whole = duty(bureau, "a", MONDAY, "day")
    assert bureau.worked_shift(whole) is bureau.shifts["day"]
    assert bureau.worked_shift(whole.broken_off(WallMinute(600))).end == 600
