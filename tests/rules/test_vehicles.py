from datetime import timedelta

import pytest

from rosterctl.domain.vehicle import Outage
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Finding
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, officer, roster_of, the_rule, unit
from tests.support.decided import Decided
from tests.support.places import ONE, PAIR, at, bureau_with, found, on, post, post_type, vehicle, window

PEOPLE = [officer("s1"), officer("s2"), officer("s3")]


def bureau(crew=ONE, vehicles=1, fleet=(), hours=(8, 12)):
    kinds = [
        post_type("car", window(8, 12, plan=crew), vehicle="car", vehicles=vehicles),
        post_type("foot", window(*hours, plan=ONE)),
    ]
    fleet = fleet or [vehicle("C1"), vehicle("C2"), vehicle("M1", "motorcycle"), vehicle("C9", unit="U2")]
    posts = [post("P", "car"), post("Q", "car"), post("F", "foot")]
    units = [unit("U1"), unit("U2")]
    return bureau_with(
        "vehicles", officers=PEOPLE, units=units, post_types=kinds, posts=posts, vehicles=fleet
    )


def wrong(who, name, fault, hours="08:00-12:00", place="P"):
    message = f"2026-12-07 {hours}: {who} has vehicle {name} at {place}: {fault}"
    return Finding(
        "vehicles", message, unit="U1", officer=who, post=place if place != "reserve" else "", day=MONDAY
    )


def lacking(number, hours="08:00-12:00"):
    message = f"2026-12-07 {hours}: P is manned but lacks {number} car; give it a free one"
    return Finding("vehicles", message, unit="U1", post="P", day=MONDAY, excess=number)


def test_allows_a_car_for_each_post_and_one_handed_on():
    here = bureau()
    duties = [
        on(here, "s1", at(8, 10, "P", "C1")),
        on(here, "s2", at(8, 12, "Q", "C2")),
        on(here, "s3", at(10, 12, "P", "C1")),
    ]
    assert found("vehicles", here, duties) == []


def test_forbids_one_car_at_two_posts_at_a_time():
    here = bureau()
    duties = [on(here, "s1", at(8, 10, "P", "C1")), on(here, "s2", at(9, 12, "Q", "C1"))]
    assert found("vehicles", here, duties) == [wrong("s2", "C1", "it is at P too", "09:00-10:00", "Q")]


def test_one_crew_in_one_car_is_at_one_place():
    here = bureau(PAIR)
    assert found("vehicles", here, [on(here, who, at(8, 12, "P", "C1")) for who in ("s1", "s2")]) == []


def test_forbids_a_car_at_a_post_and_in_reserve():
    here = bureau()
    duties = [on(here, "s1", at(8, 12, "P", "C1")), on(here, "s2", at(9, 10, "", "C1"))]
    assert found("vehicles", here, duties) == [wrong("s2", "C1", "it is at P too", "09:00-10:00", "reserve")]


def test_the_reserves_of_two_units_are_two_places_and_that_of_one_is_one():
    here = bureau(hours=(8, 12))
    both = [on(here, "s1", at(8, 12, "", "C1")), on(here, "s2", at(9, 10, "", "C1"))]
    assert found("vehicles", here, both) == []
    apart = [both[0], on(here, "s2", at(9, 10, "", "C1"), unit="U2")]
    faults = [(one.unit, one.message.rpartition(": ")[2]) for one in found("vehicles", here, apart)]
    assert faults == [("U2", "it belongs to U1"), ("U2", "it is at reserve too")]


def test_a_place_that_was_left_does_not_hide_one_that_was_not():
    here = bureau()
    duties = [
        on(here, "s1", at(8, 9, "P", "C1")),
        on(here, "s2", at(9, 12, "Q", "C1")),
        on(here, "s3", at(10, 11, "F", "C1")),
    ]
    rows = found("vehicles", here, duties)
    assert [row for row in rows if "too" in row.message] == [
        wrong("s3", "C1", "it is at Q too", "10:00-11:00", "F")
    ]


@pytest.mark.parametrize("ends", [(12, 9), (9, 12), (12, 12)])
def test_a_car_is_where_anybody_of_its_crew_still_is(ends):
    here = bureau()
    crew = [on(here, who, at(8, end, "P", "C1")) for who, end in zip(("s1", "s2"), ends, strict=True)]
    other = on(here, "s3", at(10, 11, "Q", "C1"))
    assert found("vehicles", here, [*crew, other]) == [
        wrong("s3", "C1", "it is at P too", "10:00-11:00", "Q")
    ]


def test_two_places_are_told_once_however_many_are_there():
    here = bureau()
    duties = [
        on(here, "s1", at(8, 12, "Q", "C1")),
        *(on(here, who, at(9, 10, "P", "C1")) for who in ("s2", "s3")),
    ]
    assert found("vehicles", here, duties) == [wrong("s2", "C1", "it is at Q too", "09:00-10:00")]


def test_a_manned_post_has_its_cars_and_an_empty_one_needs_none():
    here = bureau(PAIR)
    assert found("vehicles", here, []) == []
    assert found("vehicles", here, [on(here, "s1", at(8, 12, "P"))]) == []  # one is no crew; see `crews`
    assert found("vehicles", here, [on(here, who, at(8, 12, "P")) for who in ("s1", "s2")]) == [lacking(1)]


