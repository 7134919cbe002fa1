"""What a change weighs: by how soon it is, and on whose day off; and who must stay at work."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta

import pytest

from rosterctl.domain.tier import Tier
from rosterctl.planning.names.limits import make_board
from rosterctl.planning.names.model import NamedModel
from rosterctl.planning.repair.model.costs import cost_published, keep_at_work, weight
from rosterctl.planning.rotation.menus import Days
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.rulekit.model.board import Choice
from rosterctl.solver.outcome import Settings, Solved, Stuck
from rosterctl.solver.search import Goal, minimise
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, small_bureau, transfer, unit
from tests.support.peers import on_day, word_of

BUREAU = small_bureau()


@pytest.mark.parametrize(
    ("ahead", "points"),
    # A works on the first two of every four dates: 0 1, 4 5, 8 9. The others are days off, twice as dear.
    [
        (0, 4),
        (1, 4),
        (2, 8),
        (3, 8),  # the last date that is soon: 4, twice
        (4, 2),  # the first of the week: 2
        (5, 2),
        (6, 4),
        (7, 4),  # the last of the week: 2, twice
        (8, 1),  # later: 1
        (9, 1),
        (10, 2),
        (11, 2),
    ],
)
def test_soon_weighs_more_and_a_day_off_twice(ahead: int, points: int) -> None:
    officer = BUREAU.officers["a"]
    assert weight(BUREAU, officer, MONDAY + timedelta(days=ahead), MONDAY) == points


@pytest.mark.parametrize(
    ("ahead", "points"),
    # D works the second date and the night of the third of every four: 1 2, 5 6.
    [(0, 8), (1, 4), (2, 4), (3, 8), (4, 4), (5, 2), (6, 2), (7, 4), (8, 2)],
)
def test_it_is_the_officers_own_day_off_that_counts(ahead: int, points: int) -> None:
    assert weight(BUREAU, BUREAU.officers["d"], MONDAY + timedelta(days=ahead), MONDAY) == points


def test_it_is_counted_from_today() -> None:
    a, day = BUREAU.officers["a"], on_day(8)
    found = [weight(BUREAU, a, day, on_day(today)) for today in (0, 1, 4, 5, 8)]
    assert found == [1, 2, 2, 4, 4]  # 8, 7, 4, 3 and no days ahead


def test_after_a_transfer_it_is_the_new_teams_day_off() -> None:
    # From Tuesday with D, which works that day; A would be on the night of it, so there is work either way.
    # On Thursday, off with A, D has the day off too; on Wednesday D has the night, and A is off.
    moved = small_bureau([officer("a", "A", transfers=(transfer(on_day(1), "D"),))])
    a = moved.officers["a"]
    assert [weight(moved, a, on_day(n), MONDAY) for n in range(4)] == [4, 4, 4, 8]


def model_of(days: int, team: str = "A") -> tuple[NamedModel, Days]:
    """One officer of the team, who may be recalled for the day on days off and work the night longer."""
    place = unit(recalls=("day",), shifts={"N": ("night", "overlap-evening")})
    bureau = small_bureau([officer("a", team)], units=[place])
    offers = make_offers(bureau, Horizon(MONDAY, days), ())
    named = NamedModel(make_board(offers, [bureau.officers["a"]], ()))
    for menu in offers.open["a"].values():
        named.offer("a", menu)
    return named, offers.open["a"]


def choice(menus: Days, day: int, word: str) -> Choice | None:
    return next((one for one in menus[on_day(day)] if word_of(one) == word), None)


def least(published: Mapping[int, str], worked: Mapping[int, str]) -> int:
    """What it weighs on Monday to work this and not what is published; nothing on the other dates of four."""
    named, menus = model_of(4)
    line = {on_day(day): choice(menus, day, word) for day, word in published.items()}
    cost_published(named, named.bureau.officers["a"], line, MONDAY)
    for day, word in ((day, worked.get(day, "")) for day in range(4)):
        for one in menus[on_day(day)]:
            named.model.require(named.count("a", one).equals(int(word_of(one) == word)))
    outcome = minimise(named.model, [Goal(Tier.CHANGES, named.model.cost(Tier.CHANGES))], Settings(20.0))
    assert isinstance(outcome, Solved)
    return outcome.tiers[0].value


def test_nothing_is_changed_at_no_cost() -> None:
    assert least({0: "day", 2: ""}, {0: "day"}) == 0


def test_leaving_out_and_working_otherwise_weigh_the_same() -> None:
    night = {1: "night"}
    assert least(night, {}) == least(night, {1: "overlap-evening"}) == 4


def test_to_be_called_in_weighs_what_the_day_off_does() -> None:
    assert least({2: ""}, {2: "recall day"}) == 8
    assert least({2: "recall day"}, {}) == 8  # and so does what was called in falling away


def test_only_dates_in_the_line_cost_and_all_are_added_up() -> None:
    every = {0: "day", 1: "night", 2: "", 3: ""}
    assert least({0: "day"}, {1: "night", 2: "recall day"}) == 4
    assert least(every, {1: "overlap-evening", 2: "recall day", 3: "recall day"}) == 4 + 4 + 8 + 8


def may_be_off(day: int, free: Collection[int]) -> bool:
    """May the officer of A be off on a date, where those in `free` leave the choice?"""
    named, menus = model_of(4)
    keep_at_work(named, named.bureau.officers["a"], menus, {on_day(one) for one in free})
    named.model.require(named.on("a", on_day(day)) <= 0)
    outcome = minimise(named.model, [Goal(None, named.model.cost(Tier.CHANGES))], Settings(20.0))
    assert isinstance(outcome, Solved | Stuck)
    return isinstance(outcome, Solved)


def test_who_has_the_rotation_works_unless_the_date_is_free_and_a_recall_may_be_dropped() -> None:
    assert [may_be_off(day, ()) for day in range(4)] == [False, False, True, True]
    assert [may_be_off(day, (0,)) for day in range(4)] == [True, False, True, True]
