"""Which vehicle goes with which post."""

from datetime import timedelta

from rosterctl.domain.vehicle import Outage
from rosterctl.planning.posts.vehicles import MotorPool
from rosterctl.rulekit.model.board import Moment
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, small_bureau, unit
from tests.support.places import vehicle

TUESDAY = MONDAY + timedelta(days=1)
CAR = ("car", 1)


def moment(day, start, end):
    clock = small_bureau().clock
    return Moment("U1", day, *(clock.number(day, WallMinute(60 * hour)) for hour in (start, end)))


MORNING = moment(MONDAY, 7, 12)


def pool(*vehicles):
    return MotorPool(small_bureau(units=[unit("U1"), unit("U2")], vehicles=vehicles), "U1")


def test_each_post_has_a_vehicle_of_its_own_kind_and_unit():
    here = pool(vehicle("M", "motorcycle"), vehicle("X", "car", "U2"), vehicle("C1"), vehicle("C2"))
    needs = {"P": CAR, "Q": CAR, "R": ("motorcycle", 1)}
    assert here.allot(MORNING, needs) == {"P": ("C1",), "Q": ("C2",), "R": ("M",)}


def test_with_one_vehicle_the_second_post_has_none():
    assert pool(vehicle("C1")).allot(MORNING, {"P": CAR, "Q": CAR}) == {"P": ("C1",), "Q": ()}


def test_a_post_keeps_its_vehicle_whatever_comes_before_it():
    here = pool(vehicle("C1"), vehicle("C2"))
    here.allot(MORNING, {"P": CAR})
    assert here.allot(MORNING, {"A": CAR, "P": CAR}) == {"P": ("C1",), "A": ("C2",)}


def test_a_post_finds_its_vehicle_again_unless_another_has_it():
    here = pool(vehicle("C1"), vehicle("C2"))
    here.allot(MORNING, {"P": CAR})
    here.allot(MORNING, {})
    assert here.allot(MORNING, {"P": CAR}) == {"P": ("C1",)}
    alone = pool(vehicle("C1"))
    alone.allot(MORNING, {"P": CAR})
    assert alone.allot(MORNING, {"Q": CAR}) == {"Q": ("C1",)}
    assert alone.allot(MORNING, {"Q": CAR, "P": CAR}) == {"Q": ("C1",), "P": ()}


def test_a_vehicle_in_the_workshop_is_replaced_that_day():
    here = pool(vehicle("C1", outages=(Outage(TUESDAY, TUESDAY),)), vehicle("C2"))
    assert here.allot(MORNING, {"P": CAR}) == {"P": ("C1",)}
    assert here.allot(moment(TUESDAY, 7, 19), {"P": CAR}) == {"P": ("C2",)}


def test_a_vehicle_that_breaks_down_at_noon_is_replaced_from_then_on():
    here = pool(vehicle("C1", outages=(Outage(MONDAY, MONDAY, WallMinute(12 * 60)),)), vehicle("C2"))
    assert here.allot(MORNING, {"P": CAR}) == {"P": ("C1",)}
    assert here.allot(moment(MONDAY, 12, 19), {"P": CAR}) == {"P": ("C2",)}


def test_two_riders_take_two_motorcycles_and_one_is_too_few():
    riders = {"P": ("motorcycle", 2)}
    assert pool(vehicle("M1", "motorcycle"), vehicle("M2", "motorcycle")).allot(MORNING, riders) == {
        "P": ("M1", "M2")
    }
    assert pool(vehicle("M1", "motorcycle")).allot(MORNING, riders) == {"P": ("M1",)}


def test_who_rides_which_motorcycle_stays_as_it_was_published_though_all_are_taken():
    here = pool(vehicle("M1", "motorcycle"), vehicle("M2", "motorcycle"))
    here.park({"P": ("M2", "M1")})
    assert here.allot(MORNING, {"P": ("motorcycle", 2)}) == {"P": ("M2", "M1")}
