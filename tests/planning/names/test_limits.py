"""Limits of named officers: what they forbid, what is used up already, and which are not worth keeping."""

from __future__ import annotations

import pytest

from rosterctl.planning.names.limits import Limit
from tests.support.bureaus import absence, duty
from tests.support.peers import Peers, on_call, on_cycle, on_day, on_nights

TWO_NIGHTS = {(0, "night"): 1, (1, "night"): 1}


def limits(peers: Peers, officer: str = "a") -> list[tuple[list[tuple[int, str, int]], int, str]]:
    """Of an officer, each with its terms (day, shift, coefficient), what is left, and the rule."""
    return [
        (
            [((choice.day - on_day(0)).days, choice.shift, value) for choice, value in limit.terms.items()],
            limit.most,
            limit.rule,
        )
        for limit in peers.board.limits[officer].limits
    ]


def test_a_limit_is_kept_with_its_terms_and_the_rule_that_says_so() -> None:
    peers = on_nights("a", 2)
    peers.limit("few", TWO_NIGHTS, 1)
    assert limits(peers) == [([(0, "night", 1), (1, "night", 1)], 1, "few")]


def test_a_limit_that_nobody_can_reach_is_not_kept() -> None:
    peers = on_nights("a", 2)
    peers.limit("few", TWO_NIGHTS, 2)
    assert limits(peers) == []


def test_of_one_date_only_the_largest_can_be_worked() -> None:
    # On Monday the night counts 1 or the long one 3, on Tuesday 1: four at most, whichever stands first.
    terms = {(0, "night"): 1, (0, "overlap-both"): 3, (0, "overlap-evening"): 2, (1, "night"): 1}
    within, beyond = on_nights("a", 2), on_nights("a", 2)
    within.limit("few", terms, 4)
    beyond.limit("few", terms, 3)
    assert limits(within) == []
    assert [most for _, most, _ in limits(beyond)] == [3]


def test_terms_of_nothing_are_left_out() -> None:
    peers = on_nights("a", 2)
    peers.limit("few", {(0, "night"): 0, (1, "night"): 1}, 0)
    assert limits(peers) == [([(1, "night", 1)], 0, "few")]


def test_what_is_used_is_each_officers_own_and_leaves_no_less_than_nothing() -> None:
    # Two are allowed: b has had one and may have one more; c, with three, has none left, and not minus one.
    peers = on_nights("abc", 2)
    peers.limit("few", TWO_NIGHTS, 2, used={"b": 1, "c": 3})
    assert [[most for _, most, _ in limits(peers, one)] for one in "abc"] == [[], [1], [0]]


def test_duties_before_the_horizon_are_used_up() -> None:
    # The night of Sunday is fixed: of two in three dates one is left for Monday and Tuesday.
    bureau = on_nights("a", 2).bureau
    peers = on_nights("a", 2, history=[duty(bureau, "a", on_day(-1), "night")])
    (line,) = peers.board.lines
    peers.board.rule = "few"
    every = [choice for day in (-1, 0, 1) for choice in line.choices(on_day(day)) if choice.shift == "night"]
    assert len(every) == 3
    peers.board.at_most(line, [(choice, 1) for choice in every], 2)
    assert limits(peers) == [([(0, "night", 1), (1, "night", 1)], 1, "few")]


def test_limits_are_found_by_each_choice_in_them() -> None:
    peers = on_nights("a", 2)
    peers.limit("one", {(0, "night"): 2}, 1)
    peers.limit("two", TWO_NIGHTS, 1)
    mine = peers.board.limits["a"]
    assert mine.by_choice == {peers.choice(0, "night"): [0, 1], peers.choice(1, "night"): [1]}
    assert mine.limits[0] == Limit({peers.choice(0, "night"): 2}, 1, "one")


def shared(peers: Peers) -> list[str]:
    return ["".join(one.id for one in line.officers) for line in peers.board.lines]


def test_who_may_work_the_same_shares_a_line() -> None:
    # b is away on Tuesday; a and c have the same choices.
    assert shared(on_nights("abc", 2)) == ["abc"]
    assert shared(on_nights("abc", 2, absences=[absence("b", on_day(1))])) == ["ac", "b"]


def test_who_worked_something_else_before_has_a_line_of_his_own() -> None:
    bureau = on_call("ab", 1).bureau
    history = [duty(bureau, "b", on_day(-1), "day", recall=True)]
    assert shared(on_call("ab", 1, history=history)) == ["a", "b"]


def test_a_line_tells_what_is_open_in_the_horizon_and_what_is_fixed_around_it() -> None:
    peers = on_cycle("a", 2, "DO", unit={"recalls": ("night",)})
    (line,) = peers.board.lines
    found = {day: [one.shift for one in line.choices(on_day(day))] for day in (-3, -2, -1, 0, 1, 2)}
    # The cycle runs on before and after: D on even days. A recall is open on Tuesday only.
    assert found == {-3: [], -2: ["day"], -1: [], 0: ["day"], 1: ["night"], 2: ["day"]}


@pytest.mark.parametrize(("severity", "kept"), [("hard", 1), ("soft", 0)])
def test_only_hard_rules_limit_anybody(severity: str, kept: int) -> None:
    # One night in a row and two on offer; the soft rule would rather charge for the second.
    rule = {"nights-in-a-row": {"severity": severity, "most": "1"}}
    peers = on_nights("a", 2, shifts=("night",), rules=rule)
    monday = peers.choice(0, "night")
    both = {monday, peers.choice(1, "night")}
    found = [limit for limit in peers.board.limits["a"].limits if {*limit.terms} == both]
    assert [(limit.most, limit.rule) for limit in found] == [(1, "nights-in-a-row")] * kept


def test_a_rule_that_limits_nobody_is_not_asked() -> None:
    assert limits(on_nights("a", 2, rules={"auxiliaries": {}, "posts": {}})) == []