@pytest.mark.parametrize(("cars", "lack"), [("C1 C2", 0), ("C1", 1)])
def test_two_cars_are_two_different_ones(cars, lack):
    here = bureau(PAIR, vehicles=2)
    duties = [on(here, who, at(8, 12, "P", *cars.split())) for who in ("s1", "s2")]
    assert found("vehicles", here, duties) == ([lacking(lack)] if lack else [])


@pytest.mark.parametrize(
    ("name", "fault", "counts"),
    [
        ("C9", "it belongs to U2", True),
        ("M1", "it is a motorcycle, the post takes a car", False),
        ("C7", "the bureau knows no such vehicle", False),
    ],
)
def test_forbids_what_the_crew_cannot_have(name, fault, counts):
    here = bureau()
    rows = [] if counts else [lacking(1)]
    assert found("vehicles", here, [on(here, "s1", at(8, 12, "P", name))]) == [
        *rows,
        wrong("s1", name, fault),
    ]


def test_a_post_on_foot_does_not_mind_a_car():
    here = bureau()
    assert found("vehicles", here, [on(here, "s1", at(8, 12, "F", "C1"))]) == []


@pytest.mark.parametrize(("day", "runs"), [(6, True), (7, False), (8, True)])
def test_forbids_a_car_from_the_workshop(day, runs):
    out = MONDAY.replace(day=day)
    here = bureau(fleet=[vehicle("C1", outages=(Outage(out, out),))])
    duties = [on(here, "s1", at(8, 12, "P", "C1"))]
    assert found("vehicles", here, duties) == (
        [] if runs else [wrong("s1", "C1", "it is in the workshop then")]
    )


@pytest.mark.parametrize(
    ("manned", "each", "fleet", "holds"),
    [
        ("PQ", 1, ("C1", "C2"), True),
        ("PQ", 1, ("C1",), False),
        ("P", 2, ("C1", "C2"), True),
        ("P", 2, ("C1",), False),
        ("F", 1, (), True),  # on foot
        ("", 1, (), True),
    ],
)
def test_the_constraint_mans_as_many_posts_as_there_are_cars(manned, each, fleet, holds):
    """Cars of another unit, motorcycles and cars in the workshop are not there to be taken."""
    useless = [
        vehicle("C9", unit="U2"),
        vehicle("M1", "motorcycle"),
        vehicle("C8", outages=(Outage(MONDAY, MONDAY),)),
    ]
    here = bureau(vehicles=each, fleet=[*useless, *map(vehicle, fleet)])
    duties = [on(here, f"s{n}", at(8, 12, name)) for n, name in enumerate(manned, 1)]
    board = Decided(Record(here, roster_of(here, MONDAY, 1, duties)))
    the_rule(here, "vehicles").cover(board)
    assert (board.holds, board.costs) == (holds, {})


@pytest.mark.parametrize(("day", "runs"), [(7, False), (8, True)])
def test_the_workshop_takes_a_car_for_a_duty_day_until_the_next_morning(day, runs):
    out = MONDAY.replace(day=day)
    here = bureau(fleet=[vehicle("C1", outages=(Outage(out, out),))], hours=(19, 31))
    duties = [on(here, "s1", at(19, 31, "F", "C1"), shift="night")]
    fault = wrong("s1", "C1", "it is in the workshop then", "19:00-07:00", "F")
    assert found("vehicles", here, duties, days=2) == ([] if runs else [fault])


@pytest.mark.parametrize(
    ("start", "end", "runs"), [(25, None, False), (26, None, True), (None, 21, True), (None, 22, False)]
)
def test_a_car_may_be_in_the_workshop_from_or_until_some_hour(start, end, runs):
    """On Monday a crew has it from 21:00 to 26:00: it may stop then, and be back by then."""
    minutes = (None if hour is None else WallMinute(60 * hour) for hour in (start, end))
    here = bureau(fleet=[vehicle("C1", outages=(Outage(MONDAY, MONDAY, *minutes),))], hours=(19, 31))
    duties = [on(here, "s1", at(19, 21, ""), at(21, 26, "P", "C1"), at(26, 31, ""), shift="night")]
    fault = wrong("s1", "C1", "it is in the workshop then", "21:00-02:00")
    assert found("vehicles", here, duties, days=2) == ([] if runs else [fault])


def test_what_was_driven_before_the_first_duty_day_was_driven():
    """The car is another unit's by now. A night before lasts until the first morning, or an hour longer."""
    here = bureau(fleet=[vehicle("C1", unit="U2")], hours=(7, 31))
    eve = MONDAY - timedelta(days=1)
    over = on(here, "s1", at(19, 31, "F", "C1"), shift="night", day=eve)
    longer = on(here, "s1", at(19, 33, "F", "C1"), shift="overlap-morning", day=eve)
    assert found("vehicles", here, [], before=[over]) == []
    (told,) = found("vehicles", here, [], before=[longer])
    assert "it belongs to U2" in told.message
