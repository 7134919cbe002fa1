"""Evening out: the same duties, dealt as fairly as any lawful dealing, and the bound says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from rosterctl.domain.people.wish import Wish, WishKind
from rosterctl.domain.tier import Tier
from rosterctl.planning.names.costs import make_charges
from rosterctl.planning.names.local_search import even_out, exchange
from rosterctl.solver.outcome import Allowance, Settings
from tests.support.bureaus import absence
from tests.support.peers import Peers, on_call, on_day
from tests.support.tiny_dealings import draw

SEEDS = range(100)
RECALLS = {"fairness": {"overtime": "0", "weekends": "0", "nights": "0"}, "wishes": {}}
"""Recalls alone count, three points each above the share."""
DAY = ["recall day"]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_lawful_dealing_of_the_same_is_fairer_and_the_bound_says_so(seed: int) -> None:
    dealing = draw(seed)
    every = dealing.every
    counts = dealing.counts
    best = min(fair for lawful, fair, _ in every if lawful)
    bounds = even_out(
        dealing.board,
        dealing.lines,
        [dealing.group],
        dealing.charges,
        Allowance(Settings(60.0, nodes=10_000)),
    )
    fair, wishes = dealing.points
    assert (fair, bounds[Tier.FAIRNESS]) == (best, best)
    assert wishes >= bounds[Tier.WISHES]
    assert dealing.counts == counts
    assert dealing.lawful


def team(names: str, days: int, *wishes: Wish, rules: Any = RECALLS, **more: Any) -> Peers:
    return on_call(names, days, recalls=("day", "night"), rules=rules, wishes=wishes, **more)


def exchanged(peers: Peers, fair: int = 0, **now: Sequence[str]) -> dict[str, list[str]]:
    lines = peers.lines(**now)
    charges = make_charges(peers.bureau, peers.horizon, peers.rules, lines, peers.group.officers)
    exchange(lines, peers.group, charges, peers.days, fair)
    return peers.shown(lines)


def off(name: str, day: int, weight: int = 1) -> Wish:
    return Wish(name, on_day(day), WishKind.OFF, weight)


def test_who_bears_too_much_gives_a_date_to_who_has_less() -> None:
    assert exchanged(team("ab", 2), a=DAY * 2) == {"a": ["", "recall day"], "b": ["recall day", ""]}


def test_once_as_fair_as_can_be_nothing_is_exchanged_for_fairness() -> None:
    # a bears one too many, three points; if that is proved to be the least, nobody looks at it again.
    assert exchanged(team("ab", 2), fair=3, a=DAY * 2) == {"a": DAY * 2, "b": ["", ""]}
    assert exchanged(team("ab", 2), fair=2, a=DAY * 2) != {"a": DAY * 2, "b": ["", ""]}


def test_a_wish_is_granted_by_who_has_none_even_once_all_is_fair() -> None:
    # Of three recalls by three each has one; a wants Monday off, and c, who has it on no date, takes it.
    found = exchanged(team("abc", 2, off("a", 0)), a=DAY, b=["", "recall day"])
    assert found == {"a": ["", ""], "b": ["", "recall day"], "c": ["recall day", ""]}


NIGHTS = {"fairness": {"overtime": "0", "weekends": "0", "recalls": "0"}}
"""Nights alone count, two points each above the share."""


def test_two_who_work_change_what_they_work() -> None:
    # Two nights are one for each: they change on the first date.
    found = exchanged(team("ab", 2, rules=NIGHTS), a=["recall night"] * 2, b=DAY * 2)
    assert found == {"a": ["recall day", "recall night"], "b": ["recall night", "recall day"]}


@pytest.mark.parametrize(("name", "word"), [("a", "recall day"), ("b", "recall night")])
def test_both_must_be_allowed_what_they_get(name: str, word: str) -> None:
    peers = team("ab", 2, rules=NIGHTS)
    for day in (0, 1):
        peers.limit("none", {(day, word): 1}, 1, used={name: 1})
    now = {"a": ["recall night"] * 2, "b": DAY * 2}
    assert exchanged(peers, **now) == now


def test_an_exchange_for_the_same_or_more_is_not_made() -> None:
    both = team("ab", 1, off("a", 0), off("b", 0))
    assert exchanged(both, a=DAY) == {"a": DAY, "b": [""]}
    dearer = team("ab", 1, off("a", 0), off("b", 0, weight=2))
    assert exchanged(dearer, a=DAY) == {"a": DAY, "b": [""]}
    cheaper = team("ab", 1, off("a", 0, weight=2), off("b", 0))
    assert exchanged(cheaper, a=DAY) == {"a": [""], "b": DAY}


def test_fairness_is_not_given_up_for_a_wish() -> None:
    # b would have both, one too many: three points of fairness are more than nine of wishes.
    found = exchanged(team("ab", 2, off("a", 0, weight=9)), a=DAY, b=["", "recall day"])
    assert found == {"a": ["recall day", ""], "b": ["", "recall day"]}


def test_nobody_takes_what_is_not_open_or_not_lawful() -> None:
    away = team("ab", 1, off("a", 0), absences=[absence("b", on_day(0))])
    assert exchanged(away, a=DAY) == {"a": DAY, "b": [""]}
    forbidden = team("ab", 1, off("a", 0))
    forbidden.limit("none", {(0, "recall day"): 1}, 1, used={"b": 1})
    assert exchanged(forbidden, a=DAY) == {"a": DAY, "b": [""]}


def test_exchanges_go_on_while_they_help() -> None:
    # a works all dates of three, two of them too many; b and c take one each.
    found = exchanged(team("abc", 3), a=DAY * 3)
    assert sorted(sum(map(bool, line)) for line in found.values()) == [1, 1, 1]


def evened(peers: Peers, **now: Sequence[str]) -> tuple[dict[str, list[str]], dict[Tier, int]]:
    lines = peers.lines(**now)
    charges = make_charges(peers.bureau, peers.horizon, peers.rules, lines, peers.group.officers)
    bounds = even_out(peers.board, lines, [peers.group], charges, Allowance(Settings(20.0, nodes=1000)))
    return peers.shown(lines), bounds


def test_what_single_exchanges_cannot_do_the_model_does() -> None:
    # Two nights in four dates, one each. b may take over a night only if a takes over a day of b on another,
    # for b is at the limit of two duties: no exchange of a single date is lawful, two together are.
    peers = team("ab", 4, rules=NIGHTS)
    every = {(day, word): 1 for day in range(4) for word in ("recall day", "recall night")}
    peers.limit("few", every, 2)
    found, bounds = evened(peers, a=["recall night"] * 2, b=["", "", *DAY * 2])
    assert sorted(line.count("recall night") for line in found.values()) == [1, 1]
    assert [sum(map(bool, line)) for line in found.values()] == [2, 2]
    assert bounds == {Tier.FAIRNESS: 0, Tier.WISHES: 0}


def test_bounds_of_groups_are_added_up() -> None:
    # One recall of one date, wished off by all: a point is refused in each group.
    peers = team("ab", 1, off("a", 0), off("b", 0))
    lines = peers.lines(a=DAY)
    charges = make_charges(peers.bureau, peers.horizon, peers.rules, lines, peers.group.officers)
    bounds = even_out(peers.board, lines, [peers.group] * 2, charges, Allowance(Settings(20.0, nodes=1000)))
    assert bounds == {Tier.FAIRNESS: 0, Tier.WISHES: 2}


def test_a_wish_is_granted_after_the_model_has_dealt() -> None:
    # One each of two dates, and not on the date that b wishes off.
    found, bounds = evened(team("ab", 2, off("b", 1)), a=DAY * 2)
    assert found == {"a": ["", "recall day"], "b": ["recall day", ""]}
    assert bounds == {Tier.FAIRNESS: 0, Tier.WISHES: 0}
