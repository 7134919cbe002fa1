"""New and old pieces of units, put together so that they fit."""

from __future__ import annotations

from collections.abc import Mapping

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Origin
from rosterctl.planning.names.unit import Named
from rosterctl.planning.posts.stage import PostedPlan
from rosterctl.planning.posts.unit import Posted
from rosterctl.planning.roster.assemble import fit_together
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.planning.workers.batch import Lost
from tests.support.bureaus import MONDAY, small_bureau, unit
from tests.support.places import event

NOTHING: Posted = Posted((), {}, {})
UNITS = ("U1", "U2", "U3")


def bureau_of(*events: tuple[str, ...]) -> Bureau:
    return small_bureau(
        units=[unit(name) for name in UNITS],
        events=tuple(event(f"E{n}", 9, 11, units=units) for n, units in enumerate(events)),
    )


def named(bureau: Bureau, home: str, *where: str) -> Named:
    """Somebody of `home` works a day in each of these units."""
    day = bureau.shifts["day"]
    worked = ((f"{home}-officer", choice_of(bureau, MONDAY, day, at, Origin.ROTATION, False)) for at in where)
    return Named(tuple(worked), {}, ())


def plain(bureau: Bureau, hosted: Mapping[tuple[str, str], int]) -> PostedPlan:
    """Nobody works anything."""
    names = {name: named(bureau, name) for name in UNITS}
    return PostedPlan(names, dict.fromkeys(UNITS, NOTHING), hosted, {})


def new_units(
    bureau: Bureau,
    lost: Mapping[str, str],
    loans: Mapping[str, str],
    before: Mapping[tuple[str, str], int],
    after: Mapping[tuple[str, str], int],
) -> PostedPlan:
    """Everybody works a day at home, or in the unit of `loans`; the posts of the `lost` were not found."""
    names = {name: named(bureau, name, name, loans.get(name, name)) for name in UNITS}
    posts = {name: NOTHING for name in UNITS if name not in lost}
    missing = {name: Lost(why) for name, why in lost.items()}
    return fit_together(bureau, plain(bureau, before), PostedPlan(names, posts, after, missing))


def test_all_is_new_when_nothing_failed() -> None:
    found = new_units(bureau_of(), {}, {}, {}, {})
    assert not found.lost
    assert all(one.worked for one in found.named.values())


def test_a_unit_that_failed_alone_is_old_alone() -> None:
    found = new_units(bureau_of(), {"U2": "it hung"}, {}, {}, {})
    assert found.lost == {"U2": Lost("it hung")}
    assert not found.named["U2"].worked


def test_a_unit_that_lends_to_one_that_failed_is_old_too() -> None:
    """Its officer would be named on loan and posted nowhere."""
    found = new_units(bureau_of(), {"U2": "it hung"}, {"U1": "U2"}, {}, {})
    assert found.lost == {"U2": Lost("it hung"), "U1": Lost("it shares people or an event with U2")}


def test_being_tied_passes_on() -> None:
    found = new_units(bureau_of(), {"U3": "it hung"}, {"U1": "U2", "U2": "U3"}, {}, {})
    assert set(found.lost) == set(UNITS)


def test_an_event_divided_as_before_ties_nobody() -> None:
    same = {("E0", "U1"): 1}
    found = new_units(bureau_of(("U1", "U2")), {"U2": "it hung"}, {}, same, same)
    assert (set(found.lost), found.hosted) == ({"U2"}, same)


def test_an_event_divided_anew_is_taken_over_by_all_or_by_none() -> None:
    bureau, before, after = bureau_of(("U1", "U2")), {("E0", "U1"): 1}, {("E0", "U2"): 1}
    assert new_units(bureau, {}, {}, before, after).hosted == after
    torn = new_units(bureau, {"U2": "it hung"}, {}, before, after)
    assert (set(torn.lost), torn.hosted) == ({"U1", "U2"}, before)


def test_whose_people_are_posted_elsewhere_and_who_posts_them_change_together() -> None:
    """U1 named its officer for a duty in U2, but U1's own posts could not be found: U2 stays old as well."""
    found = new_units(bureau_of(), {"U1": "it hung"}, {"U1": "U2"}, {}, {})
    assert set(found.lost) == {"U1", "U2"}
    assert found.lost["U1"] == Lost("it hung")
