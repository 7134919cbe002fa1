"""What strength targets still want of each unit: the counts, who is still there, equal parts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Origin
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.planning.counts.groups import Counts, GroupKey, key_of
from rosterctl.planning.names.lacks import Lack, lacking_by_unit, with_undealt
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.rulekit.model.board import Choice
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, small_bureau, unit
from tests.support.peers import on_day

FIRST = Horizon(MONDAY, 1)
BOTH = ("U1", "U2")


def bureau_of(*targets: StrengthTarget) -> Bureau:
    return small_bureau([], units=[unit("U1"), unit("U2")], strengths=targets)


def target(heads: int, start: int, end: int, *units: str) -> StrengthTarget:
    """From one full hour to another."""
    return StrengthTarget("T", "", heads, start * 60, end * 60, units=units)


def choice(bureau: Bureau, shift: str, place: str = "U1") -> Choice:
    return choice_of(bureau, on_day(0), bureau.shifts[shift], place, Origin.ROTATION, True)


def counts(bureau: Bureau, *numbers: tuple[str, str, int]) -> Counts:
    """Shift, unit and heads."""
    key: GroupKey = ("U1", "A", (), False, (), "")
    return {key: {key_of(choice(bureau, shift, place)): heads for shift, place, heads in numbers}}


def lacking(bureau: Bureau, *numbers: tuple[str, str, int]) -> dict[str, tuple[Lack, ...]]:
    """Of both units, if so many work of each shift in a unit."""
    return lacking_by_unit(bureau, FIRST, BOTH, counts(bureau, *numbers), ())


def hours(bureau: Bureau, lacks: tuple[Lack, ...]) -> list[tuple[int, int, int]]:
    """Start and end in hours from midnight of the first date, and heads."""
    midnight = bureau.clock.number(on_day(0), 0)
    return [((one.start - midnight) // 60, (one.end - midnight) // 60, one.heads) for one in lacks]


def test_each_unit_may_add_an_equal_part_rounded_down() -> None:
    # Day is 07:00 to 19:00. Of eight heads three are there, five lack: two a unit, and one nobody's.
    bureau = bureau_of(target(8, 17, 19))
    found = lacking(bureau, ("day", "U1", 1), ("day", "U2", 2))
    assert hours(bureau, found["U1"]) == hours(bureau, found["U2"]) == [(17, 19, 2)]


def test_it_weighs_like_its_target() -> None:
    bureau = bureau_of(replace(target(2, 17, 19, "U1"), weight=3))
    assert [one.weight for one in lacking(bureau)["U1"]] == [3]


def test_a_stretch_ends_where_somebody_comes_or_goes() -> None:
    # At 19:00 the day's head goes: four lack before, five after it, two a unit both times.
    bureau = bureau_of(target(5, 18, 20))
    found = lacking(bureau, ("day", "U1", 1))
    assert hours(bureau, found["U1"]) == [(18, 19, 2), (19, 20, 2)]


def test_more_than_enough_is_below_nothing() -> None:
    bureau = bureau_of(target(1, 17, 19, "U1"))
    found = lacking(bureau, ("day", "U1", 3))
    assert hours(bureau, found["U1"]) == [(17, 19, -2)]


def test_nothing_lacks_in_a_unit_that_the_target_is_not_for() -> None:
    bureau = bureau_of(target(4, 17, 19, "U1"))
    found = lacking(bureau, ("day", "U2", 3))
    assert (hours(bureau, found["U1"]), found["U2"]) == ([(17, 19, 4)], ())


def test_duties_from_before_the_horizon_count() -> None:
    bureau = bureau_of(target(4, 17, 19, "U1"))
    found = lacking_by_unit(bureau, FIRST, BOTH, {}, [("x", choice(bureau, "day"))])
    assert hours(bureau, found["U1"]) == [(17, 19, 3)]


def test_it_ends_where_a_shift_begins_that_nobody_is_counted_on() -> None:
    # `overlap-evening` is from 17:00: whoever takes it brings the second part alone.
    bureau = bureau_of(target(2, 16, 18, "U1"))
    assert hours(bureau, lacking(bureau)["U1"]) == [(16, 17, 2), (17, 18, 2)]


def test_what_others_work_already_is_there_and_only_those_that_are_asked_share_the_rest() -> None:
    bureau = bureau_of(target(4, 17, 19))
    found = lacking_by_unit(
        bureau, FIRST, ("U1",), counts(bureau, ("day", "U1", 1)), [("x", choice(bureau, "day", "U2"))]
    )
    assert {unit: hours(bureau, lacks) for unit, lacks in found.items()} == {"U1": [(17, 19, 2)]}


@pytest.mark.parametrize(("place", "heads"), [("U1", [1]), ("U2", [])])
def test_who_was_counted_elsewhere_and_is_not_there_lacks_there(place: str, heads: list[int]) -> None:
    bureau = bureau_of(target(4, 17, 19, "U1"))
    day = choice(bureau, "day", place)
    lack = Lack(day.end - 120, day.end, 0, frozenset(["U1"]))
    assert [one.heads for one in with_undealt([lack], [(day, 1)], [])] == heads


def test_what_is_counted_and_not_worked_lacks_too_but_where_more_than_enough_are_there() -> None:
    bureau = bureau_of(target(4, 17, 19, "U1"))
    day = choice(bureau, "day")

    def undealt(heads: int, counted: int, worked: int) -> list[int]:
        lack = Lack(day.end - 120, day.end, heads, frozenset(["U1"]))
        return [one.heads for one in with_undealt([lack], [(day, counted)], [day] * worked)]

    assert undealt(1, 3, 1) == [3]
    assert undealt(-1, 3, 1) == [1]
    assert undealt(-2, 3, 1) == []
    assert undealt(1, 1, 2) == []
