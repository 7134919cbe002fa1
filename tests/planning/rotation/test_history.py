"""What is left of a published horizon, and which duties before it rules still look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.roster import Roster, Slice
from rosterctl.planning.rotation.history import at_home, carried_horizon, in_known_places, past_duties
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, roster_of, small_bureau
from tests.support.places import post, post_type, vehicle, window

BUREAU = small_bureau()


def published(*days: date, first: date = MONDAY, since: date = MONDAY) -> Roster:
    roster = roster_of(BUREAU, first, 20, [duty(BUREAU, "a", day, "day") for day in days if day >= first])
    before = tuple(duty(BUREAU, "a", day, "day") for day in days if day < first)
    return replace(roster, before=before, horizon=Horizon(first, 20, since))


def test_the_last_date_and_the_reference_periods_stay() -> None:
    roster = published(since=MONDAY - timedelta(days=9))
    moved = carried_horizon(BUREAU, roster, MONDAY + timedelta(days=19))
    assert moved == Horizon(MONDAY + timedelta(days=19), 1, MONDAY - timedelta(days=9))
    assert moved.last == roster.horizon.last


def at(day: date, minute: int) -> int:
    return BUREAU.clock.number(day, WallMinute(minute))


def test_a_night_stays_until_it_is_over() -> None:
    """It ends at 07:00; at 06:59 it still runs, at 07:00 the horizon begins with today."""
    today = MONDAY + timedelta(days=4)
    yesterday, three_before = today - timedelta(days=1), today - timedelta(days=3)
    nights = [duty(BUREAU, "a", day, "night") for day in (three_before, yesterday)]
    roster = roster_of(BUREAU, MONDAY, 20, nights)
    for now in (0, at(today, 0), at(today, 419), at(today - timedelta(days=9), 700)):
        assert carried_horizon(BUREAU, roster, today, now) == Horizon(yesterday, 17, MONDAY, today)
    assert carried_horizon(BUREAU, roster, today, at(today, 420)) == Horizon(today, 16, MONDAY)


def test_after_the_last_date_only_its_night_is_left() -> None:
    end = MONDAY + timedelta(days=2)
    roster = roster_of(BUREAU, MONDAY, 2, [duty(BUREAU, "a", MONDAY + timedelta(days=1), "night")])
    left = carried_horizon(BUREAU, roster, end)
    assert (left.first, left.days, left.ahead) == (MONDAY + timedelta(days=1), 1, 0)
    assert carried_horizon(BUREAU, roster, end, at(end, 420)).days == 0


def test_four_weeks_are_kept_and_nothing_of_the_horizon() -> None:
    first = date(2026, 12, 30)
    kept = [first - timedelta(days=n) for n in (28, 1)]
    roster = published(first - timedelta(days=29), *kept, first)
    horizon = Horizon(first, 5, first)
    assert [one.day for one in past_duties(BUREAU, roster, horizon)] == kept


def test_older_duties_are_kept_for_a_rule_that_counts_them() -> None:
    """Of the last quarter from 1 October on; in January four weeks reach into it, and no further."""
    bureau = small_bureau(rules={"overtime": {}})
    october = date(2026, 10, 1)
    first = date(2026, 12, 30)
    roster = published(october - timedelta(days=1), october, first=first)
    assert [one.day for one in past_duties(bureau, roster, Horizon(first, 5, first))] == [october]
    january = date(2027, 1, 2)
    kept = january - timedelta(days=28)
    roster = published(kept - timedelta(days=1), kept, first=january)
    assert [one.day for one in past_duties(bureau, roster, Horizon(january, 5, january))] == [kept]


def test_the_reference_period_of_mean_hours_is_kept() -> None:
    """It began 27 dates ago; four weeks are more."""
    bureau = small_bureau(rules={"mean-hours": {}})
    first = MONDAY + timedelta(days=27)
    roster = published(MONDAY - timedelta(days=2), MONDAY - timedelta(days=1), MONDAY)
    kept = [one.day for one in past_duties(bureau, roster, Horizon(first, 2, MONDAY))]
    assert kept == [MONDAY - timedelta(days=1), MONDAY]


def test_people_and_shifts_that_are_gone_are_forgotten() -> None:
    roster = published(MONDAY)
    horizon = Horizon(MONDAY + timedelta(days=1), 5, MONDAY)
    others = {name: one for name, one in BUREAU.officers.items() if name != "a"}
    shifts = {name: one for name, one in BUREAU.shifts.items() if name != "day"}
    assert len(past_duties(BUREAU, roster, horizon)) == 1
    assert past_duties(replace(BUREAU, officers=others), roster, horizon) == ()
    assert past_duties(replace(BUREAU, shifts=shifts), roster, horizon) == ()


NEXT = MONDAY + timedelta(days=1)
STREET = small_bureau(
    posts=[post("P", "stand")], vehicles=[vehicle("car")], post_types=[post_type("stand", window(7, 19))]
)


def test_who_stood_where_there_is_no_post_any_more_is_in_reserve() -> None:
    """The duty counts for rest and hours all the same; what is still there stays."""
    old = Slice(WallMinute(420), WallMinute(600), "Q", ("car",))
    still = Slice(WallMinute(600), WallMinute(1140), "P", ("car", "gone"))
    (found,) = in_known_places(STREET, [duty(STREET, "a", MONDAY, "day", slices=[old, still])])
    assert found.slices == (replace(old, post="", vehicles=()), replace(still, vehicles=("car",)))
    known = duty(STREET, "a", MONDAY, "day", slices=[replace(still, vehicles=("car",))])
    assert list(in_known_places(STREET, [known])) == [known]


def test_who_is_on_duty_in_a_unit_that_is_gone_goes_on_in_their_own() -> None:
    """With their posts; nobody knows to which unit somebody unknown belongs."""
    units = {**STREET.units, "old": replace(STREET.units["U1"], id="old", models=())}
    bureau = replace(STREET, units=units)
    here = duty(bureau, "a", MONDAY, "day", slices=[Slice(WallMinute(420), WallMinute(1140), "P")])
    gone, strange = replace(here, unit="old"), replace(here, unit="old", officer="z")
    assert at_home(bureau, [here, gone, strange]) == [here, here, strange]
    assert past_duties(bureau, roster_of(bureau, MONDAY, 1, [gone]), Horizon(NEXT, 2, MONDAY)) == (gone,)


def test_a_past_duty_of_a_unit_that_nobody_knows_is_one_of_the_officers_unit() -> None:
    gone = replace(duty(STREET, "a", MONDAY, "day"), unit="old")
    roster = roster_of(STREET, MONDAY, 3, [gone])
    first = MONDAY + timedelta(days=1)
    (found,) = past_duties(STREET, roster, Horizon(first, 2, MONDAY))
    assert (found.unit, found.slices) == ("U1", (Slice(WallMinute(420), WallMinute(1140), ""),))


@pytest.mark.parametrize(("now", "until"), [(None, 19), (7, 7), (12, 12), (19, 19), (20, 19)])
def test_at_a_post_that_was_taken_out_they_stay_until_now(now: int | None, until: int) -> None:
    """By hours of the day; without a now all is over."""
    taken_out = replace(STREET.posts["P"], gone=(MONDAY, WallMinute(0)))
    bureau = replace(STREET, posts={"P": taken_out})
    seven, end, late = (WallMinute(hour * 60) for hour in (7, until, 19))
    stay = duty(bureau, "a", MONDAY, "day", slices=[Slice(seven, late, "P", ("car",))])
    (found,) = in_known_places(bureau, [stay], None if now is None else at(MONDAY, now * 60))
    pieces = Slice(seven, end, "P", ("car",)), Slice(end, late, "")
    assert found.slices == tuple(one for one in pieces if one.start < one.end)
