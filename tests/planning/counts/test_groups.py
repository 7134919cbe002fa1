"""Officers who count the same in every rule are one line; what is open to each of them is a bit mask."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rosterctl.domain.crew import Slot
from rosterctl.planning.counts.groups import (
    Group,
    key_of,
    kind_of,
    limits_of_members,
    make_groups,
    one_of,
    slots_of,
    union,
)
from rosterctl.planning.knowledge import Knowledge
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, absence, officer, small_bureau, transfer, unit
from tests.support.places import PAIR, crew, event, post_type, window

TUESDAY = MONDAY + timedelta(days=1)


def groups_of(
    people: list[Any], units: list[Any] | None = None, loans: tuple[date, ...] = (), **more: Any
) -> tuple[Group, ...]:
    known = Knowledge(small_bureau(people, units=units, **more), Horizon(MONDAY, 2))
    return make_groups(known.offers, known.rules, known.bureau.units, frozenset(loans))


def names(groups: tuple[Group, ...]) -> list[list[str]]:
    return [[one.id for one in group.officers] for group in groups]


def test_the_same_team_and_kind_are_one_group_in_the_order_of_the_officers() -> None:
    people = [officer("z", "A"), officer("b", "B"), officer("a", "A"), officer("x", "A", "auxiliary")]
    assert names(groups_of(people)) == [["z", "a"], ["b"], ["x"]]


def test_who_is_ever_protected_or_moves_is_apart() -> None:
    protected = officer("p", "A", protected_from=TUESDAY, protected_until=TUESDAY)
    moved = officer("m", "A", transfers=(transfer(TUESDAY, "B"),))
    later = officer("l", "A", protected_from=TUESDAY + timedelta(days=1))
    assert names(groups_of([officer("a", "A"), protected, moved, later])) == [["a", "l"], ["p"], ["m"]]


def test_a_skill_tells_apart_only_if_a_slot_asks_for_it() -> None:
    people = [officer("a", "A", skills=("patrol",)), officer("b", "A", skills=("patrol", "rider"))]
    riders = post_type("r", window(7, 19, plan=crew("riders", {"sworn+rider": 1})))
    assert names(groups_of(people)) == [["a", "b"]]
    assert names(groups_of(people, post_types=[riders])) == [["a"], ["b"]]


def test_a_mask_says_to_which_members_a_choice_is_open() -> None:
    (group,) = groups_of([officer(f"a{n}", "A") for n in range(3)], absences=[absence("a1", MONDAY)])
    (monday,) = group.open[MONDAY]
    (tuesday,) = group.open[TUESDAY]
    assert (bin(group.members(monday)), bin(group.members(tuesday))) == ("0b101", "0b111")
    assert group.bound_members(monday) == 0
    assert group.choices(MONDAY) == (monday,)


def test_what_is_fixed_outside_the_horizon_has_a_mask_of_its_own() -> None:
    (group,) = groups_of([officer("a0", "A"), officer("a1", "A")])
    day = TUESDAY + timedelta(days=3)  # DNOO: A's next day is the fifth date, the horizon has two
    (fixed,) = group.fixed[MONDAY - timedelta(days=3)]  # the night three days before
    assert (fixed.shift, group.bound_members(fixed), group.members(fixed)) == ("night", 0b11, 0)
    assert group.choices(day) == ()


def test_duties_elsewhere_are_open_on_the_dates_of_loans_alone() -> None:
    """U2 borrows from U1: on Tuesday A's night may be served there."""
    people, units = [officer("a", "A", unit="U1")], [unit("U1"), unit("U2", borrows_from=("U1",))]
    (group,) = groups_of(people, units, (TUESDAY,))
    where = {day: [one.unit for one in choices] for day, choices in group.open.items()}
    assert where == {MONDAY: ["U1"], TUESDAY: ["U1", "U2"]}


def test_after_a_transfer_home_is_the_new_unit() -> None:
    moved = officer("m", "A", unit="U1", transfers=(transfer(TUESDAY, "A", "U2"),))
    (group,) = groups_of([moved], [unit("U1"), unit("U2")])
    assert [group.home(day) for day in (MONDAY, TUESDAY)] == ["U1", "U2"]
    assert [one.unit for choices in group.open.values() for one in choices] == ["U1", "U2"]


def test_the_counts_wanted_are_found_by_date_shift_and_unit() -> None:
    (group,) = groups_of([officer("a", "A")])
    (monday,) = group.open[MONDAY]
    assert key_of(monday) == (MONDAY, "day", "U1")
    assert group.wanted({(MONDAY, "day", "U1"): 1, (MONDAY, "night", "U1"): 4}) == {monday: 1}
    assert group.wanted({(MONDAY, "day", "U1"): 0}) == {}


def test_the_key_of_a_group_is_the_same_in_every_process() -> None:
    people = [officer("a", "A"), officer("b", "B")]
    assert [one.key for one in groups_of(people)] == [one.key for one in groups_of(people)]
    assert len({one.key for one in groups_of(people)}) == 2


def test_slots_of_posts_come_before_those_of_events_each_once() -> None:
    led = crew("led", {"leader": 1, "any": 1})
    bureau = small_bureau(
        post_types=[post_type("p", window(7, 19, minimum=PAIR, plan=led))],
        events=[event("E", 9, 11, crew=crew("four", {"sworn": 2, "driver": 1}))],
    )
    assert slots_of(bureau) == tuple(Slot(role) for role in ("sworn", "auxiliary", "any", "leader", "driver"))


def test_a_kind_is_what_tells_two_officers_apart() -> None:
    slots = (Slot("sworn"), Slot("auxiliary"))
    sworn, auxiliary = officer("a"), officer("x", role="auxiliary")
    kinds = [kind_of(one, slots, ()) for one in (sworn, auxiliary)]
    assert kinds[0] != kinds[1]
    assert kinds[0] == kind_of(officer("b"), slots, ())


def test_a_union_of_masks_has_everybody_once() -> None:
    assert (union([]), union([0b001, 0b101, 0b100])) == (0, 0b101)


def test_what_is_left_of_a_limit_for_each_member() -> None:
    """Of 10: the first worked 4 before, the second 12; the third is no member of what is asked."""
    (group,) = groups_of([officer(f"a{n}", "A") for n in range(3)])
    assert limits_of_members(group, 0b011, [(0b01, 4), (0b10, 12)], 10, None) == [6, 0]
    assert limits_of_members(group, 0b011, [(0b01, 4)], 10, lambda one: 1 if one.id == "a0" else 2) == [5, 8]


def test_everybody_of_some_groups_may_be_a_group_of_their_own() -> None:
    people = [officer("a"), officer("b"), officer("c", unit="U2"), officer("d", unit="U2")]
    known = Knowledge(small_bureau(people, units=[unit("U1"), unit("U2")]), Horizon(MONDAY, 1))
    how = known.offers, known.rules, known.bureau.units, ()
    _, other = make_groups(*how)
    found = make_groups(*how, singly=[other.key])
    assert names(found) == [["a", "b"], ["c"], ["d"]]
    assert [one.alone for one in found] == [one.key[-1] for one in found] == ["", "c", "d"]
    assert {one_of(one.key, "") for one in found[1:]} == {other.key}
