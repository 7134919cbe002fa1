"""Who is on duty together: heads by moment, what they man, and what of it is given beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Origin
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier
from rosterctl.planning.cover.board import Cover
from rosterctl.planning.cover.presences import Presence, Worked, presences_of
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.rulekit.model.board import Moment, Stretch
from rosterctl.solver.linear import Linear
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Solved
from tests.support.bureaus import MONDAY, officer, small_bureau, unit
from tests.support.places import ONE, PAIR, event, post, post_type, window

SUNDAY = MONDAY - timedelta(days=1)
PEOPLE = [officer("a", unit="U1"), officer("x", role="auxiliary", unit="U1"), officer("b", unit="U2")]
BUREAU = small_bureau(PEOPLE, units=[unit("U1"), unit("U2")])


def works(name: str, shift: str, at: str = "U1", day: Any = MONDAY) -> Worked:
    return name, choice_of(BUREAU, day, BUREAU.shifts[shift], at, Origin.ROTATION, True)


def board(worked: Iterable[Worked] = (), bureau: Bureau = BUREAU, **more: Any) -> Cover:
    more.setdefault("presences", presences_of(bureau, (), worked))
    return Cover(bureau, [MONDAY], model=Model(), **more)


def hours(cover: Cover, unit: str = "U1") -> dict[tuple[float, float], Any]:
    """By hours of Monday everybody on duty in a unit."""
    return {span(one): cover.heads(one, everybody) for one in cover.moments if one.unit == unit}


def span(piece: Moment | Stretch) -> tuple[float, float]:
    midnight = BUREAU.clock.number(MONDAY, 0)
    return (piece.start - midnight) / 60, (piece.end - midnight) / 60


def everybody(one: Officer) -> bool:
    return bool(one.id)


def is_sworn(one: Officer) -> bool:
    return one.role == "sworn"


def test_heads_change_where_duties_begin_and_end() -> None:
    cover = board([works("a", "day"), works("x", "peak-evening")])
    assert hours(cover) == {(7, 17): 1, (17, 19): 2, (19, 31): 0}
    assert hours(cover, "U2") == {(7, 31): 0}


def test_who_serves_elsewhere_counts_there() -> None:
    cover = board([works("a", "day", "U2")])
    assert hours(cover, "U2") == {(7, 19): 1, (19, 31): 0}


def test_of_a_duty_that_lasts_into_the_next_day_only_what_lies_in_the_day_counts() -> None:
    assert hours(board([works("a", "overlap-morning")])) == {(7, 19): 0, (19, 31): 1}


def test_only_those_are_counted_whom_the_question_accepts() -> None:
    cover = board([works("a", "day"), works("x", "day")])
    day = next(one for one in cover.moments if one.unit == "U1")
    assert [cover.heads(day, one) for one in (everybody, is_sworn)] == [2, 1]
    assert sorted(one.id for one in cover.officers("U1")) == ["a", "x"]


def test_who_is_there_from_before_counts_but_mans_no_post() -> None:
    cover = board([works("a", "day")], still=[works("x", "overlap-morning", day=SUNDAY)])
    early = next(one for one in cover.moments if span(one) == (7, 9))
    assert (cover.heads(early, everybody), cover.free(early, everybody)) == (2, 1)
    assert (cover.heads(early, is_sworn), cover.free(early, is_sworn)) == (1, 1)
    assert hours(cover) == {(7, 9): 2, (9, 19): 1, (19, 31): 0}


def test_who_is_still_on_duty_in_another_unit_is_none_of_ours() -> None:
    cover = board(still=[works("b", "overlap-morning", "U2", SUNDAY)], units=["U1"])
    assert hours(cover) == {(7, 31): 0}
    assert {one.unit for one in cover.moments} == {"U1"}


def test_a_count_that_is_not_decided_yet_is_a_number_of_the_model() -> None:
    model = Model()
    recalls = model.integer(3)
    choice = works("a", "day")[1]
    cover = Cover(BUREAU, [MONDAY], [Presence((True,), PEOPLE[0], choice, recalls, 3)], model)
    assert hours(cover)[7, 19].terms == {0: 1}


def test_the_sum_of_several_counts_is_one_number_that_equals_it() -> None:
    """Two counts of up to 3 and 2 heads: their sum has the number 2 and is 5 at most."""
    model = Model()
    choices = [works("a", shift)[1] for shift in ("day", "peak-evening")]
    counts = [model.integer(most) for most in (3, 2)]
    presences = [
        Presence((True,), PEOPLE[0], choice, count, most)
        for choice, count, most in zip(choices, counts, (3, 2), strict=True)
    ]
    cover = Cover(BUREAU, [MONDAY], presences, model)
    found = hours(cover)
    assert {at: heads.terms for at, heads in found.items() if isinstance(heads, Linear)} == {
        (7, 17): {0: 1},
        (17, 19): {2: 1},
    }
    (condition,) = model.conditions
    assert (model.bounds, condition.terms, condition.lower, condition.upper) == (
        [3, 2, 5],
        {0: 1, 1: 1, 2: -1},
        0,
        0,
    )


DESKS = small_bureau(
    PEOPLE,
    units=[unit("U1"), unit("U2")],
    post_types=[post_type("desk", window(7, 31, minimum=ONE))],
    posts=[post("P", "desk"), post("Q", "desk")],
)


def test_what_is_manned_is_chosen_up_to_as_many_posts_as_there_are() -> None:
    cover = board(bureau=DESKS)
    (moment,) = (one for one in cover.moments if one.unit == "U1")
    (want,) = cover.wants(moment)
    first, again = (cover.manned(moment, want, Level.MINIMUM, 0) for _ in range(2))
    assert (want.posts, cover.model.bounds, first is again) == (("P", "Q"), [2], True)


def test_what_is_manned_is_taken_as_given() -> None:
    cover = board(bureau=DESKS)
    (moment,) = (one for one in cover.moments if one.unit == "U1")
    (want,) = cover.wants(moment)
    given = board(bureau=DESKS, manned={(moment, want, Level.MINIMUM, 0): 1})
    levels = [given.manned(moment, want, level, 0) for level in (Level.MINIMUM, Level.PLAN)]
    assert (levels, given.model.bounds) == ([1, 0], [])  # what nobody manned is none


def test_who_hosts_is_chosen_or_given_too() -> None:
    asked = event("E", 9, 11, units=("U1", "U2"), sites=3, crew=PAIR)
    free, given = board(), board(hosted={("E", "U1"): 2})
    hosted = free.hosted(asked, "U1")
    assert (hosted.terms, free.model.bounds) == ({0: 1}, [3])
    assert [given.hosted(asked, unit) for unit in ("U1", "U2")] == [2, 0]


class Neighbours:
    """Two heads elsewhere, from 18:00 on one."""

    cuts = (BUREAU.clock.number(MONDAY, 18 * 60),)

    def heads(self, target: StrengthTarget, stretch: Stretch) -> int:
        return 2 if stretch.start < self.cuts[0] else len(target.id)


def strengths(cover: Cover, target: StrengthTarget) -> dict[tuple[float, float], Any]:
    return {span(stretch): heads for stretch, heads in cover.strength_moments(target)}


TARGET = StrengthTarget("T", "", 5, 7 * 60, 19 * 60)


@pytest.mark.parametrize(
    ("units", "heads"),
    [
        ((), {(7, 17): 1, (17, 19): 2}),  # of all units
        (("U1",), {(7, 19): 1}),
        (("U2",), {(7, 17): 0, (17, 19): 1}),
    ],
)
def test_heads_for_a_target_are_those_of_its_units(units: tuple[str, ...], heads: dict[Any, int]) -> None:
    cover = board([works("a", "day"), works("b", "peak-evening", "U2")])
    assert strengths(cover, StrengthTarget("T", "", 5, 7 * 60, 19 * 60, units=units)) == heads


def test_heads_of_units_outside_the_board_are_added() -> None:
    cover = board([works("a", "day")], units=["U1"], elsewhere=Neighbours())
    assert strengths(cover, TARGET) == {(7, 18): 3, (18, 19): 2}


def test_heads_from_before_count_for_a_target() -> None:
    cover = board([works("a", "day")], still=[works("x", "overlap-morning", day=SUNDAY)])
    assert strengths(cover, TARGET) == {(7, 9): 2, (9, 19): 1}


@pytest.mark.parametrize(
    ("now", "decided"),
    [
        (0, [False, False, False]),  # no time is named: nothing has begun
        (7 * 60, [False, False, True]),  # what begins now has yet to begin; nobody can come by night
        (7 * 60 + 1, [True, False, True]),
        (17 * 60 + 1, [True, True, True]),
    ],
)
def test_what_has_begun_is_decided_until_somebody_may_come_who_has_not(now: int, decided: list[bool]) -> None:
    """A day from 07:00, a recall from 17:00, and nobody from 19:00 on."""
    at = BUREAU.clock.number(MONDAY, 0) + now if now else 0
    cover = board([works("a", "day"), works("x", "peak-evening")], now=at)
    assert [cover.is_decided(one) for one in cover.moments if one.unit == "U1"] == decided


def test_dates_are_short_where_legal_minima_are_and_nothing_else() -> None:
    cover = board()
    slack = cover.slack(1)
    cover.penalise(Tier.LEGAL, slack, 60, "posts", MONDAY)
    cover.penalise(Tier.PLAN, 1, 60, "posts", SUNDAY)
    for missing, days in ((0, set()), (1, {MONDAY})):
        solved = Solved([missing] * len(cover.model.bounds), ())
        assert cover.short_days(solved) == days
