"""What the line of an officer costs: shares among peers, the ledger, weights, and wishes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.people.wish import Wish, WishKind
from rosterctl.domain.tier import Tier
from rosterctl.planning.names.costs import Charges, make_charges, points_of_lines
from rosterctl.planning.names.lines import Lines
from tests.support.bureaus import IDLE, absence, officer, small_bureau, unit
from tests.support.peers import Peers, all_peers, on_call, on_day

FAIR = {"fairness": {"overtime": "0", "weekends": "0"}, "wishes": {}}
"""Recalls alone count, three points each."""
RECALLED = ["recall day"]


def charged(peers: Peers, **words: Sequence[str]) -> tuple[Charges, Lines]:
    lines = peers.lines(**words)
    return make_charges(peers.bureau, peers.horizon, peers.rules, lines, peers.group.officers), lines


def points(peers: Peers, **words: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Of each officer, in fairness and in wishes."""
    charges, lines = charged(peers, **words)
    return {one.id: charges.of(one, lines.worked(one)) for one in peers.group.officers}


def recalls(peers: Peers, **words: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Each officer's fair share of the recalls and what is carried."""
    shares = charged(peers, **words)[0].shares
    return {name: (one.fair.recalls, one.carried.recalls) for name, one in shares.items() if one.fair}


def team(names: str, days: int, rules: Any = FAIR, **more: Any) -> Peers:
    return on_call(names, days, recalls=("day",), rules=rules, **more)


def test_what_peers_bear_is_shared_by_heads_and_rounded_up() -> None:
    assert recalls(team("ab", 3), a=RECALLED * 2) == {"a": (1, 0), "b": (1, 0)}
    assert recalls(team("ab", 3), a=RECALLED * 3) == {"a": (2, 0), "b": (2, 0)}


def test_it_is_shared_by_the_dates_present() -> None:
    # Three recalls; a is there on three dates, b on one of them: three quarters are 2.25, a quarter 0.75.
    away = [absence("b", on_day(0), on_day(1))]
    assert recalls(team("ab", 3, absences=away), a=RECALLED * 3) == {"a": (3, 0), "b": (1, 0)}


def test_what_the_ledger_carries_is_shared_too_and_counts_for_who_bore_it() -> None:
    # Two carried and two new are four, two for each: b has them already, so what b has more is too much.
    peers = team("ab", 2, ledger={"a": Tally(), "b": Tally(recalls=2)})
    assert recalls(peers, a=RECALLED * 2) == {"a": (2, 0), "b": (2, 2)}
    assert points(peers, a=RECALLED * 2) == {"a": (0, 0), "b": (0, 0)}
    assert points(peers, a=RECALLED, b=["", "recall day"]) == {"a": (0, 0), "b": (3, 0)}


def test_above_the_share_each_recall_costs_its_weight() -> None:
    assert points(team("ab", 4), a=RECALLED * 2) == {"a": (3, 0), "b": (0, 0)}
    assert points(team("ab", 4), a=RECALLED * 4) == {"a": (6, 0), "b": (0, 0)}


def test_who_is_alone_in_the_team_has_a_share_of_everything() -> None:
    assert recalls(team("a", 2), a=RECALLED * 2) == {"a": (2, 0)}
    assert points(team("a", 2), a=RECALLED * 2) == {"a": (0, 0)}


def test_who_is_protected_has_no_peers_and_no_share() -> None:
    # All three recalls are a's, who is protected: they are nobody's burden, and b's share is nothing.
    people = [officer("a", protected_from=on_day(0), protected_until=on_day(9)), officer("b")]
    place = unit(teams="A", rotation=IDLE, recalls=("day",))
    one, _ = all_peers(small_bureau(people, units=[place], rotation=IDLE, rules=FAIR), 3)
    lines = one.lines(a=RECALLED * 3)
    charges = make_charges(one.bureau, one.horizon, one.rules, lines, people)
    assert charges.shares["a"].fair is None
    assert charges.shares["b"].fair == Tally()
    assert points_of_lines(charges, lines, people) == {Tier.FAIRNESS: 0, Tier.WISHES: 0}


def test_a_wish_costs_its_weight_in_its_own_tier() -> None:
    wishes = [Wish("a", on_day(0), WishKind.NO_RECALL, 2), Wish("b", on_day(0), WishKind.RECALL, 5)]
    peers = team("ab", 1, wishes=wishes)
    assert points(peers, a=RECALLED) == {"a": (0, 2), "b": (0, 5)}
    assert points(peers, b=RECALLED) == {"a": (0, 0), "b": (0, 0)}


def test_tiers_are_told_by_name_and_wishes_alone() -> None:
    peers = team("ab", 2, wishes=[Wish("a", on_day(0), WishKind.OFF, 2)])
    charges, lines = charged(peers, a=RECALLED * 2)
    a = peers.bureau.officers["a"]
    assert charges.by_tier(a, lines.worked(a)) == {Tier.FAIRNESS: 3, Tier.WISHES: 2}
    assert charges.wishes(a, lines.worked(a)) == 2
    assert charges.wishes(a, []) == 0
    assert points_of_lines(charges, lines, peers.group.officers) == {Tier.FAIRNESS: 3, Tier.WISHES: 2}


def test_points_of_all_lines_are_added_up() -> None:
    # Of six recalls two each: a has three and b three, one too many each, and c none.
    peers = team("abc", 4)
    charges, lines = charged(peers, a=RECALLED * 3, b=RECALLED * 3)
    assert points_of_lines(charges, lines, peers.group.officers) == {Tier.FAIRNESS: 6, Tier.WISHES: 0}
    assert points_of_lines(charges, lines, peers.group.officers[:1]) == {Tier.FAIRNESS: 3, Tier.WISHES: 0}


def test_weights_are_those_of_the_rulebook_and_none_where_fairness_is_off() -> None:
    charges, _ = charged(team("a", 1))
    assert charges.weights == {
        "nights": 2,
        "weekends": 0,
        "holidays": 4,
        "eves": 6,
        "recalls": 3,
        "overtime_minutes": 0,
    }
    off = team("ab", 2, rules={"fairness": {"severity": "off"}, "wishes": {}})
    charges, lines = charged(off, a=RECALLED * 2)
    assert charges.weights == {}
    assert points_of_lines(charges, lines, off.group.officers) == {Tier.FAIRNESS: 0, Tier.WISHES: 0}


def test_a_rule_that_forbids_costs_nothing() -> None:
    peers = team("ab", 2, rules={"rest": {}, "mean-hours": {}})
    assert charged(peers)[0].parts == ()
