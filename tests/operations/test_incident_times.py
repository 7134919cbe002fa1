"""When an incident happened that somebody on duty told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.incident import Incident, IncidentKind
from rosterctl.domain.roster import Duty
from rosterctl.domain.vehicle import Outage
from rosterctl.operations.incident_times import at_their_time, begun_files
from rosterctl.timeline.clock import Clock, Instant, WallMinute
from tests.support.bureaus import MONDAY, absence, duty, roster_of, small_bureau
from tests.support.places import vehicle

TUESDAY, SUNDAY = MONDAY + timedelta(days=1), MONDAY - timedelta(days=1)
BUREAU = small_bureau()
SICK = Incident(IncidentKind.SICK, "b", TUESDAY)


def at(day: date, hour: float, zone: str = BUREAU.timezone) -> Instant:
    return Clock(zone).number(day, WallMinute(round(hour * 60)))


def entered(incident: Incident, now: Instant, bureau: Bureau = BUREAU) -> list[tuple[Any, ...]]:
    """First, last and hour of each row; `b` works the night of Monday from 19:00 to 07:00."""
    roster = roster_of(bureau, MONDAY, 3, [duty(bureau, "b", MONDAY, "night")])
    rows = at_their_time(bureau, roster, [incident], now)
    return [(one.first, one.last, None if one.at is None else one.at / 60) for one in rows]


@pytest.mark.parametrize(
    ("hour", "when"),
    [
        (19, None),
        (19 + 1 / 60, (MONDAY, 19 + 1 / 60)),
        (26, (TUESDAY, 2)),
        (30.75, (TUESDAY, 6.75)),
        (31, None),  # nothing of Tuesday has been worked
    ],
)
def test_whoever_is_on_duty_is_sick_from_now_on(hour: float, when: tuple[date, float] | None) -> None:
    """Before it begins and after it ends the whole date is meant."""
    first = MONDAY if hour < 24 else TUESDAY
    sick = Incident(IncidentKind.SICK, "b", first)
    day, minute = when or (first, None)
    assert entered(sick, at(MONDAY, hour)) == [(day, None, minute and pytest.approx(minute))]


def test_the_date_of_the_duty_may_be_named_as_well_and_the_last_date_stays() -> None:
    last = MONDAY + timedelta(days=2)
    sick = Incident(IncidentKind.SICK, "b", MONDAY, last)
    assert entered(sick, at(TUESDAY, 2)) == [(TUESDAY, last, 2)]
    assert entered(Incident(IncidentKind.SICK, "b", MONDAY, MONDAY), at(TUESDAY, 2)) == [
        (TUESDAY, TUESDAY, 2)
    ]


def test_dates_before_the_duty_get_a_row_of_their_own() -> None:
    sick = Incident(IncidentKind.SICK, "b", SUNDAY, TUESDAY)
    assert entered(sick, at(TUESDAY, 2)) == [(SUNDAY, SUNDAY, None), (TUESDAY, TUESDAY, 2)]


@pytest.mark.parametrize(
    "other",
    [
        Incident(IncidentKind.SICK, "c", TUESDAY),  # not on duty
        Incident(IncidentKind.SICK, "b", TUESDAY + timedelta(days=1)),  # from tomorrow on
        Incident(IncidentKind.SICK, "b", SUNDAY, SUNDAY),  # over by then
        Incident(IncidentKind.LEAVE, "b", TUESDAY),  # was known before: the night is worked
        Incident(IncidentKind.BACK, "b", TUESDAY),  # was not away
        Incident(IncidentKind.SICK, "b", TUESDAY, at=WallMinute(60)),
    ],
)
def test_everything_else_is_entered_as_it_was_said(other: Incident) -> None:
    roster = roster_of(BUREAU, MONDAY, 3, [duty(BUREAU, "b", MONDAY, "night")])
    assert list(at_their_time(BUREAU, roster, [other], at(TUESDAY, 2))) == [other]


def test_who_fell_away_today_is_back_from_now_on() -> None:
    back = Incident(IncidentKind.BACK, "b", TUESDAY)
    assert entered(back, at(TUESDAY, 3), small_bureau(absences=[absence("b", TUESDAY, start=2)])) == [
        (TUESDAY, None, 3)
    ]
    whole = small_bureau(absences=[absence("b", TUESDAY)])
    assert entered(back, at(TUESDAY, 3), whole) == [(TUESDAY, None, None)]


def test_in_an_hour_that_comes_twice_it_is_the_first_minute_after_it_the_second_time() -> None:
    """On 25 October 2026 03:00 CEST is 02:00 CET, so 02:30 comes twice, and 03:00 is after both."""
    saturday, sunday = date(2026, 10, 24), date(2026, 10, 25)
    bureau = small_bureau(timezone="Europe/Berlin")
    roster = roster_of(bureau, saturday, 3, [duty(bureau, "b", saturday, "night")])
    half_past_two = at(sunday, 2.5, "Europe/Berlin")
    for now, hour in ((half_past_two, 2.5), (half_past_two + 60, 3)):
        (row,) = at_their_time(bureau, roster, [Incident(IncidentKind.SICK, "b", sunday)], Instant(now))
        assert row.at == hour * 60


@pytest.mark.parametrize(("hour", "when"), [(18.75, 18.75), (19, 19), (23, 23)])
def test_whoever_has_worked_today_is_sick_from_now_on(hour: float, when: float) -> None:
    """The day duty of Monday from 07:00 to 19:00 stays worked."""
    roster = roster_of(BUREAU, MONDAY, 3, [duty(BUREAU, "b", MONDAY, "day")])
    (row,) = at_their_time(BUREAU, roster, [Incident(IncidentKind.SICK, "b", MONDAY)], at(MONDAY, hour))
    assert (row.first, row.at) == (MONDAY, WallMinute(round(when * 60)))
    (leave,) = at_their_time(BUREAU, roster, [Incident(IncidentKind.LEAVE, "b", MONDAY)], at(MONDAY, hour))
    assert leave.at is None


def begun(now: Instant, *duties: Duty, **away: Any) -> list[str]:
    """The rows about `b`, who is away as is said, and about `c`, who is not."""
    bureau = small_bureau(absences=[absence("b", **away)])
    others = [duty(bureau, "c", MONDAY, "day")]
    roster = roster_of(bureau, MONDAY, 3, [*others, *(duties or [duty(bureau, "b", MONDAY, "night")])])
    files = begun_files(bureau, [roster], MONDAY, now)
    return [row for data in files.values() for row in data.decode().split()[1:]]


@pytest.mark.parametrize(
    ("hour", "rows"),
    [
        (19, []),
        (19 + 1 / 60, [f"b,{MONDAY},{MONDAY},19:01"]),
        (26, [f"b,{MONDAY},{TUESDAY},02:00"]),
        (40, [f"b,{MONDAY},{TUESDAY},07:00"]),  # over since 07:00
    ],
)
def test_a_row_written_while_a_duty_of_its_date_runs_begins_now(hour: float, rows: list[str]) -> None:
    assert begun(at(MONDAY, hour), first=MONDAY, last=TUESDAY) == rows
    assert begun(at(MONDAY, hour), first=SUNDAY, last=MONDAY) == rows


def test_a_duty_that_was_broken_off_before_ended_then() -> None:
    night = duty(BUREAU, "b", MONDAY, "night").broken_off(WallMinute(26 * 60))
    assert begun(at(MONDAY, 27), night, first=MONDAY) == [f"b,{MONDAY},{TUESDAY},02:00"]


@pytest.mark.parametrize(
    ("away", "rows"),
    [
        ({"first": TUESDAY}, 0),  # the night before whole dates is worked to its end
        ({"first": MONDAY, "start": 20}, 0),  # it says itself when it begins
        ({"first": SUNDAY, "last": TUESDAY, "start": 20}, 1),
        ({"first": SUNDAY, "last": MONDAY, "end": 19}, 0),  # back by then
        ({"first": SUNDAY, "last": MONDAY, "end": 19.5}, 1),
    ],
)
def test_only_an_absence_that_has_the_duty_s_beginning_in_it_is_concerned(
    away: dict[str, Any], rows: int
) -> None:
    assert len(begun(at(MONDAY, 26), **away)) == rows


def test_duties_before_the_dates_that_are_looked_at_are_over() -> None:
    bureau = small_bureau(absences=[absence("b", MONDAY)])
    roster = roster_of(bureau, MONDAY, 3, [duty(bureau, "b", MONDAY, "night")])
    assert begun_files(bureau, [roster], TUESDAY, at(TUESDAY, 12)) == {}


DOWN, BACK = IncidentKind.VEHICLE_DOWN, IncidentKind.VEHICLE_BACK


def of_vehicle(incident: Incident, now: Instant, *outages: Outage) -> list[tuple[Any, ...]]:
    return entered(incident, now, small_bureau(vehicles=[vehicle("V", outages=outages)]))


@pytest.mark.parametrize(
    ("first", "last", "hour", "rows"),
    [
        (TUESDAY, None, 12, [(TUESDAY, None, None)]),  # from tomorrow on
        (MONDAY, None, 12, [(MONDAY, None, 12)]),
        (TUESDAY, None, 26, [(TUESDAY, None, 2)]),  # at 02:00, in the night of Monday
        (MONDAY, None, 26, [(TUESDAY, None, 2)]),
        (SUNDAY, TUESDAY, 26, [(SUNDAY, SUNDAY, None), (TUESDAY, TUESDAY, 2)]),
        (SUNDAY, SUNDAY, 26, [(SUNDAY, SUNDAY, None)]),  # that duty day is over
    ],
)
def test_a_vehicle_was_driven_until_now(first: date, last: date | None, hour: int, rows: list[Any]) -> None:
    assert of_vehicle(Incident(DOWN, "V", first, last), at(MONDAY, hour)) == rows


def test_a_vehicle_that_is_down_runs_from_now_on() -> None:
    back, noon = Incident(BACK, "V", MONDAY), at(MONDAY, 12)
    assert of_vehicle(back, noon, Outage(SUNDAY, TUESDAY)) == [(MONDAY, None, 12)]
    assert of_vehicle(back, noon, Outage(TUESDAY, TUESDAY)) == [(MONDAY, None, None)]
    assert of_vehicle(replace(back, first=TUESDAY), noon, Outage(SUNDAY, TUESDAY)) == [(TUESDAY, None, None)]
