"""A group's duties dealt anew as fairly as lawful lines can be, and the bound that proves it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.people.wish import Wish, WishKind
from rosterctl.domain.tier import Tier
from rosterctl.planning.names.bounds import dealt_to
from rosterctl.planning.names.costs import make_charges, points_of_lines
from rosterctl.planning.names.fair import deal_fairly
from rosterctl.solver.outcome import Settings
from tests.support.bureaus import absence
from tests.support.peers import Peers, on_call, on_day, on_nights

RECALLS = {"fairness": {"overtime": "0", "weekends": "0"}, "wishes": {}}
"""Recalls alone count, three points each above the share."""
OVERTIME = {"fairness": {"overtime": "1", "weekends": "0", "nights": "0", "recalls": "0"}, "wishes": {}}
"""Overtime alone counts, a point for each whole two hours above the share."""
DAY = ["recall day"]


def fair(peers: Peers, **now: Sequence[str]) -> tuple[dict[str, list[str]], tuple[int, int], int]:
    """What is worked in the end, its points of fairness and wishes, and the bound."""
    lines = peers.lines(**now)
    charges = make_charges(peers.bureau, peers.horizon, peers.rules, lines, peers.group.officers)
    dealt = dealt_to(lines, peers.group, peers.days)
    bound = deal_fairly(peers.board, lines, peers.group, dealt, charges, Settings(20.0, nodes=1000))
    points = points_of_lines(charges, lines, peers.group.officers)
    return peers.shown(lines), (points[Tier.FAIRNESS], points[Tier.WISHES]), bound


def team(names: str, days: int, rules: Any = RECALLS, **more: Any) -> Peers:
    return on_call(names, days, recalls=("day", "night"), rules=rules, **more)


def heads(found: dict[str, list[str]]) -> list[int]:
    """How many duties each has, the fewest first."""
    return sorted(sum(map(bool, line)) for line in found.values())


def test_what_one_bears_too_much_goes_to_the_other() -> None:
    found, points, bound = fair(team("ab", 2), a=DAY * 2)
    assert (heads(found), points, bound) == ([1, 1], (0, 0), 0)


def test_each_date_keeps_its_counts() -> None:
    # A day and a night on Monday, a day on Tuesday: the same words on each date, whoever has them.
    found, points, _ = fair(team("abc", 2), a=["recall day", "recall day"], b=["recall night", ""])
    assert sorted(line[0] for line in found.values()) == ["", "recall day", "recall night"]
    assert sorted(line[1] for line in found.values()) == ["", "", "recall day"]
    assert (heads(found), points) == ([1, 1, 1], (0, 0))


def test_what_is_as_fair_already_stays() -> None:
    for now in ({"a": ["recall day", ""], "b": ["", "recall day"]}, {"a": ["", "recall day"], "b": DAY}):
        found, points, bound = fair(team("ab", 2), **now)
        assert found == {"a": now["a"], "b": [*now["b"], ""][:2]}
        assert (points, bound) == ((0, 0), 0)


def test_where_limits_force_unfairness_the_bound_is_what_they_force() -> None:
    # Of four recalls two each would be fair; b may have one, so a has three: three points, no fewer.
    peers = team("ab", 4)
    peers.limit("few", {(day, "recall day"): 1 for day in range(4)}, 4, used={"b": 3})
    found, points, bound = fair(peers, a=DAY * 4)
    assert (heads(found), points, bound) == ([1, 3], (3, 0), 3)


def test_duties_that_cannot_be_halved_are_counted_whole() -> None:
    # One recall of twelve hours: six are the fair share of each, and one bears six more, three blocks.
    found, points, bound = fair(team("ab", 1, OVERTIME), a=DAY)
    assert (found, points, bound) == ({"a": DAY, "b": [""]}, (3, 0), 3)


def test_overtime_less_than_a_block_above_the_share_is_free() -> None:
    # Two hours, one for each: who bears both is an hour above, and that is no whole block.
    found, points, bound = fair(on_nights("ab", 1, rules=OVERTIME), a=["overlap-evening"], b=["night"])
    assert (found, points, bound) == ({"a": ["overlap-evening"], "b": ["night"]}, (0, 0), 0)


def test_overtime_of_a_whole_block_above_the_share_counts() -> None:
    # Four hours, two for each: who bears all is a block above, and nobody else can bear a part of it.
    found, points, bound = fair(on_nights("ab", 1, rules=OVERTIME), a=["overlap-both"], b=["night"])
    assert (points, bound) == ((1, 0), 1)
    # In two dates of two hours each has one.
    found, points, bound = fair(
        on_nights("ab", 2, rules=OVERTIME), a=["overlap-evening"] * 2, b=["night"] * 2
    )
    assert (sorted(map(sorted, found.values())), points, bound) == (
        [["night", "overlap-evening"]] * 2,
        (0, 0),
        0,
    )


def test_what_the_ledger_carries_counts_for_who_bore_it() -> None:
    # b has had two, and two are new: two for each, so both go to a.
    found, points, bound = fair(team("ab", 2, ledger={"a": Tally(), "b": Tally(recalls=2)}), b=DAY * 2)
    assert (found, points, bound) == ({"a": DAY * 2, "b": ["", ""]}, (0, 0), 0)


def test_who_is_above_the_share_by_the_ledger_alone_costs_that_whatever_is_done() -> None:
    # b has had four, two are new: three for each. One too many stays with b, and both new ones go to a.
    found, points, bound = fair(team("ab", 2, ledger={"a": Tally(), "b": Tally(recalls=4)}), b=DAY * 2)
    assert (found, points, bound) == ({"a": DAY * 2, "b": ["", ""]}, (3, 0), 3)


def test_dates_that_leave_nothing_to_decide_are_left_and_still_counted() -> None:
    # b is away on the first two of four dates, so their recalls are a's. Of four recalls a's share is four
    # sixths, 2.67, so three, and b's 1.33, so two: a has all and gives one or two away.
    peers = team("ab", 4, absences=[absence("b", on_day(0), on_day(1))])
    found, points, bound = fair(peers, a=DAY * 4)
    assert (found["a"][:2], found["b"][:2]) == (DAY * 2, ["", ""])
    assert heads(found) in ([1, 3], [2, 2])
    assert (points, bound) == ((0, 0), 0)


def test_of_dealings_as_fair_the_one_with_fewest_wishes_refused_is_taken() -> None:
    wishes = [Wish("a", on_day(0), WishKind.OFF, 2), Wish("b", on_day(1), WishKind.NO_RECALL, 1)]
    found, points, bound = fair(team("ab", 2, wishes=wishes), a=["recall day", ""], b=["", "recall day"])
    assert (found, points, bound) == ({"a": ["", "recall day"], "b": ["recall day", ""]}, (0, 0), 0)


def test_fairness_comes_before_any_wish() -> None:
    # b wishes both dates off, ten points; one of them is b's all the same.
    wishes = [Wish("b", on_day(day), WishKind.OFF, 5) for day in (0, 1)]
    found, points, bound = fair(team("ab", 2, wishes=wishes), a=DAY * 2)
    assert (heads(found), points, bound) == ([1, 1], (0, 5), 0)


def test_a_wish_to_be_recalled_is_granted_by_the_recall() -> None:
    wishes = [Wish("b", on_day(1), WishKind.RECALL, 3)]
    found, points, _ = fair(team("ab", 2, wishes=wishes), a=["", "recall day"], b=DAY)
    assert (found, points) == ({"a": ["recall day", ""], "b": ["", "recall day"]}, (0, 0))


def test_a_wish_about_a_date_that_is_settled_counts_where_it_is() -> None:
    # On Monday both are needed; b's wish of that date is refused whatever happens to Tuesday's.
    wishes = [Wish("b", on_day(0), WishKind.OFF, 7), Wish("a", on_day(1), WishKind.OFF, 1)]
    found, points, _ = fair(team("ab", 2, wishes=wishes), a=DAY * 2, b=DAY)
    assert (found, points) == ({"a": ["recall day", ""], "b": DAY * 2}, (0, 7))


def test_each_date_of_an_officer_has_one_duty_at_most() -> None:
    # A day and a night of Monday go to two people, though b is owed both.
    peers = team("ab", 1, ledger={"a": Tally(recalls=6), "b": Tally()})
    found, _, _ = fair(peers, a=["recall day"], b=["recall night"])
    assert sorted(found.values()) == [["recall day"], ["recall night"]]


def test_limits_count_what_is_settled_on_other_dates() -> None:
    # Two duties at most. On Monday both are needed; of Tuesday and Wednesday, one recall each, a has both
    # and so three. Lawfully a has one of them and b the other.
    every = {(day, "recall day"): 1 for day in range(3)}
    peers = team("ab", 3)
    peers.limit("few", every, 2)
    found, points, bound = fair(peers, a=["recall day", "recall day", ""], b=["recall day", "", "recall day"])
    assert (heads(found), points, bound) == ([2, 2], (0, 0), 0)
    # With three owed to a by the ledger, a would have both but may not: the bound counts that.
    owed = team("ab", 3, ledger={"a": Tally(), "b": Tally(recalls=4)})
    owed.limit("few", every, 2)
    found, points, bound = fair(owed, a=["recall day", "recall day", ""], b=["recall day", "", "recall day"])
    # Eight in all, four each; b has had four and gets two more: six points.
    assert (heads(found), points, bound) == ([2, 2], (6, 0), 6)


def test_without_peers_nothing_is_unfair() -> None:
    peers = team("a", 2, rules={"wishes": {}})
    assert fair(peers, a=DAY) == ({"a": ["recall day", ""]}, (0, 0), 0)
