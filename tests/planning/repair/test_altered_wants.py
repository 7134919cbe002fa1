"""On which unit days something else is wanted, and where vehicles differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import Outage, Vehicle
from rosterctl.planning.repair.what_changed import demands_changed, vehicles_changed
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, small_bureau, unit
from tests.support.places import ONE, PAIR, event, post, post_type, vehicle, window

DAYS = Horizon(MONDAY, 3)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
TYPE = post_type("desk", window(7, 19, minimum=ONE))


def bureau_of(
    *posts: object, desk: object = TYPE, vehicles: tuple[Vehicle, ...] = (), **more: object
) -> Bureau:
    return small_bureau(
        units=[unit("U1"), unit("U2")], post_types=[desk], posts=posts, vehicles=vehicles, **more
    )  # type: ignore[arg-type]


def wants(now: Bureau, then: Bureau) -> set[tuple[str, date]]:
    return set(demands_changed(now, then, DAYS))


def cars(now: tuple[Vehicle, ...], then: tuple[Vehicle, ...]) -> set[tuple[str, date]]:
    return set(vehicles_changed(bureau_of(vehicles=now), bureau_of(vehicles=then), DAYS))


def test_nothing_is_wanted_anew_of_an_equal_bureau() -> None:
    assert wants(bureau_of(post("P1", "desk")), bureau_of(post("P1", "desk"))) == set()


def test_a_new_post_counts_from_its_first_date_and_in_its_unit_only() -> None:
    old = bureau_of(post("P1", "desk"))
    new = bureau_of(post("P1", "desk"), post("P2", "desk", first=TUESDAY))
    assert wants(new, old) == wants(old, new) == {("U1", TUESDAY), ("U1", WEDNESDAY)}


def test_a_larger_crew_counts_on_every_date() -> None:
    old = bureau_of(post("P1", "desk"))
    new = bureau_of(post("P1", "desk"), desk=post_type("desk", window(7, 19, minimum=PAIR)))
    assert wants(new, old) == {("U1", day) for day in DAYS}


def test_an_event_counts_on_its_duty_day_in_the_units_that_may_man_it() -> None:
    old = bureau_of(post("P1", "desk"))
    new = bureau_of(post("P1", "desk"), events=[event("E", 9, 11, units=("U2",))])
    assert wants(new, old) == {("U2", MONDAY)}
    early = bureau_of(post("P1", "desk"), events=[replace(event("E", 1, 2), day=TUESDAY)])
    assert wants(early, old) == {("U1", MONDAY)}  # before the handover it is still Monday's duty day


def test_a_vehicle_in_the_workshop_counts_on_the_dates_it_is_there() -> None:
    down = vehicle("V", outages=(Outage(TUESDAY, TUESDAY),))
    assert cars((down,), (vehicle("V"),)) == cars((vehicle("V"),), (down,)) == {("U1", TUESDAY)}
    longer = vehicle("V", outages=(Outage(TUESDAY, WEDNESDAY),))
    assert cars((longer,), (down,)) == {("U1", WEDNESDAY)}


def test_a_vehicle_that_is_new_or_gone_counts_on_every_date() -> None:
    every = {("U1", day) for day in DAYS}
    assert cars((vehicle("V"),), ()) == cars((), (vehicle("V"),)) == every
    assert cars((vehicle("V"),), (vehicle("V"),)) == set()


def test_a_vehicle_of_another_unit_or_kind_is_another_one() -> None:
    both = {(unit, day) for unit in ("U1", "U2") for day in DAYS}
    assert cars((vehicle("V", unit="U2"),), (vehicle("V"),)) == both
    assert cars((vehicle("V", "motorcycle"),), (vehicle("V"),)) == {("U1", day) for day in DAYS}
