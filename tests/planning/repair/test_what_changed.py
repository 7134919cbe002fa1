"""Where a published roster is broken: people, wants, vehicles and duty models, by unit and duty day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Role
from rosterctl.domain.vehicle import Outage, Vehicle
from rosterctl.planning.repair.what_changed import (
    Breakage,
    demands_changed,
    from_a_new_day,
    models_changed,
    vehicles_changed,
)
from rosterctl.planning.repair.what_stands import Fallen, Stands
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import (
    MONDAY,
    duty,
    model,
    officer,
    rotation,
    shift,
    small_bureau,
    transfer,
    unit,
)
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
    later = vehicle("V", outages=(Outage(TUESDAY, TUESDAY, WallMinute(12 * 60)),))
    assert cars((later,), (vehicle("V"),)) == cars((later,), (down,)) == {("U1", TUESDAY)}
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


DONO = rotation("DONO", (0, 2, 3, 1))
DNO = rotation("DNO", (0, 1, 2))
FOUR = small_bureau()


def units_of(*units: object, **more: object) -> Bureau:
    return small_bureau(units=units, rotations=[DONO, DNO], **more)  # type: ignore[arg-type]


def anew(now: Bureau, then: Bureau = FOUR) -> dict[str, date]:
    return dict(models_changed(now, then, DAYS))


def test_an_equal_model_is_not_made_anew() -> None:
    assert anew(small_bureau()) == {}


def test_other_times_of_a_shift_are_no_other_model() -> None:
    was = replace(FOUR.shifts["day"], id="day-0700-1900", was="day", until=MONDAY)
    shifts = {**FOUR.shifts, "day": shift("day", 8, 20), was.id: was}
    assert anew(replace(FOUR, shifts=shifts)) == {}


def test_a_unit_is_made_anew_from_the_first_date_on_which_a_team_works_something_else() -> None:
    # DNOO against DONO, each from the first date of the cycle: A has D either way on Monday, and then N
    # against O on Tuesday. B has N with an offset of one, and D O N O with two gives N on Monday as well.
    assert anew(units_of(unit(rotation=DONO))) == {"U1": TUESDAY}
    assert anew(units_of(unit(later=(model(WEDNESDAY, rotation=DONO),)))) == {"U1": WEDNESDAY}
    beyond = MONDAY + timedelta(days=3)
    assert anew(units_of(unit(later=(model(beyond, rotation=DONO),)))) == {}


def test_another_id_of_a_team_is_no_other_model() -> None:
    """Team A is called E, with those who were in A; if B's officer is in it too it is another team."""
    teams = model().teams
    renamed = replace(model(), teams=(replace(teams[0], id="E"), *teams[1:]))
    place = replace(unit("U1"), models=(renamed,))
    then = small_bureau([officer("a"), officer("b", "B")])
    people = [officer("a", "E"), officer("b", "B"), officer("new", "E")]
    assert anew(small_bureau(people, units=[place]), then) == {}
    assert anew(small_bureau([officer("a", "E"), officer("b", "E")], units=[place]), then) == {"U1": MONDAY}
    other = replace(renamed, teams=(replace(teams[1], id="E"), *teams[1:]))
    place = replace(place, models=(other,))
    assert anew(small_bureau([officer("a", "E"), officer("b", "B")], units=[place]), then) == {"U1": MONDAY}


def test_what_may_be_worked_besides_changes_no_plain_shift() -> None:
    assert anew(units_of(unit(recalls=("day",), shifts={"N": ("night", "overlap-both")}))) == {}
    assert anew(units_of(unit(shifts={"N": ("overlap-both", "night")}))) == {"U1": MONDAY}


def test_a_new_unit_counts_from_its_first_date_and_others_stay() -> None:
    assert anew(units_of(unit("U1"), unit("U2"))) == {"U2": MONDAY}
    assert anew(units_of(unit("U1")), units_of(unit("U1"), unit("U2"))) == {}  # one that is gone
    both = units_of(unit("U1"), unit("U2"))
    gone = replace(both.units["U2"], models=())
    assert anew(replace(both, units={**both.units, "U2": gone}), both) == {}  # and is still known


def stand(**found: object) -> Stands:
    """Nothing has fallen and nobody is back, unless told."""
    nothing: dict[str, object] = {"kept": {}, "fallen": (), "beside": (), "due": {}, "altered": frozenset()}
    return Stands(**{**nothing, **found})  # type: ignore[arg-type]


def breakage(found: Stands, now: Bureau | None = None, before: Bureau | None = None) -> Breakage:
    bureau = now or TWO
    return Breakage(bureau, before or bureau, DAYS, found)


PEOPLE = [officer("a"), officer("b", unit="U2"), officer("m", transfers=(transfer(TUESDAY, "B", "U2"),))]
TWO = small_bureau(PEOPLE, units=[unit("U1"), unit("U2")])


def test_nothing_is_broken_where_all_stands() -> None:
    found = breakage(stand())
    assert (found.broken(), list(found.unsettled()), found.explained()) == ({}, [], {})


def watch(night_ends: float) -> Bureau:
    """A sworn officer and an auxiliary; `late` is a night that ends at seven, the night ends later."""
    people = [officer("a"), officer("x", role=Role.AUXILIARY)]
    nights = [shift("late", 17, 31), shift("night", 19, night_ends)]
    return small_bureau(people, shifts=nights, rules={"auxiliaries": {}})


def broken_by_night_until(ends: float) -> dict[str, set[date]]:
    now = watch(ends)
    kept = {who: {MONDAY: duty(now, who, MONDAY, works)} for who, works in (("a", "late"), ("x", "night"))}
    return breakage(stand(kept=kept), now, watch(31)).broken()


