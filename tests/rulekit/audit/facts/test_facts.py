"""The facts of a bureau, asked by officer, team and date."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, absence, duty, model, officer, shift, small_bureau, transfer, unit
from tests.support.places import ONE, post, post_type, window, zone

SUNDAY, TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=n) for n in (-1, 1, 2, 3))
MOVED = officer("moved", "A", zone="Z1", transfers=[transfer(WEDNESDAY, "A", "U2")])
GUEST = officer("guest", "A", joined=TUESDAY, left=WEDNESDAY)
LONG_NIGHTS = model(TUESDAY, shifts={"N": ("overlap-both",)})
BUREAU = small_bureau(
    [officer("a", "A"), MOVED, GUEST],
    units=[
        unit(
            "U1",
            shifts={"N": ("night", "overlap-both")},
            later=(LONG_NIGHTS,),
        ),
        unit("U2", first=TUESDAY),
    ],
    zones=[zone("Z1", 0, last=MONDAY)],
    absences=[absence("a", TUESDAY, WEDNESDAY), absence("guest", WEDNESDAY)],
)
FACTS = Facts(BUREAU)
A = BUREAU.officers["a"]


def test_there_is_who_is_on_the_roll_and_not_away() -> None:
    days = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY)
    assert [FACTS.is_there(A, day) for day in days] == [True, False, False, True]
    assert [FACTS.is_there(GUEST, day) for day in days] == [False, True, False, False]
    assert FACTS.away(A, TUESDAY) == BUREAU.absences[0]
    assert FACTS.away(A, MONDAY) is None


def test_an_officer_s_unit_and_zone_are_those_of_the_date() -> None:
    assert [FACTS.place_of(MOVED, day).unit for day in (TUESDAY, WEDNESDAY)] == ["U1", "U2"]
    # The zone stands until Monday; in the new unit there is none.
    assert [FACTS.zone_of(MOVED, day) for day in (MONDAY, TUESDAY, WEDNESDAY)] == ["Z1", "", ""]


def test_what_a_team_may_work_follows_the_model_in_force() -> None:
    """A works D on Monday, N on Tuesday; B works N on Monday, by the model before the change."""
    assert [one.id for one in FACTS.workable("U1", "B", MONDAY)] == ["night", "overlap-both"]
    assert [one.id for one in FACTS.workable("U1", "A", TUESDAY)] == ["overlap-both"]
    assert FACTS.workable("U1", "A", WEDNESDAY) == ()


def test_a_unit_that_does_not_stand_and_a_team_that_is_none_have_a_day_off() -> None:
    assert [FACTS.letter_at("U2", "A", day) for day in (MONDAY, TUESDAY)] == ["O", "N"]
    assert FACTS.letter_at("U1", "E", MONDAY) == "O"
    assert FACTS.workable("U2", "A", MONDAY) == ()


def test_the_usual_shift_is_the_first_and_its_time_is_paid() -> None:
    day, tuesday = FACTS.usual(A, MONDAY), FACTS.usual(A, TUESDAY)
    assert day is not None and tuesday is not None
    assert (day.id, tuesday.id) == ("day", "overlap-both")
    found = [FACTS.usual_time(A, one) for one in (MONDAY, TUESDAY, WEDNESDAY)]
    assert found == [timedelta(hours=12), timedelta(hours=16), timedelta()]


def test_paid_time_is_counted_between_instants_and_without_the_break() -> None:
    """London, the clocks go back: 19:00 to 07:00 is thirteen hours, one of them a break."""
    night = shift("night", 19, 31, break_minutes=60)
    london = Facts(replace(BUREAU, timezone="Europe/London", shifts={**BUREAU.shifts, "night": night}))
    last_saturday = MONDAY.replace(month=10, day=24)
    assert london.paid_time(night, last_saturday) == timedelta(hours=12)
    assert london.paid_time(night, MONDAY) == timedelta(hours=11)


def test_the_cycle_is_that_of_the_model_of_the_date() -> None:
    assert FACTS.cycle_of(A, MONDAY) == ("day", "night", "", "")
    assert FACTS.cycle_of(A, TUESDAY) == ("day", "overlap-both", "", "")
    assert FACTS.cycle_of(officer("x", "E"), MONDAY) == ()


def test_what_is_wanted_on_a_date() -> None:
    street = post_type("street", window(8, 10, minimum=ONE))
    bureau = replace(BUREAU, post_types={"street": street}, posts={"P": post("P", "street", last=MONDAY)})
    assert [[one.post.id for one in Facts(bureau).wanted_on(day)] for day in (MONDAY, TUESDAY)] == [["P"], []]


def test_a_duty_that_ends_early_is_worked_until_then() -> None:
    """Three of twelve hours, and a quarter of the break of an hour."""
    bureau = replace(small_bureau(), shifts={"day": shift("day", 7, 19, break_minutes=60)})
    facts = Facts(bureau)
    whole = duty(bureau, "a", MONDAY, "day")
    worked = facts.worked(whole.broken_off(WallMinute(600)))
    assert (worked.start, worked.end, worked.break_minutes) == (420, 600, 15)
    assert facts.worked(whole) is bureau.shifts["day"]
    paid = [facts.paid_time(one, MONDAY) / timedelta(minutes=1) for one in (worked, bureau.shifts["day"])]
    assert paid == [165, 660]


def test_when_somebody_falls_away() -> None:
    bureau = small_bureau(absences=[absence("a", MONDAY, start=10), absence("b", MONDAY)])
    facts, clock = Facts(bureau), bureau.clock
    ten, midnight = (clock.instant(MONDAY, WallMinute(minute)) for minute in (600, 0))
    a, b = bureau.officers["a"], bureau.officers["b"]
    assert (facts.falls_away(a, ten), facts.falls_away(a, midnight)) == (True, False)
    assert not facts.falls_away(b, midnight), "a whole date breaks nothing off"
    day, until_ten = clock.span(MONDAY, 420, 1140), clock.span(MONDAY, 420, 600)
    assert facts.away_at(a, day) is bureau.absences[0]
    assert (facts.away_at(a, until_ten), facts.away_at(b, day)) == (None, None)
