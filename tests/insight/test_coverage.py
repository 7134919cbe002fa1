"""Coverage slot by slot: what is required, present and usable, and the least or greatest within a slot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew, Slot
from rosterctl.domain.event import Event
from rosterctl.domain.people.officer import Role
from rosterctl.domain.post import Level, Post, PostType, PostWindow, Zone
from rosterctl.domain.roster import Roster, Slice
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.vehicle import Vehicle
from rosterctl.insight.coverage import Coverage, coverage
from tests.support.bureaus import MONDAY, duty, officer, plain_roster, roster_of, shift, small_bureau, unit

PAIR = Crew("pair", "pair", ((Slot("sworn"), Slot("any")), (Slot("sworn"), Slot("any"), Slot("any"))))
DESK = PostType("desk", "desk", (PostWindow(420, 1140, ((Level.MINIMUM, PAIR),)),))
ROOMY = PostType("roomy", "roomy", (PostWindow(420, 1860, ((Level.PLAN, PAIR),)),))


def bureau(**more: Any) -> Bureau:
    return small_bureau(
        [officer("a"), officer("x", role=Role.AUXILIARY), officer("b", "B"), officer("v", unit="U2")],
        units=[unit("U1"), unit("U2")],
        zones=[Zone("Z", "Z", "U1")],
        post_types=[DESK, ROOMY],
        posts=[Post("P", "P", "desk", "U1", "Z"), Post("Q", "Q", "roomy", "U1", "Z")],
        **more,
    )


def slot(bureau: Bureau, roster: Roster, scope: str, minute: int, day: date = MONDAY) -> Coverage:
    (found,) = [
        one for one in coverage(bureau, roster) if (one.scope, one.day, one.start) == (scope, day, minute)
    ]
    return found


def test_every_slot_of_every_duty_day_once() -> None:
    found = list(coverage(bureau(), plain_roster(bureau(), MONDAY, 2)))
    assert len(found) == len({(one.scope, one.day, one.start) for one in found}) == 3 * 2 * 48
    assert {one.start for one in found} == set(range(420, 1860, 30))


def test_a_day_slot_of_the_unit_and_of_the_bureau() -> None:
    """On Monday team A works the day: a and x in U1, v in U2. The plan of Q is no minimum."""
    roster = plain_roster(bureau(), MONDAY, 2)
    assert slot(bureau(), roster, "unit:U1", 420) == Coverage(MONDAY, 420, 450, "unit:U1", 2, 2, 2, 1, 1, {})
    assert slot(bureau(), roster, "bureau", 420) == Coverage(MONDAY, 420, 450, "bureau", 2, 3, 3, 2, 1, {})


def test_the_night_before_counts_until_it_ends() -> None:
    """An overlap of Sunday's night until 09:00 is on duty on Monday morning."""
    sunday = MONDAY - timedelta(days=1)
    before = [duty(bureau(), "b", sunday, "overlap-morning")]
    roster = roster_of(bureau(), MONDAY, 1, [], before)
    assert [slot(bureau(), roster, "bureau", minute).nominal for minute in (420, 510, 540)] == [1, 1, 0]


def test_a_gap_is_what_is_required_and_not_on_duty() -> None:
    roster = roster_of(bureau(), MONDAY, 1, [duty(bureau(), "a", MONDAY, "day")])
    assert slot(bureau(), roster, "unit:U1", 600).gap == 1
    assert slot(bureau(), roster, "unit:U1", 1200).gap == 0


def test_a_relay_in_the_middle_of_a_slot_hides_nobody_and_a_hole_is_seen() -> None:
    odd = bureau(shifts=[shift("till", 7, 12.25), shift("from", 12.25, 19), shift("late", 12.3, 19)])
    relay = [duty(odd, "a", MONDAY, "till"), duty(odd, "x", MONDAY, "from")]
    hole = [duty(odd, "a", MONDAY, "till"), duty(odd, "x", MONDAY, "late")]
    assert slot(odd, roster_of(odd, MONDAY, 1, relay), "bureau", 720).nominal == 1
    assert slot(odd, roster_of(odd, MONDAY, 1, hole), "bureau", 720).nominal == 0


def test_the_handover_is_not_usable() -> None:
    """15 minutes at the start: nobody is usable throughout the first slot, one in the second."""
    briefed = bureau(shifts=[shift("briefed", 7, 19, handover=15)])
    roster = roster_of(briefed, MONDAY, 1, [duty(briefed, "a", MONDAY, "briefed")])
    seen = [slot(briefed, roster, "bureau", minute) for minute in (420, 450)]
    assert [(one.nominal, one.effective) for one in seen] == [(1, 0), (1, 1)]


def test_a_target_has_rows_while_it_applies_and_counts_its_units() -> None:
    target = StrengthTarget("peak", "peak", 3, 1050, 1140, units=("U1",))
    aimed = bureau(strengths=[target])
    found = [
        one for one in coverage(aimed, plain_roster(aimed, MONDAY, 1)) if one.scope.startswith("strength:")
    ]
    assert [(one.scope, one.start, one.required, one.nominal, one.gap) for one in found] == [
        ("strength:peak", start, 3, 2, 1) for start in (1050, 1080, 1110)
    ]


def test_an_event_with_a_minimum_is_required_in_its_first_unit() -> None:
    event = Event("check", "check", MONDAY, 1200, 1320, ("U2", "U1"), 2, Level.MINIMUM, PAIR)
    checked = bureau(events=[event])
    roster = plain_roster(checked, MONDAY, 1)
    wanted = {
        scope: slot(checked, roster, scope, 1200).required for scope in ("unit:U1", "unit:U2", "bureau")
    }
    assert wanted == {"unit:U1": 0, "unit:U2": 4, "bureau": 4}


def test_a_car_counts_once_however_many_sit_in_it() -> None:
    driven = bureau(vehicles=[Vehicle("C1", "car", "U1"), Vehicle("M1", "motorcycle", "U1")])
    crews = [
        duty(driven, "a", MONDAY, "day", slices=[Slice(420, 1140, "P", ("C1",))]),
        duty(
            driven, "x", MONDAY, "day", slices=[Slice(420, 600, "P", ("C1",)), Slice(600, 1140, "", ("M1",))]
        ),
    ]
    roster = roster_of(driven, MONDAY, 1, crews)
    assert slot(driven, roster, "bureau", 420).vehicles == {"car": 1, "motorcycle": 0}
    assert slot(driven, roster, "bureau", 600).vehicles == {"car": 1, "motorcycle": 1}


def test_an_empty_roster_is_all_gap() -> None:
    roster = replace(plain_roster(bureau(), MONDAY, 1), duties=(), before=())
    assert {one.gap for one in coverage(bureau(), roster) if one.scope == "bureau"} == {0, 2}