def test_who_is_left_alone_by_other_times_of_a_shift_breaks_the_unit() -> None:
    """The sworn officer goes at seven; with the night's new end the auxiliary would stay until eight."""
    assert broken_by_night_until(32) == {"U1": {MONDAY}}
    assert broken_by_night_until(30.5) == {}
    assert broken_by_night_until(31) == {}


@pytest.mark.parametrize("change", [{"role": Role.AUXILIARY}, {"leader": False}, {"skills": frozenset()}])
def test_where_officers_may_fill_other_places_posts_may_lack_somebody(change: dict[str, object]) -> None:
    changed = {"a": replace(PEOPLE[0], **change), "b": replace(PEOPLE[1], phone="1")}  # type: ignore[arg-type]
    kept = {
        who: {MONDAY: duty(TWO, who, MONDAY, "day", unit=home)} for who, home in (("a", "U1"), ("b", "U2"))
    }
    found = breakage(stand(kept=kept), replace(TWO, officers={**TWO.officers, **changed}), TWO)
    assert found.weakened == {"U1": {MONDAY}}
    assert list(found.unsettled()) == [("U1", MONDAY)]
    assert found.altered_means == {("U1", MONDAY)}
    assert breakage(stand(kept=kept)).weakened == {}


def test_what_has_fallen_breaks_the_unit_in_which_it_was_served() -> None:
    fallen = [
        Fallen(duty(TWO, "b", day, "day", unit=place), "away: leave")
        for day, place in ((MONDAY, "U1"), (TUESDAY, "U1"), (MONDAY, "U2"))
    ]
    found = breakage(stand(fallen=tuple(fallen)))
    assert found.broken() == {"U1": {MONDAY, TUESDAY}, "U2": {MONDAY}}
    assert list(found.broken()) == ["U1", "U2"]


def test_a_duty_in_a_unit_that_is_gone_breaks_none() -> None:
    gone = Fallen(duty(TWO, "a", MONDAY, "day", unit="U9"), "away: leave")
    assert breakage(stand(fallen=(gone,))).broken() == {}


def test_who_is_only_altered_opens_the_unit_and_no_day() -> None:
    # The unit is that of the first date; who is on no file has none.
    found = breakage(stand(altered=frozenset({"m", "nobody"})))
    assert found.broken() == {"U1": set()}


def test_where_more_is_wanted_the_day_is_broken_and_the_means_are_others() -> None:
    before, now = (
        bureau_of(post("P1", "desk")),
        bureau_of(post("P1", "desk"), post("P2", "desk", first=WEDNESDAY)),
    )
    found = breakage(stand(), now, before)
    assert found.broken() == {"U1": {WEDNESDAY}}
    assert found.altered_wants == found.altered_means == {("U1", WEDNESDAY)}
    assert list(found.unsettled()) == []


def test_other_vehicles_break_nothing_but_the_posts_are_looked_at() -> None:
    down = vehicle("V", outages=(Outage(TUESDAY, TUESDAY),))
    found = breakage(stand(), bureau_of(vehicles=(down,)), bureau_of(vehicles=(vehicle("V"),)))
    assert found.broken() == {}
    assert (found.altered_wants, found.altered_means) == (frozenset(), {("U1", TUESDAY)})
    assert list(found.unsettled()) == [("U1", TUESDAY)]


def test_who_is_back_is_looked_at_in_the_unit_of_the_date() -> None:
    found = breakage(stand(due={"m": frozenset({MONDAY}), "b": frozenset({TUESDAY})}))
    assert list(found.unsettled()) == [("U1", MONDAY), ("U2", TUESDAY)]
    later = breakage(stand(due={"m": frozenset({TUESDAY})}))
    assert list(later.unsettled()) == [("U2", TUESDAY)]


def test_each_change_is_explained() -> None:
    """b is new, m was to stay in U1, a was away; and what has fallen says so itself, even if due as well."""
    before = small_bureau([officer("a"), officer("m")], units=[unit("U1"), unit("U2")])
    due = {name: frozenset({TUESDAY}) for name in "abm"} | {"a": frozenset({TUESDAY, WEDNESDAY})}
    fallen = Fallen(duty(TWO, "a", WEDNESDAY, "day"), "away: leave")
    found = breakage(stand(due=due, fallen=(fallen,)), TWO, before)
    assert found.explained() == {
        ("a", TUESDAY): "back on the rotation",
        ("a", WEDNESDAY): "away: leave",
        ("b", TUESDAY): "new on the roll",
        ("m", TUESDAY): "moved to team B of U2",
    }


def test_another_team_of_the_same_unit_is_a_move_too() -> None:
    before = small_bureau([officer("a", "C")], units=[unit("U1"), unit("U2")])
    found = breakage(stand(due={"a": frozenset({MONDAY})}), TWO, before)
    assert found.explained() == {("a", MONDAY): "moved to team A of U1"}


def test_no_unit_has_another_model_on_a_date_that_has_begun() -> None:
    """U1's day of Monday begins at 07:00; U2 has nobody on duty on Monday, and U3 changes on Tuesday."""
    bureau = small_bureau()
    published, models = [duty(bureau, "a", MONDAY, "day")], {"U1": MONDAY, "U2": MONDAY, "U3": TUESDAY}
    seven = bureau.clock.number(MONDAY, bureau.shifts["day"].start)
    assert from_a_new_day(bureau, models, published, seven) == models
    assert from_a_new_day(bureau, models, published, seven + 1) == models | {"U1": TUESDAY}
